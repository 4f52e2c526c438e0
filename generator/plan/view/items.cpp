#include "plan/view/items.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/danish_dates.h"
#include "plan/view/current.h"
#include "plan/view/item_rows.h"
#include "plan/view/pieces.h"

namespace plan {

using namespace min_plan;
using nlohmann::json;

namespace {

json phase_piece(Phase phase, std::string_view ended_code, const Labels& labels) {
  const std::string_view code = phase == Phase::coming ? "kommende" : phase == Phase::running ? "igang" : ended_code;
  return {{"erKommende", phase == Phase::coming},
          {"erIgang", phase == Phase::running},
          {"erAfsluttet", phase == Phase::ended},
          {"tekst", labels.text("tilstande", code)}};
}

/// What every item has; its maker fills in the rest.
json content_of(const TimelineItem& place, std::string_view type) {
  return {{"erIndsats", false},
          {"erKrav", false},
          {"erAftale", false},
          {"art", type},
          {"titel", place.title},
          {"start", base::to_iso(place.start)},
          {"slut", place.end ? base::to_iso(*place.end) : ""},
          {"erKladde", false},
          {"bemaerkning", ""},
          {"indledning", json::array()},
          {"raekker", json::array()},
          {"efter", json::array()}};
}

std::string agreement_title(const Aftale& agreement, const Labels& labels) {
  return agreement.aftaletype == "oevrig" && !agreement.titel.empty() ? agreement.titel
                                                                      : labels.text("aftaletyper", agreement.aftaletype);
}

/// Ids become unique anchors: `post-` and the plan's own id, with a number where two things share one. What has no id (a
/// Krav, or an id that the a-kasse may not know) is named after what it is.
void name_items(std::vector<Item>& items) {
  std::set<std::string> taken;
  for (Item& item : items) {
    const std::string wanted = "post-" + (item.place.id.empty() ? item.content.at("art").get<std::string>() : item.place.id);
    std::string id = wanted;
    for (int n = 2; !taken.insert(id).second; ++n) id = wanted + "-" + std::to_string(n);
    item.place.id = id;
    item.content["id"] = id;
  }
}

std::vector<Item> in_order(std::vector<Item> items) {
  std::vector<TimelineItem> places;
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < items.size(); ++i) {
    places.push_back(items[i].place);
    index.emplace(items[i].place.id, i);
  }
  sort_items(places);
  std::vector<Item> sorted;
  for (const TimelineItem& place : places) sorted.push_back(std::move(items[index.at(place.id)]));
  return sorted;
}

}  // namespace

Item effort_item(const Indsats& effort, const Scene& scene) {
  const base::Date today = scene.request.today;
  Item item{{effort.id, effort.navn, effort.hvornaar.start, effort.hvornaar.slut, false}, {}};
  item.content = content_of(item.place, effort.art);
  item.content["erIndsats"] = true;
  item.content["undertitel"] = base::short_period(effort.hvornaar.start, effort.hvornaar.slut);
  item.content["tilstand"] = phase_piece(phase_of(effort, today), "afsluttet", scene.labels);
  if (lacks_final_status(effort, today)) item.content["bemaerkning"] = scene.labels.text("popup", "manglerAfsluttende");
  item.content["raekker"] = effort_rows(effort, scene);
  return item;
}

Item demand_item(const Krav& demand, const Scene& scene) {
  const Labels& labels = scene.labels;
  const std::string_view authority = demand.myndighed == Myndighed::akasse ? "akasse" : "jobcenter";
  const std::string title = labels.fill("krav", "titel", {{"myndighed", labels.text("myndigheder", authority)}});
  Item item{{demand.id, title, demand.fra, demand.til, false}, {}};
  item.content = content_of(item.place, "krav");
  item.content["erKrav"] = true;
  item.content["undertitel"] = demand_period(demand, labels);
  item.content["tilstand"] = phase_piece(phase_of(demand, scene.request.today), "afsluttet", labels);
  item.content["indledning"] = BlockPieces().paragraph(labels.text("krav.indledning", authority)).pieces();
  item.content["raekker"] = demand_rows(demand, scene);
  BlockPieces after;
  if (labels.leads_to_jobnet()) after.paragraph(labels.text("krav", "joblog"));
  after.link(labels.link("joblog")).link(labels.link("godeRaad"));
  item.content["efter"] = after.pieces();
  return item;
}

Item agreement_item(const Aftale& agreement, const Scene& scene) {
  const std::string title = agreement_title(agreement, scene.labels);
  Item item{{agreement.id, title, agreement.dato, agreement.dato, true}, {}};
  item.content = content_of(item.place, "aftale-" + agreement.aftaletype);
  item.content["erAftale"] = true;
  item.content["erKladde"] = !agreement.publiceret;
  item.content["undertitel"] = base::short_date(agreement.dato);
  item.content["tilstand"] = phase_piece(phase_of(agreement, scene.request.today), "afholdt", scene.labels);
  item.content["indledning"] = agreement_blocks(agreement, scene);
  return item;
}

std::vector<Item> all_items(const Scene& scene) {
  std::vector<Item> items;
  for (const Indsats& effort : scene.plan.indsatser) items.push_back(effort_item(effort, scene));
  for (const Krav& demand : scene.plan.krav_til_jobsoegning) items.push_back(demand_item(demand, scene));
  for (const Aftale& agreement : scene.plan.aftaler) items.push_back(agreement_item(agreement, scene));
  name_items(items);
  return in_order(std::move(items));
}

}  // namespace plan
