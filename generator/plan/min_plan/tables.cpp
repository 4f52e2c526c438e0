#include "plan/min_plan/tables.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "plan/kinds.h"

namespace plan::min_plan {

namespace {

using nlohmann::json;

json file(std::string_view name) { return json::parse(built_in_kind_file("min-plan/" + std::string(name))); }

std::optional<int> number(const json& row, const char* key) {
  const auto found = row.find(key);
  return found == row.end() ? std::nullopt : std::optional(found->get<int>());
}

Maalgruppe read_maalgruppe(const json& row) {
  const auto krav_fra = row.value("kravFra", "");
  return {.kode = row.at("kode"),
          .familie = row.at("familie"),
          .kolonne = row.at("kolonne").get_ref<const std::string&>().front(),
          .har_akasse = row.value("harAkasse", false),
          .krav_fra = krav_fra.empty() ? std::nullopt
                                       : std::optional(krav_fra == "akasse" ? Myndighed::akasse : Myndighed::jobcenter),
          .soeger_job_som = row.value("soegerJobSom", false),
          .naeste_samtale = row.value("naesteSamtale", true),
          .beskrivelse_boer = row.value("beskrivelseBoer", false) || row.contains("beskrivelseBoerIKategori"),
          .beskrivelse_kategori = number(row, "beskrivelseBoerIKategori")};
}

Element read_element(const json& row) {
  static const std::map<std::string, Adgang> words{{"kraevet", Adgang::kraevet},
                                                   {"valgfri", Adgang::valgfri},
                                                   {"ikke", Adgang::ikke},
                                                   {"egen-regel", Adgang::egen_regel}};
  Element element{.noegle = row.at("noegle"), .navn = row.at("navn"), .kolonner = {}};
  for (const auto& [column, word] : row.at("kolonner").items()) element.kolonner.emplace(column.front(), words.at(word));
  return element;
}

IndsatsArt read_indsats(const json& row) {
  static const std::map<std::string, Timer> words{
      {"kraevet", Timer::kraevet}, {"valgfri", Timer::valgfri}, {"ingen", Timer::ingen}};
  return {.art = row.at("art"),
          .gruppe = row.at("gruppe"),
          .omraade = row.at("omraade"),
          .sted = row.value("sted", ""),
          .har_hvem = row.at("felt") == "hvem",
          .timer = words.at(row.at("timer")),
          .har_status = row.value("status", true),
          .loebende_status = row.at("loebendeStatus"),
          .skjult_for_akasse = row.at("skjultForAkasse")};
}

Forsoegsperiode read_trial(const json& period) {
  const auto day = [&](const char* key) { return base::parse_date(period.at(key).get_ref<const std::string&>()).value(); };
  return {.fra = day("fra"), .til = day("til")};
}

template <typename Row>
std::vector<Row> rows(const json& list, Row (*read)(const json&)) {
  std::vector<Row> made;
  std::transform(list.begin(), list.end(), std::back_inserter(made), read);
  return made;
}

Ordlister read_words() {
  Ordlister lists;
  const json words_file = file("ord.json");
  for (const auto& [name, words] : words_file.items()) {
    if (words.is_array()) lists.emplace(name, words.get<std::vector<std::string>>());
  }
  return lists;
}

template <typename Row>
const Row* find_row(const std::vector<Row>& rows, std::string Row::*key, std::string_view wanted) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.*key == wanted; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

const Maalgruppe* Tables::maalgruppe(std::string_view kode) const { return find_row(maalgrupper, &Maalgruppe::kode, kode); }

const IndsatsArt* Tables::indsats(std::string_view art) const { return find_row(indsatser, &IndsatsArt::art, art); }

const std::vector<std::string>& Tables::ordliste(std::string_view name) const {
  static const std::vector<std::string> none;
  const auto found = ord.find(name);
  return found == ord.end() ? none : found->second;
}

const Tables& tables() {
  static const Tables read{.maalgrupper = rows(file("maalgrupper.json").at("maalgrupper"), read_maalgruppe),
                           .elementer = rows(file("elementer.json").at("elementer"), read_element),
                           .indsatser = rows(file("indsatser.json").at("indsatser"), read_indsats),
                           .akasseforsoeg = read_trial(file("forsoeg.json").at("akasseforsoeg")),
                           .ord = read_words()};
  return read;
}

}  // namespace plan::min_plan
