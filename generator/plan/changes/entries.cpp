#include "plan/changes/entries.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

namespace plan {

using nlohmann::json;

namespace {

std::string text_of(const json& piece, const char* key) { return piece.at(key).get<std::string>(); }

/// Blocks (VIEW.md) as lines; a link only leads on from what is said, and says nothing itself.
std::vector<std::string> lines_of(const json& blocks) {
  std::vector<std::string> lines;
  for (const json& block : blocks) {
    if (block.at("erLink").get<bool>()) continue;
    if (!block.at("erListe").get<bool>()) {
      lines.push_back(text_of(block, "tekst"));
      continue;
    }
    for (const json& point : block.at("punkter")) lines.push_back("• " + text_of(point, "tekst"));
  }
  return lines;
}

/// Labels are what rows are compared by, so two with one label become one.
void add_row(std::string label, std::vector<std::string> lines, Entry& entry) {
  if (lines.empty()) return;
  const auto same = std::ranges::find(entry.rows, label, &EntryRow::label);
  if (same == entry.rows.end()) {
    entry.rows.push_back({std::move(label), std::move(lines)});
  } else {
    std::ranges::move(lines, std::back_inserter(same->lines));
  }
}

void add_rows(const json& rows, Entry& entry) {
  for (const json& row : rows) {
    auto lines = lines_of(row.at("blokke"));
    if (const std::string under = text_of(row, "underetiket"); !under.empty()) lines.insert(lines.begin(), under);
    add_row(text_of(row, "etiket"), std::move(lines), entry);
  }
}

Entry entry_of_section(const json& section) {
  return {.anchor = text_of(section, "id"), .title = text_of(section, "overskrift"), .subtitle = "", .rows = {}};
}

using Entries = std::vector<Entry>;

void add_contract(const json& section, Entries& entries) {
  Entry entry = entry_of_section(section);
  add_rows(section.at("raekker"), entry);
  entries.push_back(std::move(entry));
}

void add_goals(const json& section, Entries& entries) {
  Entry entry = entry_of_section(section);
  std::vector<std::string> goals;
  for (const json& goal : section.at("maal")) {
    const std::string note = text_of(goal, "note");
    goals.push_back(text_of(goal, "tekst") + (note.empty() ? "" : " (" + note + ")"));
  }
  const std::string agreed_with = text_of(section, "aftaltMed");
  if (!agreed_with.empty()) goals.push_back(agreed_with);
  add_row("", std::move(goals), entry);
  entries.push_back(std::move(entry));
}

void add_text(const json& section, Entries& entries) {
  Entry entry = entry_of_section(section);
  add_row("", lines_of(section.at("blokke")), entry);
  for (const json& reply : section.value("svar", json::array()))
    add_row(text_of(section, "svarOverskrift") + " " + text_of(reply.at("dato"), "kort"), lines_of(reply.at("blokke")),
            entry);
  entries.push_back(std::move(entry));
}

/// Where an education can be taken, and how the application stands when that is asked for.
std::string line_of_place(const json& place) {
  std::string name = text_of(place, "navn");
  if (!place.at("harAnsoegning").get<bool>()) return name;
  const std::string sent = place.at("sendt").get<bool>() ? "; " + text_of(place, "sendtTekst") : "";
  return name + sent + "; " + text_of(place, "svarEtiket") + ": " + text_of(place, "svar");
}

void add_step(const json& section, Entries& entries) {
  Entry entry = entry_of_section(section);
  entry.subtitle = text_of(section, "trinTekst");
  add_rows(section.at("raekker"), entry);
  const auto add_list = [&](const std::string& label, const json& list, const auto& line) {
    std::vector<std::string> lines;
    for (const json& one : list) lines.push_back(line(one));
    add_row(label, std::move(lines), entry);
  };
  if (section.at("harForslag").get<bool>()) {
    const json& proposals = section.at("forslag");
    add_list(text_of(proposals, "etiket"), proposals.at("poster"), [](const json& one) { return text_of(one, "tekst"); });
  }
  for (const json& goal : section.at("maal")) add_list(text_of(goal, "etiket"), goal.at("steder"), line_of_place);
  if (section.at("harBegrundelse").get<bool>())
    add_row(text_of(section, "begrundelseEtiket"), lines_of(section.at("begrundelse")), entry);
  add_rows(section.at("optaget"), entry);
  entries.push_back(std::move(entry));
}

void add_items(const json& section, Entries& entries) {
  for (const json& item : section.at("poster")) {
    Entry entry{
        .anchor = text_of(item, "id"), .title = text_of(item, "titel"), .subtitle = text_of(item, "undertitel"), .rows = {}};
    if (item.at("erAftale").get<bool>()) add_row("", lines_of(item.at("indledning")), entry);
    add_rows(item.at("raekker"), entry);
    entries.push_back(std::move(entry));
  }
}

void add_links(const json& section, Entries& entries) {
  Entry entry = entry_of_section(section);
  std::vector<std::string> links;
  for (const json& link : section.at("links")) {
    const std::string description = text_of(link, "beskrivelse");
    links.push_back(text_of(link, "tekst") + (description.empty() ? "" : ": " + description));
  }
  add_row("", std::move(links), entry);
  entries.push_back(std::move(entry));
}

/// How a kind of section becomes entries.
struct SectionRow {
  const char* type;
  void (*add)(const json&, Entries&);
};
constexpr std::array kSections{SectionRow{"erKontrakt", add_contract},    SectionRow{"erUddannelsesmaal", add_goals},
                               SectionRow{"erJobmaal", add_goals},        SectionRow{"erPlanbeskrivelse", add_text},
                               SectionRow{"erUddannelsestrin", add_step}, SectionRow{"erAkasseForslag", add_text},
                               SectionRow{"erTidslinje", add_items},      SectionRow{"erAndreVeje", add_links}};

}  // namespace

std::vector<Entry> entries_of(const json& sections) {
  Entries entries;
  for (const json& section : sections) {
    for (const SectionRow& row : kSections) {
      if (section.at(row.type).get<bool>()) row.add(section, entries);
    }
  }
  return entries;
}

}  // namespace plan
