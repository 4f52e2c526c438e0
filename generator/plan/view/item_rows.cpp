#include "plan/view/item_rows.h"

#include <string>
#include <utility>

#include "base/danish_dates.h"
#include "plan/min_plan/tables.h"
#include "plan/view/current.h"
#include "plan/view/danish_number.h"
#include "plan/view/people.h"
#include "plan/view/pieces.h"

namespace plan {

using namespace min_plan;
using nlohmann::json;

namespace {

std::string hours_line(double hours, const Labels& labels) {
  return hours == 1 ? labels.text("popup", "time") : labels.fill("popup", "timer", {{"timer", danish_number(hours)}});
}

/// Of two statuses of one day the one that was written last. A text that the a-kasse may not read is empty: while the effort
/// runs the one before it is shown, and when it is over none is taken for the final one.
const Status* latest_status(const Indsats& effort, base::Date today) {
  const Status* latest = nullptr;
  for (const Status& one : effort.statusser) {
    if (one.tekst.empty() && phase_of(effort, today) != Phase::ended) continue;
    const bool is_later =
        latest == nullptr || std::pair(one.afsluttende, one.dato) >= std::pair(latest->afsluttende, latest->dato);
    if (is_later) latest = &one;
  }
  return latest;
}

/// The last status of an effort that is closed is its final one, also when it was written before the citizen left for a job
/// or an education.
bool is_final(const Status& status, const Indsats& effort, base::Date today) {
  return status.afsluttende || (phase_of(effort, today) == Phase::ended && !lacks_final_status(effort, today));
}

/// After the end the row is that of the final status (D1 §6.3). While that is missing, the text under it says that it is an
/// older one, so that nobody takes it for the result.
void add_status(json& rows, const Indsats& effort, const Scene& scene) {
  const Status* status = has_status(effort) ? latest_status(effort, scene.request.today) : nullptr;
  if (status == nullptr || status->tekst.empty()) return;
  const base::Date today = scene.request.today;
  const bool closed = is_final(*status, effort, today) || phase_of(effort, today) == Phase::ended;
  const std::string day = "(" + base::short_date(status->dato) + ")";
  const std::string latest = scene.labels.text("raekker", "seneste-status");
  BlockPieces blocks;
  if (closed && !is_final(*status, effort, today)) blocks.label(latest + " " + day + ":");
  blocks.text(status->tekst);
  const std::string label = closed ? scene.labels.text("raekker", "afsluttende-status") : latest;
  rows.push_back(row_piece("status", label, blocks, closed ? "" : day));
}

void add_what(json& rows, const Indsats& effort, const Labels& labels) {
  BlockPieces blocks;
  blocks.line(effort.hvad.titel);
  if (effort.hvad.timer_pr_uge) blocks.line(hours_line(*effort.hvad.timer_pr_uge, labels));
  BlockPieces description;
  description.text(effort.hvad.beskrivelse);
  if (!description.empty()) blocks.label(labels.text("popup", "beskrivelse")).text(effort.hvad.beskrivelse);
  if (effort.hvad.aftalt_med) {
    blocks.paragraph(labels.fill("popup", "aftaltMed", {{"navn", name_and_unit(*effort.hvad.aftalt_med)}}));
  }
  rows.push_back(row_piece("hvad", labels.text("raekker", "hvad"), blocks));
}

void add_contacts(BlockPieces& blocks, const std::vector<Person>& contacts, const Labels& labels) {
  if (contacts.empty()) return;
  blocks.label(labels.text("popup", contacts.size() == 1 ? "kontaktperson" : "kontaktpersoner"));
  for (const Person& person : contacts) blocks.line(contact_line(person, labels));
}

void add_who(json& rows, const Indsats& effort, const Labels& labels) {
  if (!effort.hvem) return;
  BlockPieces blocks;
  add_contacts(blocks, {effort.hvem->kontakt}, labels);
  if (!effort.hvem->udbyder.empty()) blocks.label(labels.text("popup", "udbyder")).line(effort.hvem->udbyder);
  rows.push_back(row_piece("hvem", labels.text("raekker", "hvem"), blocks));
}

void add_when(json& rows, const Indsats& effort, const Labels& labels) {
  BlockPieces blocks;
  blocks.line(base::short_period(effort.hvornaar.start, effort.hvornaar.slut));
  for (const Flytning& move : effort.hvornaar.aendret) {
    blocks.label(labels.fill("popup", "aendret", {{"dato", base::short_date(move.dato)}})).text(move.tekst);
  }
  rows.push_back(row_piece("hvornaar", labels.text("raekker", "hvornaar"), blocks));
}

void add_where(json& rows, const Indsats& effort, const Labels& labels) {
  if (!effort.hvor) return;
  const IndsatsArt* type = tables().indsats(effort.art);
  const std::string place = type != nullptr && !type->sted.empty() ? type->sted : "moedested";
  BlockPieces blocks;
  if (!effort.hvor->moedested.empty()) blocks.label(labels.text("popup", place)).line(effort.hvor->moedested);
  if (!effort.hvor->virksomhedsadresse.empty()) {
    const bool is_firm = place == "arbejdssted";
    blocks.label(labels.text("popup", is_firm ? "virksomhedensAdresse" : "stedetsAdresse"));
    blocks.line(effort.hvor->virksomhedsadresse);
  }
  add_contacts(blocks, effort.hvor->kontakt, labels);
  rows.push_back(row_piece("hvor", labels.text("raekker", "hvor"), blocks));
}

void add_why(json& rows, const Indsats& effort, const Labels& labels) {
  BlockPieces blocks;
  blocks.text(effort.hvorfor);
  if (!blocks.empty()) rows.push_back(row_piece("hvorfor", labels.text("raekker", "hvorfor"), blocks));
}

/// On screen each area has its link; on paper the address, the same for all, stands once after them.
BlockPieces job_areas(const Krav& demand, const Scene& scene) {
  const json link = scene.labels.link("findJobIndenfor");
  BlockPieces areas;
  for (const std::string& area : demand.jobomraader) {
    areas.line(area);
    if (scene.request.output == Output::screen) areas.link(link);
  }
  if (scene.request.output != Output::screen && !areas.empty()) areas.link(link);
  return areas;
}

}  // namespace

json effort_rows(const Indsats& effort, const Scene& scene) {
  json rows = json::array();
  add_status(rows, effort, scene);
  for (const auto add : {add_what, add_who, add_when, add_where, add_why}) add(rows, effort, scene.labels);
  return rows;
}

std::string demand_period(const Krav& demand, const Labels& labels) {
  if (demand.til) return base::short_period(demand.fra, *demand.til);
  return labels.fill("krav", "fra", {{"dato", base::short_date(demand.fra)}});
}

json demand_rows(const Krav& demand, const Scene& scene) {
  const Labels& labels = scene.labels;
  const BlockPieces areas = job_areas(demand, scene);
  BlockPieces places;
  for (const std::string& place : demand.steder) places.line(place);
  BlockPieces other;
  if (demand.antal_pr_uge) other.line(labels.fill("krav", "antalPrUge", {{"antal", std::to_string(*demand.antal_pr_uge)}}));
  other.text(demand.oevrige);
  BlockPieces contact;
  const std::string_view authority = demand.myndighed == Myndighed::akasse ? "akasse" : "jobcenter";
  contact.line(demand.kontakt ? name_and_unit(*demand.kontakt) : labels.text("myndigheder", authority));
  BlockPieces period;
  period.line(demand_period(demand, labels));
  json rows = json::array();
  const auto add = [&](const char* id, const BlockPieces& blocks) {
    if (!blocks.empty()) rows.push_back(row_piece(id, labels.text("krav", id), blocks));
  };
  add("jobomraader", areas);
  add("steder", places);
  add("oevrige", other);
  add("sagsbehandler", contact);
  add("periode", period);
  return rows;
}

json agreement_blocks(const Aftale& agreement, const Scene& scene) {
  const Labels& labels = scene.labels;
  const std::string form = labels.text("former", agreement.form);
  BlockPieces blocks;
  if (phase_of(agreement, scene.request.today) == Phase::ended) {
    blocks.line(base::meeting_time(agreement.dato, agreement.start)).line(form).line(name_and_unit(agreement.person));
    return blocks.text(agreement.tekst).pieces();
  }
  blocks.line(agreement.slut ? base::meeting_time(agreement.dato, agreement.start, *agreement.slut)
                             : base::meeting_time(agreement.dato, agreement.start));
  blocks.line(form).line(agreement.sted);
  if (!agreement.kort.empty()) blocks.map_link({{"tekst", labels.link("kort").at("tekst")}, {"url", agreement.kort}});
  return blocks.line(name_and_role(agreement.person, labels)).text(agreement.tekst).pieces();
}

}  // namespace plan
