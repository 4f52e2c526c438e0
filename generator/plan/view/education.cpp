#include "plan/view/education.h"

#include <algorithm>
#include <string>

#include "base/danish_dates.h"
#include "plan/view/pieces.h"

namespace plan {

using namespace min_plan;
using nlohmann::json;

namespace {

constexpr std::string_view kGroup = "uddannelsestrin";
constexpr int kSteps = 4;

json step_list(int current, const Labels& labels) {
  json list = json::array();
  for (int step = 1; step <= kSteps; ++step) {
    list.push_back({{"nummer", step},
                    {"tekst", labels.text("uddannelsestrin.korte", std::to_string(step))},
                    {"erNuvaerende", step == current},
                    {"erFoer", step < current}});
  }
  return list;
}

json head_rows(const Uddannelsespaalaeg& order, const Labels& labels) {
  json rows = json::array();
  const auto add = [&](const char* id, std::string_view value) {
    rows.push_back(row_piece(id, labels.text(kGroup, id), BlockPieces().line(value)));
  };
  if (order.frist) add("frist", base::weekday_date(*order.frist));
  if (order.sagsbehandler) add("sagsbehandler", order.sagsbehandler->navn);
  if (order.sendt) add("sendt", labels.text(kGroup, "ja"));
  return rows;
}

json place_piece(const Uddannelsessted& place, int step, const Labels& labels) {
  const bool applies = step == 3;
  const std::string answer = labels.text("uddannelsestrin.svar", place.svar.empty() ? "afventer" : place.svar);
  return {{"navn", place.navn},
          {"harAnsoegning", applies},
          {"sendtEtiket", labels.text(kGroup, "sendtSpoergsmaal")},
          {"sendtTekst", labels.text(kGroup, "sendtJa")},
          {"sendt", place.ansoegning_sendt},
          {"svarEtiket", labels.text(kGroup, "svarEtiket")},
          {"svar", answer}};
}

json goals_piece(const Uddannelsespaalaeg& order, const Scene& scene) {
  json goals = json::array();
  if (order.trin != 2 && order.trin != 3) return goals;
  for (const Uddannelsesmaal& goal : by_priority(scene.plan.uddannelsesmaal)) {
    json places = json::array();
    for (const auto& place : goal.uddannelsessteder) places.push_back(place_piece(place, order.trin, scene.labels));
    const std::string label =
        scene.labels.fill(kGroup, "maal", {{"nummer", std::to_string(goal.prioritet)}, {"titel", goal.titel}});
    goals.push_back({{"etiket", label},
                     {"harSteder", !places.empty()},
                     {"steder", std::move(places)},
                     {"kanTilfoejes", order.trin == 2},
                     {"tilfoej", scene.labels.link("tilfoejSted")}});
  }
  return goals;
}

json suggestions_piece(const Uddannelsespaalaeg& order, const Labels& labels) {
  json list = json::array();
  for (const std::string& suggestion : order.forslag) list.push_back({{"tekst", suggestion}});
  return {{"etiket", labels.text(kGroup, "mineForslag")},
          {"harPoster", !list.empty()},
          {"poster", std::move(list)},
          {"tilfoej", labels.link("tilfoejForslag")}};
}

/// What the places have answered that the citizen is admitted to.
BlockPieces admitted_by_answer(const std::vector<Uddannelsesmaal>& goals) {
  BlockPieces lines;
  for (const Uddannelsesmaal& goal : by_priority(goals)) {
    for (const Uddannelsessted& place : goal.uddannelsessteder) {
      if (place.svar == "optaget") lines.line(goal.titel + ", " + place.navn);
    }
  }
  return lines;
}

json admitted_rows(const Uddannelsespaalaeg& order, const Scene& scene) {
  const Labels& labels = scene.labels;
  json rows = json::array();
  if (order.trin != 4) return rows;
  if (!order.optaget_paa) {
    const BlockPieces lines = admitted_by_answer(scene.plan.uddannelsesmaal);
    if (!lines.empty()) rows.push_back(row_piece("optagetPaa", labels.text(kGroup, "optagetPaa"), lines));
    return rows;
  }
  const auto add = [&](const char* id, std::string_view value) {
    if (!value.empty()) rows.push_back(row_piece(id, labels.text(kGroup, id), BlockPieces().line(value)));
  };
  add("optagetPaa", order.optaget_paa->uddannelse);
  add("uddannelsessted", order.optaget_paa->sted);
  if (order.optaget_paa->startdato) add("startdato", base::weekday_date(*order.optaget_paa->startdato));
  return rows;
}

json buttons(int step, const Scene& scene) {
  const Labels& labels = scene.labels;
  if (step == 4 || scene.is_pdf()) return json::array();
  json made = json::array();
  for (const char* name : {"gem", step == 3 ? "gemOgSend" : "send"}) {
    json link = labels.link(name);
    if (has_address(link)) made.push_back(std::move(link));
  }
  return made;
}

/// Where the citizen writes: on Jobnet, or to the case worker.
std::string_view introductions(const Labels& labels) {
  return labels.leads_to_jobnet() ? "uddannelsestrin.indledninger" : "uddannelsestrin.indledningerUdenJobnet";
}

json blocks_of(std::string_view text) { return BlockPieces().text(text).pieces(); }

}  // namespace

std::vector<Uddannelsesmaal> by_priority(std::vector<Uddannelsesmaal> goals) {
  std::ranges::stable_sort(goals, {}, &Uddannelsesmaal::prioritet);
  return goals;
}

json education_step_piece(const Uddannelsespaalaeg& order, const Scene& scene) {
  const Labels& labels = scene.labels;
  const std::string step = std::to_string(order.trin);
  const bool gives_reason = order.trin <= 2;
  const std::string heading =
      order.overskrift.empty() ? labels.text("uddannelsestrin.overskrifter", step) : order.overskrift;
  const std::string introduction = order.indledning.empty() ? labels.text(introductions(labels), step) : order.indledning;
  json piece{{"overskrift", heading},
             {"trin", order.trin},
             {"trinTekst", labels.fill(kGroup, "trin", {{"nummer", step}})},
             {"trinliste", step_list(order.trin, labels)},
             {"raekker", head_rows(order, labels)},
             {"indledning", blocks_of(introduction)},
             {"film", labels.link("film")},
             {"harHjaelp", gives_reason},
             {"hjaelp", labels.link("findUddannelser")},
             {"harForslag", order.trin == 1},
             {"forslag", suggestions_piece(order, labels)},
             {"maal", goals_piece(order, scene)},
             {"harBegrundelse", gives_reason},
             {"begrundelseEtiket", gives_reason ? labels.text("uddannelsestrin.begrundelse", step) : ""},
             {"begrundelse", blocks_of(order.begrundelse)},
             {"tilfoejBegrundelse", gives_reason ? labels.link("tilfoejBegrundelse" + step) : json()},
             {"optaget", admitted_rows(order, scene)},
             {"knapper", buttons(order.trin, scene)}};
  for (int n = 1; n <= kSteps; ++n) piece["erTrin" + std::to_string(n)] = n == order.trin;
  return piece;
}

}  // namespace plan
