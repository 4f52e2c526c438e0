#include "plan/audience.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "plan/audience_terms.h"
#include "plan/min_plan/read.h"
#include "plan/min_plan/tables.h"

namespace plan {
namespace {

using min_plan::Indsats;
using min_plan::MinPlan;
using nlohmann::json;

bool is_hidden(const Indsats& effort) {
  const min_plan::IndsatsArt* type = min_plan::tables().indsats(effort.art);
  return type == nullptr || type->skjult_for_akasse;
}

/// The efforts of a plan by whether the a-kasse may see them.
struct Efforts {
  std::vector<Indsats> hidden;
  std::vector<Indsats> visible;
};

Efforts parted(const MinPlan& plan) {
  Efforts efforts;
  for (const Indsats& effort : plan.indsatser) (is_hidden(effort) ? efforts.hidden : efforts.visible).push_back(effort);
  return efforts;
}

/// Everyone whom the plan names outside its efforts. Their names alone tell nothing.
std::vector<std::string> people_of(const MinPlan& plan) {
  std::vector<std::string> people{plan.borger.navn};
  const auto add = [&](const std::optional<min_plan::Person>& person) {
    if (person) people.push_back(person->navn);
  };
  add(plan.maal_aftalt_med);
  if (plan.uddannelsespaalaeg) add(plan.uddannelsespaalaeg->sagsbehandler);
  if (plan.akasse_forslag) add(plan.akasse_forslag->person);
  for (const auto& demand : plan.krav_til_jobsoegning) add(demand.kontakt);
  for (const auto& agreement : plan.aftaler) add(agreement.person);
  return people;
}

/// What labels.json calls a type of effort, such as Mentorstøtte; empty for an unknown type.
std::string type_name(const CheckedPlan& plan, const std::string& art) {
  return plan.kind->labels.value("indsatsarter", json::object()).value(art, "");
}

/// What the citizen is to become or may look for. A free text is none of a code list and may speak of anything.
std::vector<std::string> titles_of(const MinPlan& plan) {
  std::vector<std::string> titles;
  for (const auto& goal : plan.jobmaal) {
    if (!goal.disco.empty()) titles.push_back(goal.titel);
  }
  for (const auto& goal : plan.uddannelsesmaal) titles.push_back(goal.titel);
  for (const auto& demand : plan.krav_til_jobsoegning) {
    titles.insert(titles.end(), demand.jobomraader.begin(), demand.jobomraader.end());
  }
  return titles;
}

/// An effort that the a-kasse may see never goes with its name: a name that tells gives way to that of its type.
void name_by_type(MinPlan& seen, const CheckedPlan& plan) {
  for (Indsats& effort : seen.indsatser) {
    if (effort.navn.empty()) effort.navn = type_name(plan, effort.art);
  }
}

/// Takes the elements of a list of the plan that a test says yes to.
template <typename Test>
void drop_from(json& object, const char* key, Test is_dropped) {
  const auto list = object.find(key);
  if (list == object.end() || !list->is_array()) return;
  json kept = json::array();
  for (std::size_t i = 0; i < list->size(); ++i) {
    if (!is_dropped((*list)[i], i)) kept.push_back((*list)[i]);
  }
  *list = std::move(kept);
}

void drop_changes_about(const std::vector<Indsats>& hidden, json& document) {
  std::set<std::string> ids;
  for (const Indsats& effort : hidden) ids.insert(effort.id);
  const auto revision = document.find("revision");
  if (revision == document.end() || !revision->is_object()) return;
  drop_from(*revision, "aendringer", [&](const json& change, std::size_t) {
    const json about = change.value("vedroerer", json::array());
    return std::ranges::any_of(about, [&](const json& id) { return id.is_string() && ids.contains(id.get<std::string>()); });
  });
}

/// A map leads to its place by another way of writing it.
void drop_maps_without_place(json& document) {
  const auto agreements = document.find("aftaler");
  if (agreements == document.end()) return;
  for (json& agreement : *agreements) {
    if (!agreement.contains("sted")) agreement.erase("kort");
  }
}

/// The description and the minutes belong to the a-kasse's own ground only where the citizen is insured (D1 table 1).
Insured insured_of(const MinPlan& plan) {
  const min_plan::Maalgruppe* group = min_plan::tables().maalgruppe(plan.maalgruppe);
  return group != nullptr && group->har_akasse ? Insured::yes : Insured::no;
}

/// `other` is another version of the plan, or null.
MinPlan for_akasse(const CheckedPlan& plan, const CheckedPlan* other) {
  const MinPlan& whole = *plan.min_plan;
  Efforts efforts = parted(whole);
  if (other != nullptr) std::ranges::move(parted(*other->min_plan).hidden, std::back_inserter(efforts.hidden));
  const TellingTerms terms(efforts.hidden, efforts.visible, {.people = people_of(whole), .titles = titles_of(whole)});
  json document = plan.document.value;
  drop_from(document, "indsatser", [&](const json&, std::size_t i) { return is_hidden(whole.indsatser[i]); });
  drop_from(document, "aftaler", [&](const json&, std::size_t i) { return !whole.aftaler[i].publiceret; });
  drop_changes_about(efforts.hidden, document);
  document = plan.kind->sharing->shared(
      std::move(document),
      {.is_telling = [&](std::string_view text) { return terms.occur_in(text); }, .insured = insured_of(whole)});
  drop_maps_without_place(document);
  MinPlan seen = min_plan::read_min_plan(document);
  name_by_type(seen, plan);
  return seen;
}

/// The plan for citizen and job centre, who may know every effort.
MinPlan unredacted(const CheckedPlan& plan, Audience audience) {
  MinPlan seen = *plan.min_plan;
  if (audience == Audience::borger) std::erase_if(seen.aftaler, [](const auto& agreement) { return !agreement.publiceret; });
  return seen;
}

/// A text of the plan as the audience may know it, or nothing.
std::string text_for_audience(const CheckedPlan& plan, Audience audience, const json::json_pointer& place) {
  const json& whole = plan.document.value;
  const json data = audience == Audience::akasse ? data_for_audience(plan, audience) : json();
  const json& known = audience == Audience::akasse ? data : whole;
  return known.contains(place) && known.at(place).is_string() ? known.at(place).get<std::string>() : std::string();
}

}  // namespace

std::string_view audience_word(Audience audience) {
  switch (audience) {
    case Audience::borger: return "borger";
    case Audience::jobcenter: return "jobcenter";
    case Audience::akasse: return "akasse";
  }
  return "";
}

std::vector<std::string> audience_words() {
  std::vector<std::string> words;
  for (const Audience one : {Audience::borger, Audience::jobcenter, Audience::akasse})
    words.emplace_back(audience_word(one));
  return words;
}

bool is_made_for(const Kind& kind, Audience audience) { return audience != Audience::akasse || kind.sharing.has_value(); }

bool has_akasse(const CheckedPlan& plan) { return !plan.min_plan || insured_of(*plan.min_plan) == Insured::yes; }

bool is_made_for(const CheckedPlan& plan, Audience audience) {
  return is_made_for(*plan.kind, audience) && (audience != Audience::akasse || has_akasse(plan));
}

bool may_see(const CheckedPlan& plan, Audience audience) {
  if (!is_made_for(plan, audience)) return false;
  return audience == Audience::jobcenter || !plan.min_plan || plan.min_plan->revision.tilstand == "publiceret";
}

MinPlan for_audience(const CheckedPlan& plan, Audience audience) {
  return audience == Audience::akasse ? for_akasse(plan, plan.earlier.get()) : unredacted(plan, audience);
}

MinPlan for_audience_beside(const CheckedPlan& plan, const CheckedPlan& other, Audience audience) {
  return audience == Audience::akasse ? for_akasse(plan, &other) : unredacted(plan, audience);
}

json data_for_audience(const CheckedPlan& plan, Audience audience) {
  if (audience != Audience::akasse) return plan.document.value;
  return plan.kind->sharing->shared(plan.document.value,
                                    {.is_telling = [](std::string_view) { return false; }, .insured = Insured::no});
}

std::string citizen_name(const CheckedPlan& plan, Audience audience) {
  return text_for_audience(plan, audience, json::json_pointer("/borger/navn"));
}

std::string group_name(const CheckedPlan& plan, Audience audience) {
  const std::string code = plan.min_plan ? text_for_audience(plan, audience, json::json_pointer("/maalgruppe")) : "";
  return code.empty() ? plan.kind->title
                      : plan.kind->labels.value("maalgrupper", json::object()).value(code, plan.kind->title);
}

}  // namespace plan
