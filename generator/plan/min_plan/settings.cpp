#include "plan/min_plan/settings.h"

#include <array>
#include <nlohmann/json.hpp>
#include <variant>

#include "base/suggest.h"
#include "load/json_places.h"
#include "plan/kinds.h"
#include "plan/schema/pointer.h"

namespace plan::min_plan {

namespace {

using nlohmann::json;

/// A limit's name in the data and its place in Limits; an optional one may be null.
struct LimitName {
  const char* name;
  std::variant<int Limits::*, std::optional<int> Limits::*> place;
};
const std::array kLimitNames{LimitName{"hvadTegn", &Limits::hvad_tegn},
                             LimitName{"hvorforTegn", &Limits::hvorfor_tegn},
                             LimitName{"statusEfterDage", &Limits::status_efter_dage},
                             LimitName{"statusHoejstGammelDage", &Limits::status_hoejst_gammel_dage},
                             LimitName{"statusEfterSlutDage", &Limits::status_efter_slut_dage},
                             LimitName{"afsluttendeStatusDage", &Limits::afsluttende_status_dage},
                             LimitName{"statusMindstOrd", &Limits::status_mindst_ord},
                             LimitName{"kursusHoejstDage", &Limits::kursus_hoejst_dage},
                             LimitName{"timerHoejst", &Limits::timer_hoejst},
                             LimitName{"indsatsHoejstDage", &Limits::indsats_hoejst_dage},
                             LimitName{"tekstHoejstOrd", &Limits::tekst_hoejst_ord},
                             LimitName{"beskrivelseFremMaaneder", &Limits::beskrivelse_frem_maaneder}};

const LimitName* find_limit(std::string_view name) {
  for (const auto& limit : kLimitNames) {
    if (limit.name == name) return &limit;
  }
  return nullptr;
}

/// Sets a limit; false when the value is of the wrong type.
bool set_limit(Limits& limits, const LimitName& limit, const json& value) {
  const bool is_count = value.is_number_integer() && value >= 0 && value <= 1'000'000;
  if (const auto* const optional = std::get_if<std::optional<int> Limits::*>(&limit.place)) {
    if (is_count) limits.*(*optional) = value.get<int>();
    if (value.is_null()) limits.*(*optional) = std::nullopt;
    return is_count || value.is_null();
  }
  if (is_count) limits.*std::get<int Limits::*>(limit.place) = value.get<int>();
  return is_count;
}

base::Problem unknown_limit(const std::string& name, load::JsonPlaces& places) {
  std::vector<std::string> known;
  for (const auto& limit : kLimitNames) known.emplace_back(limit.name);
  base::Problem problem{.code = "plan.graense.ukendt",
                        .arguments = {{"navn", name}},
                        .where = places.locate(pointer_to("", name)).key,
                        .hints = {}};
  if (const auto near = base::nearest_word(name, known)) problem.hints.push_back(base::did_you_mean(*near));
  return problem;
}

}  // namespace

Limits default_limits() {
  static const Limits defaults = [] {
    Limits limits;
    const auto file = json::parse(built_in_kind_file("min-plan/graenser.json"));
    for (const auto& [name, value] : file.at("graenser").items()) {
      if (const auto* const limit = find_limit(name)) set_limit(limits, *limit, value);
    }
    return limits;
  }();
  return defaults;
}

std::optional<Limits> read_limits(const load::JsonDocument& document, base::Problems& problems) {
  load::JsonPlaces places(document);
  auto limits = default_limits();
  if (!document.value.is_object()) {
    problems.add({.code = "plan.graense.ikke-et-objekt", .arguments = {}, .where = places.locate("").value, .hints = {}});
    return std::nullopt;
  }
  const auto before = problems.error_count();
  for (const auto& [name, value] : document.value.items()) {
    const auto* const limit = find_limit(name);
    if (limit == nullptr) {
      problems.add(unknown_limit(name, places));
    } else if (!set_limit(limits, *limit, value)) {
      const auto where = places.locate(pointer_to("", name)).value;
      problems.add({.code = "plan.graense.ikke-et-tal", .arguments = {{"navn", name}}, .where = where, .hints = {}});
    }
  }
  return problems.error_count() == before ? std::optional(limits) : std::nullopt;
}

std::optional<TitleList> read_title_list(const load::JsonDocument& document, base::Problems& problems) {
  TitleList titles;
  const auto is_row = [](const json& row) {
    return row.is_object() && row.contains("disco") && row.at("disco").is_string() && row.contains("titel") &&
           row.at("titel").is_string();
  };
  const bool is_list = document.value.is_array();
  for (std::size_t i = 0; is_list && i < document.value.size(); ++i) {
    const auto& row = document.value[i];
    if (!is_row(row)) {
      const auto where = load::JsonPlaces(document).locate("/" + std::to_string(i)).value;
      problems.add({.code = "plan.titelliste.raekke", .arguments = {}, .where = where, .hints = {}});
      return std::nullopt;
    }
    titles.emplace(row.at("disco").get<std::string>(), row.at("titel").get<std::string>());
  }
  if (is_list) return titles;
  const auto where = load::JsonPlaces(document).locate("").value;
  problems.add({.code = "plan.titelliste.ikke-en-liste", .arguments = {}, .where = where, .hints = {}});
  return std::nullopt;
}

}  // namespace plan::min_plan
