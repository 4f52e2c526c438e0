#include "plan/merge_fields.h"

#include <array>
#include <nlohmann/json.hpp>

namespace plan {

using nlohmann::json;

namespace {

/// The text at a JSON pointer of the view, or nothing.
std::string at(const json& view, const char* pointer) {
  const json::json_pointer place(pointer);
  if (!view.contains(place)) return {};
  const json& value = view.at(place);
  return value.is_string() ? value.get<std::string>() : value.is_number_integer() ? value.dump() : std::string();
}

const json* section(const json& view, std::string_view id) {
  const auto sections = view.find("afsnit");
  if (sections == view.end()) return nullptr;
  for (const json& one : *sections) {
    if (one.at("id") == id) return &one;
  }
  return nullptr;
}

/// `Rørlægger`, `Rørlægger og Svejser`, `A, B og C`.
std::string in_a_row(const std::vector<std::string>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " og " : ", ";
    out += words[i];
  }
  return out;
}

std::string goals(const json& view, std::string_view id) {
  const json* found = section(view, id);
  std::vector<std::string> words;
  if (found != nullptr) {
    for (const json& goal : found->at("maal")) words.push_back(goal.at("tekst"));
  }
  return in_a_row(words);
}

/// The one line under a row of a section, such as the deadline of the education step.
std::string row_text(const json& view, std::string_view id, std::string_view row) {
  const json* found = section(view, id);
  if (found == nullptr || !found->contains("raekker")) return {};
  for (const json& one : found->at("raekker")) {
    if (one.at("id") == row && !one.at("blokke").empty()) return one.at("blokke").front().at("tekst");
  }
  return {};
}

struct Field {
  FieldName name;
  std::string (*value)(const json& view);
};

constexpr std::array kMinPlanFields{
    Field{{"borger.navn", "borgerens fulde navn"}, [](const json& v) { return at(v, "/borger/navn"); }},
    Field{{"borger.fornavn", "borgerens fornavn"}, [](const json& v) { return at(v, "/borger/fornavn"); }},
    Field{{"maalgruppe.navn", "målgruppens navn"}, [](const json& v) { return at(v, "/maalgruppe/navn"); }},
    Field{{"maalgruppe.kode", "målgruppens kode"}, [](const json& v) { return at(v, "/maalgruppe/kode"); }},
    Field{{"besked.aendringer", "hvordan borgeren hører om ændringer: på Jobnet, i et brev, og af huskeservice"},
          [](const json& v) { return at(v, "/besked/aendringer"); }},
    Field{{"besked.breve", "hvor breve om ydelse, rettigheder og pligter kommer"},
          [](const json& v) { return at(v, "/besked/breve"); }},
    Field{{"jobmaal", "de gældende jobmål, sat sammen med komma og og"}, [](const json& v) { return goals(v, "jobmaal"); }},
    Field{{"uddannelsesmaal", "uddannelsesmålene i prioriteret rækkefølge"},
          [](const json& v) { return goals(v, "uddannelsesmaal"); }},
    Field{{"frist", "fristen i uddannelsespålægget, med ugedag"},
          [](const json& v) { return row_text(v, "uddannelsestrin", "frist"); }},
    Field{{"sagsbehandler.navn", "sagsbehandleren i uddannelsespålægget"},
          [](const json& v) { return row_text(v, "uddannelsestrin", "sagsbehandler"); }},
    Field{{"kontrakt.danskmaal", "danskmålet i kontrakten"},
          [](const json& v) { return row_text(v, "kontrakt", "danskmaal"); }},
    Field{{"kontrakt.vejledtOmDansk", "den dag, borgeren er vejledt om dansk"},
          [](const json& v) { return row_text(v, "kontrakt", "vejledtOmDansk"); }},
    Field{{"kontrakt.program", "navnet på programmet i kontrakten"},
          [](const json& v) { return row_text(v, "kontrakt", "program"); }},
    Field{{"idag.kort", "dagens dato som 21. nov. 2019"}, [](const json& v) { return at(v, "/idag/kort"); }},
    Field{{"idag.lang", "dagens dato som 21. november 2019"}, [](const json& v) { return at(v, "/idag/lang"); }},
    Field{{"udgave.nummer", "planens udgave"}, [](const json& v) { return at(v, "/udgave/nummer"); }},
    Field{{"udgave.opdateret", "den dag, planen sidst blev opdateret"},
          [](const json& v) { return at(v, "/udgave/opdateret/kort"); }},
};

}  // namespace

std::vector<FieldName> field_names(std::string_view kind) {
  std::vector<FieldName> names;
  if (kind != "min-plan") return names;
  for (const Field& field : kMinPlanFields) names.push_back(field.name);
  return names;
}

MergeFields merge_fields(const json& view) {
  MergeFields fields;
  if (!view.is_object() || view.value("type", "") != "min-plan") return fields;
  for (const Field& field : kMinPlanFields) fields.emplace(field.name.name, field.value(view));
  return fields;
}

}  // namespace plan
