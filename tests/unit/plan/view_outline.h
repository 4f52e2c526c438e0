#pragma once

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>

namespace view_outline {

using nlohmann::json;

inline std::string words(const json& value) { return value.get<std::string>(); }

/// Blocks, one a line: text as it is, `label:` as it is, `- ` points, `> ` links.
inline void add_blocks(std::string& out, const json& blocks, const std::string& indent) {
  for (const json& block : blocks) {
    if (block.at("erListe")) {
      for (const json& point : block.at("punkter")) out += indent + "- " + words(point.at("tekst")) + "\n";
    } else if (block.at("erLink")) {
      out += indent + "> " + words(block.at("tekst")) + " <" + words(block.at("url")) + ">\n";
    } else {
      const char* mark = block.at("erAfsnit") ? "¶ " : block.at("erEtiket") ? "# " : "";
      out += indent + mark + words(block.at("tekst"));
      for (const json& part : block.at("dele")) {
        if (part.at("harUrl")) out += " <" + words(part.at("url")) + ">";
      }
      out += "\n";
    }
  }
}

inline void add_rows(std::string& out, const json& rows, const std::string& indent) {
  for (const json& row : rows) {
    const std::string under = words(row.at("underetiket"));
    out += indent + words(row.at("etiket")) + (under.empty() ? "" : " " + under) + "\n";
    add_blocks(out, row.at("blokke"), indent + "  ");
  }
}

inline void add_item(std::string& out, const json& item) {
  out += fmt::format("  [{}] {} | {} | {}", words(item.at("id")), words(item.at("titel")), words(item.at("undertitel")),
                     words(item.at("tilstand").at("tekst")));
  if (!item.at("iVindue")) out += " | uden for vinduet";
  if (item.at("erKladde")) out += " | kladde";
  if (const std::string remark = words(item.at("bemaerkning")); !remark.empty()) out += " | " + remark;
  out += "\n";
  add_blocks(out, item.at("indledning"), "    ");
  add_rows(out, item.at("raekker"), "    ");
  add_blocks(out, item.at("efter"), "    ");
}

inline void add_window(std::string& out, const json& window) {
  out += "  " + words(window.at("titel"));
  if (window.at("harIdag")) out += fmt::format(", i dag ved {}", window.at("idag").dump());
  out += "\n   ";
  for (const json& tick : window.at("streger")) {
    out += fmt::format(" {}{}@{}", words(tick.at("tekst")), words(tick.at("aar")), tick.at("procent").dump());
  }
  out += "\n";
  for (const json& bar : window.at("bjaelker")) {
    const char* side = bar.at("etiketInde") ? "inde" : bar.at("etiketHoejre") ? "til højre" : "til venstre";
    out += fmt::format("    bane {} {}{}+{}{} {} ({})\n", bar.at("bane").dump(), bar.at("klippetVenstre") ? "<" : "",
                       bar.at("venstre").dump(), bar.at("bredde").dump(), bar.at("klippetHoejre") ? ">" : "",
                       words(bar.at("titel")), side);
  }
  for (const json& marker : window.at("maerker")) {
    out += fmt::format("    mærke {} @{} {} ({})\n", marker.at("bane").dump(), marker.at("procent").dump(),
                       words(marker.at("titel")), marker.at("etiketHoejre") ? "til højre" : "til venstre");
  }
}

inline void add_step(std::string& out, const json& step) {
  out += "  " + words(step.at("trinTekst")) + ":";
  for (const json& one : step.at("trinliste")) out += (one.at("erNuvaerende") ? " *" : " ") + words(one.at("tekst"));
  out += "\n";
  add_rows(out, step.at("raekker"), "  ");
  add_blocks(out, step.at("indledning"), "  ");
  if (step.at("harForslag")) out += "  " + words(step.at("forslag").at("etiket")) + ":\n";
  for (const json& one : step.at("forslag").at("poster")) out += "    " + words(one.at("tekst")) + "\n";
  for (const json& goal : step.at("maal")) {
    out += "  " + words(goal.at("etiket")) + "\n";
    for (const json& place : goal.at("steder")) {
      out += "    " + words(place.at("navn"));
      if (place.at("harAnsoegning")) {
        out += fmt::format(" [{}] {}; {}: {}", place.at("sendt") ? "x" : " ", words(place.at("sendtTekst")),
                           words(place.at("svarEtiket")), words(place.at("svar")));
      }
      out += "\n";
    }
    if (goal.at("kanTilfoejes")) out += "    " + words(goal.at("tilfoej").at("tekst")) + "\n";
  }
  if (step.at("harBegrundelse")) out += "  " + words(step.at("begrundelseEtiket")) + ":\n";
  add_blocks(out, step.at("begrundelse"), "    ");
  add_rows(out, step.at("optaget"), "  ");
  for (const json& button : step.at("knapper")) out += "  ( " + words(button.at("tekst")) + " )\n";
}

inline void add_section(std::string& out, const json& section) {
  out += "== " + words(section.at("overskrift")) + " [" + words(section.at("id")) + "]\n";
  const auto at = [&](const char* key) { return section.value(key, json::array()); };
  if (!section.at("erUddannelsestrin")) {
    for (const json& goal : at("maal")) {
      const std::string note = words(goal.at("note"));
      out += "  * " + words(goal.at("tekst")) + (note.empty() ? "" : " (" + note + ")") + "\n";
    }
  }
  if (!section.value("aftaltMed", "").empty()) out += "  " + words(section.at("aftaltMed")) + "\n";
  if (section.value("harKnap", false)) out += "  ( " + words(section.at("knap").at("tekst")) + " )\n";
  add_blocks(out, at("blokke"), "  ");
  if (section.at("erUddannelsestrin")) add_step(out, section);
  if (section.at("erKontrakt")) add_rows(out, section.at("raekker"), "  ");
  for (const json& reply : at("svar")) {
    out += "  " + words(reply.at("dato").at("kort")) + "\n";
    add_blocks(out, reply.at("blokke"), "    ");
  }
  if (section.contains("fod")) out += "  " + words(section.at("fod")) + "\n";
  if (section.contains("tidslinje")) add_window(out, section.at("tidslinje").at("vindue"));
  if (section.contains("harPoster") && !section.at("harPoster")) out += "  " + words(section.at("ingenPoster")) + "\n";
  for (const json& item : at("poster")) add_item(out, item);
  if (section.contains("udenfor") && section.at("udenfor").at("harPoster")) {
    out += "  " + words(section.at("udenfor").at("tekst")) + " " + words(section.at("udenfor").at("hvor")) + "\n";
  }
  if (section.contains("kalender")) out += "  > " + words(section.at("kalender").at("tekst")) + "\n";
  for (const json& link : at("links")) out += "  > " + words(link.at("tekst")) + " <" + words(link.at("url")) + ">\n";
}

/// A view as a person would read it aloud: enough to see that it is right, without the JSON around it.
inline std::string outline(const json& view) {
  if (view.is_null()) return "(vises ikke)\n";
  std::string out = fmt::format("{} | {} | {} ({}) | {} | {} | {}\n", words(view.at("titel")),
                                words(view.at("borger").at("navn")), words(view.at("maalgruppe").at("navn")),
                                words(view.at("maalgruppe").at("familie")), words(view.at("idag").at("lang")),
                                words(view.at("modtager").at("navn")), words(view.at("output").at("kode")));
  for (const json& variant : view.at("varianter")) out += "også " + words(variant.at("tekst")) + "\n";
  out += words(view.at("udgave").at("tekst")) + (view.at("udgave").at("erKladde") ? " (kladde)" : "") + "\n";
  for (const json& change : view.at("aendringer").at("poster")) {
    out += "nyt " + words(change.at("dato").at("kort")) + ": " + words(change.at("tekst")) + "\n";
  }
  for (const json& section : view.at("afsnit")) add_section(out, section);
  return out;
}

}  // namespace view_outline
