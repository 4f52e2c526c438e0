#include "plan/view/sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/danish_dates.h"
#include "plan/view/current.h"
#include "plan/view/danish_number.h"
#include "plan/view/education.h"
#include "plan/view/items.h"
#include "plan/view/outside.h"
#include "plan/view/people.h"
#include "plan/view/pieces.h"
#include "plan/view/timeline_pieces.h"

namespace plan {

using namespace min_plan;
using nlohmann::json;

namespace {

/// The sections' booleans; every section has them all, one of them true.
constexpr std::array kSectionTypes{"erKontrakt",      "erUddannelsesmaal", "erJobmaal",       "erPlanbeskrivelse",
                                   "erAkasseForslag", "erUddannelsestrin", "erSenesteAftale", "erTidslinje",
                                   "erKrav",          "erIndsatser",       "erAftaler",       "erAndreVeje"};

json section_named(std::string_view heading, std::string_view type, std::string_view id) {
  json made{{"id", id}, {"overskrift", heading}};
  for (const char* one : kSectionTypes) made[one] = one == type;
  return made;
}

/// A section whose heading is always the same.
json section(std::string_view type, std::string_view id, const Scene& scene) {
  return section_named(scene.labels.text("overskrifter", id), type, id);
}

std::string agreed_with(const MinPlan& plan, const Labels& labels) {
  return plan.maal_aftalt_med ? labels.fill("popup", "aftaltMed", {{"navn", plan.maal_aftalt_med->navn}}) : "";
}

// ---- contract

json contract_rows(const Kontrakt& contract, const Labels& labels) {
  json rows = json::array();
  const auto add = [&](const char* id, const BlockPieces& blocks) {
    if (!blocks.empty()) rows.push_back(row_piece(id, labels.text("kontrakt", id), blocks));
  };
  const auto day = [](std::optional<base::Date> date) { return date ? base::short_date(*date) : std::string(); };
  add("program", BlockPieces().line(labels.text("kontrakt.programmer", contract.program)));
  add("danskmaal", BlockPieces().text(contract.danskmaal));
  add("vejledtOmDansk", BlockPieces().line(day(contract.vejledt_om_dansk_dato)));
  add("maal", BlockPieces().text(contract.job_eller_uddannelsesmaal));
  add("indsatser", BlockPieces().list(contract.indsatser));
  if (contract.erklaering_underskrevet) {
    const char* code = *contract.erklaering_underskrevet ? "underskrevet" : "ikkeUnderskrevet";
    add("erklaering", BlockPieces().line(labels.text("kontrakt", code)));
  }
  if (contract.gyldig_fra && contract.gyldig_til) {
    add("gyldig", BlockPieces().line(base::short_period(*contract.gyldig_fra, *contract.gyldig_til)));
  } else if (contract.gyldig_fra) {
    add("gyldig", BlockPieces().line(labels.fill("kontrakt", "udenSlut", {{"dato", day(contract.gyldig_fra)}})));
  } else if (contract.gyldig_til) {
    add("gyldig", BlockPieces().line(labels.fill("kontrakt", "udenStart", {{"dato", day(contract.gyldig_til)}})));
  }
  return rows;
}

std::optional<json> contract_section(const Scene& scene) {
  if (!scene.plan.kontrakt) return std::nullopt;
  json made = section("erKontrakt", "kontrakt", scene);
  made["blokke"] = BlockPieces().paragraph(scene.labels.text("kontrakt", "indledning")).pieces();
  made["harKnap"] = !scene.is_pdf();
  made["knap"] = scene.labels.link("kontrakt");
  made["raekker"] = contract_rows(*scene.plan.kontrakt, scene.labels);
  return made;
}

// ---- goals

std::optional<json> education_goals_section(const Scene& scene) {
  if (scene.plan.uddannelsesmaal.empty()) return std::nullopt;
  json made = section("erUddannelsesmaal", "uddannelsesmaal", scene);
  made["maal"] = json::array();
  for (const Uddannelsesmaal& goal : by_priority(scene.plan.uddannelsesmaal)) {
    made["maal"].push_back({{"prioritet", goal.prioritet}, {"tekst", goal.titel}, {"note", ""}});
  }
  made["aftaltMed"] = scene.plan.jobmaal.empty() ? agreed_with(scene.plan, scene.labels) : "";
  return made;
}

std::string goal_note(const Jobmaal& goal, const Labels& labels) {
  std::string note = goal.horisont == Horisont::lang ? labels.text("jobmaal", "langsigtet") : "";
  if (!goal.timer_maal) return note;
  if (!note.empty()) note += ", ";
  return note + labels.fill("jobmaal", "timer", {{"timer", danish_number(*goal.timer_maal)}});
}

/// "FIND JOB" stands beside the goals of all but those who have a job or a contract (D1 appendix 1).
bool has_find_job(const Scene& scene) { return !scene.is_pdf() && scene.column != 'E' && scene.column != 'X'; }

std::optional<json> job_goals_section(const Scene& scene) {
  json made = section("erJobmaal", "jobmaal", scene);
  made["maal"] = json::array();
  for (const Jobmaal& goal : scene.plan.jobmaal) {
    if (!is_current(goal, scene.request.today)) continue;
    made["maal"].push_back({{"tekst", goal.tekst()}, {"note", goal_note(goal, scene.labels)}});
  }
  if (made["maal"].empty()) return std::nullopt;
  made["aftaltMed"] = agreed_with(scene.plan, scene.labels);
  made["knap"] = scene.labels.link("findJob");
  made["harKnap"] = has_find_job(scene) && has_address(made["knap"]);
  return made;
}

// ---- description and replies

json replies(const Scene& scene) {
  json list = json::array();
  for (const KommentarSvar& reply : scene.plan.kommentar_svar) {
    list.push_back({{"dato", date_piece(reply.dato)}, {"blokke", BlockPieces().text(reply.tekst).pieces()}});
  }
  return list;
}

std::optional<json> description_section(const Scene& scene) {
  BlockPieces blocks;
  blocks.text(scene.plan.planbeskrivelse);
  if (scene.plan.rehabiliteringsplan) blocks.text(scene.plan.rehabiliteringsplan->henvisning);
  json answers = replies(scene);
  if (blocks.empty() && answers.empty()) return std::nullopt;
  const char* heading = scene.has_education_order() ? "kommentar" : "planbeskrivelse";
  json made = section_named(scene.labels.text("overskrifter", heading), "erPlanbeskrivelse", "planbeskrivelse");
  made["blokke"] = blocks.pieces();
  made["harSvar"] = !answers.empty();
  made["svarOverskrift"] = scene.labels.text("overskrifter", "kommentarSvar");
  made["svar"] = std::move(answers);
  return made;
}

std::optional<json> education_section(const Scene& scene) {
  if (!scene.plan.uddannelsespaalaeg) return std::nullopt;
  json made = section_named("", "erUddannelsestrin", "uddannelsestrin");
  made.update(education_step_piece(*scene.plan.uddannelsespaalaeg, scene));  // brings the heading of its step
  return made;
}

// ---- the a-kasse's proposal

std::optional<json> proposal_section(const Scene& scene) {
  if (!scene.plan.akasse_forslag || scene.is_pdf()) return std::nullopt;
  const AkasseForslag& proposal = *scene.plan.akasse_forslag;
  const Labels& labels = scene.labels;
  BlockPieces blocks;
  if (proposal.dato && proposal.person) {
    blocks.paragraph(
        labels.fill("akasseForslag", "fra", {{"dato", base::short_date(*proposal.dato)}, {"navn", proposal.person->navn}}));
  }
  std::vector<std::string> goals;
  for (const KodetStilling& goal : proposal.jobmaal) {
    goals.push_back(goal.begrundelse.empty() ? goal.titel : goal.titel + ": " + goal.begrundelse);
  }
  if (!goals.empty()) blocks.label(labels.text("akasseForslag", "jobmaal")).list(goals);
  if (!proposal.indsatsforslag.empty()) blocks.label(labels.text("akasseForslag", "indsatser"));
  for (const IndsatsForslag& one : proposal.indsatsforslag) blocks.line(one.indsats).text(one.faglig_begrundelse);
  if (blocks.empty()) return std::nullopt;
  json made = section("erAkasseForslag", "akasse-forslag", scene);
  made["blokke"] = blocks.pieces();
  return made;
}

// ---- latest agreements

std::optional<json> latest_section(std::string_view type, const Scene& scene) {
  const Aftale* latest = latest_agreement(scene.plan.aftaler, type, scene.request.today);
  if (latest == nullptr || latest->tekst.empty()) return std::nullopt;
  json made = section("erSenesteAftale", "seneste-aftale-" + std::string(type), scene);
  made["blokke"] = BlockPieces().text(latest->tekst).pieces();
  made["fod"] =
      scene.labels.fill("popup", "aftaltMedDen", {{"navn", latest->person.navn}, {"dato", base::short_date(latest->dato)}});
  return made;
}

std::optional<json> latest_jobcenter_section(const Scene& scene) { return latest_section("jobcenter", scene); }
std::optional<json> latest_akasse_section(const Scene& scene) { return latest_section("akasse", scene); }

// ---- efforts and agreements

/// The list holds what the timeline draws (D1 §6.1): on paper the one window, on screen all windows, as a script steps
/// through them and shows of the list what it draws.
std::optional<json> timeline_section(const Scene& scene) {
  if (scene.is_pdf()) return std::nullopt;
  json made = section("erTidslinje", "indsatser-og-aftaler", scene);
  const Window window = default_window(scene);
  const std::vector<Item> items = all_items(scene);
  made["poster"] = json::array();
  for (const Item& item : items) {
    const bool is_shown = is_in_window(item.place, window);
    if (!is_shown && scene.request.output == Output::print) continue;
    json content = item.content;
    content["iVindue"] = is_shown;
    made["poster"].push_back(std::move(content));
  }
  made["harPoster"] = !made["poster"].empty();
  made["ingenPoster"] = scene.labels.text("tidslinje", made["harPoster"] || items.empty() ? "tom" : "tomPeriode");
  made["udenfor"] = outside_piece(items, window, scene);
  made["tidslinje"] = timeline_piece(items, scene);
  made["kalender"] = scene.labels.link("kalender");
  return made;
}

/// What a PDF unfolds of the items: those of one kind that are current.
std::optional<json> unfolded_section(std::string_view type, std::string_view id, const Scene& scene) {
  if (!scene.is_pdf()) return std::nullopt;
  MinPlan current = scene.plan;
  const base::Date today = scene.request.today;
  std::erase_if(current.indsatser, [&](const Indsats& e) { return type != "erIndsatser" || !is_current(e, today); });
  std::erase_if(current.krav_til_jobsoegning, [&](const Krav& k) { return type != "erKrav" || !is_current(k, today); });
  std::erase_if(current.aftaler,
                [&](const Aftale& a) { return type != "erAftaler" || phase_of(a, today) != Phase::coming; });
  const Scene narrowed{current, scene.labels, scene.request, scene.column};
  json made = section(type, id, scene);
  made["poster"] = json::array();
  for (const Item& item : all_items(narrowed)) {
    json content = item.content;
    content["iVindue"] = true;
    made["poster"].push_back(std::move(content));
  }
  return made["poster"].empty() ? std::nullopt : std::optional(std::move(made));
}

std::optional<json> demands_section(const Scene& scene) { return unfolded_section("erKrav", "krav", scene); }
std::optional<json> efforts_section(const Scene& scene) { return unfolded_section("erIndsatser", "indsatser", scene); }
std::optional<json> coming_section(const Scene& scene) { return unfolded_section("erAftaler", "kommende-aftaler", scene); }

// ---- inspiration

std::optional<json> links_section(const Scene& scene) {
  if (scene.plan.andre_veje.empty() || scene.is_pdf()) return std::nullopt;
  json made = section("erAndreVeje", "andre-veje", scene);
  made["links"] = json::array();
  for (const Link& link : scene.plan.andre_veje) {
    made["links"].push_back({{"tekst", link.titel}, {"url", link.adresse}, {"beskrivelse", link.beskrivelse}});
  }
  return made;
}

/// The page's order (D1 appendix 1).
using SectionMaker = std::optional<json> (*)(const Scene&);
constexpr std::array<SectionMaker, 13> kPageOrder{
    contract_section, education_goals_section,  job_goals_section,     description_section, education_section,
    proposal_section, latest_jobcenter_section, latest_akasse_section, timeline_section,    demands_section,
    efforts_section,  coming_section,           links_section,
};

}  // namespace

json all_sections(const Scene& scene) {
  json sections = json::array();
  for (const SectionMaker make : kPageOrder) {
    if (auto made = make(scene)) sections.push_back(*std::move(made));
  }
  return sections;
}

}  // namespace plan
