#include "load/json_settings_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/suggest.h"

namespace load {

using nlohmann::json;

namespace {

std::string escaped_step(const std::string& key) {
  std::string step;
  for (const char c : key) step += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return step;
}

}  // namespace

void JsonSettingsReader::each_member(const json& value, const std::function<void(const std::string&, const json&)>& visit) {
  if (!value.is_object()) return add("indstilling.ikke-objekt", {});
  const auto length = pointer_.size();
  for (const auto& [key, element] : value.items()) {
    if (key.starts_with("//")) continue;
    pointer_ += "/" + escaped_step(key);
    visit(key, element);
    pointer_.resize(length);
  }
}

void JsonSettingsReader::read_object(const json& value, const std::vector<Member>& members) {
  each_member(value, [this, &members](const std::string& key, const json& element) {
    const auto member = std::find_if(members.begin(), members.end(), [&key](const Member& m) { return m.key == key; });
    if (member != members.end()) return member->take(element);
    std::vector<std::string> known;
    for (const auto& row : members) known.emplace_back(row.key);
    add_at_key("indstilling.ukendt-noegle", {{"noegle", key}}, base::nearest_word(key, known));
  });
}

void JsonSettingsReader::each_element(const json& value, const std::function<void(const json&)>& visit) {
  if (!value.is_array()) return add("indstilling.ikke-liste", {});
  const auto length = pointer_.size();
  for (std::size_t i = 0; i < value.size(); ++i) {
    pointer_ += fmt::format("/{}", i);
    visit(value[i]);
    pointer_.resize(length);
  }
}

bool JsonSettingsReader::expect_text(const json& value) {
  if (value.is_string()) return true;
  add("indstilling.ikke-tekst", {});
  return false;
}

bool JsonSettingsReader::expect_word(const json& value, const std::vector<std::string>& words) {
  if (!expect_text(value)) return false;
  const auto& word = value.get_ref<const std::string&>();
  if (std::find(words.begin(), words.end(), word) != words.end()) return true;
  add("indstilling.ukendt-vaerdi", {{"vaerdi", word}, {"muligheder", fmt::format("{}", fmt::join(words, ", "))}},
      base::nearest_word(word, words));
  return false;
}

JsonSettingsReader::Take JsonSettingsReader::text_into(std::string& target) {
  return [this, &target](const json& value) {
    if (expect_text(value)) target = value.get<std::string>();
  };
}

JsonSettingsReader::Take JsonSettingsReader::word_into(std::string& target, std::vector<std::string> words) {
  return [this, &target, words = std::move(words)](const json& value) {
    if (expect_word(value, words)) target = value.get<std::string>();
  };
}

JsonSettingsReader::Take JsonSettingsReader::date_into(std::optional<base::Date>& target) {
  return [this, &target](const json& value) {
    if (!expect_text(value)) return;
    const auto& text = value.get_ref<const std::string&>();
    target = base::parse_date(text);
    if (!target) add("indstilling.forkert-dato", {{"vaerdi", text}});
  };
}

JsonSettingsReader::Take JsonSettingsReader::texts_into(std::vector<std::string>& target) {
  return [this, &target](const json& value) {
    target.clear();
    each_element(value, [this, &target](const json& element) {
      if (expect_text(element)) target.push_back(element.get<std::string>());
    });
  };
}

JsonSettingsReader::Take JsonSettingsReader::words_into(std::vector<std::string>& target, std::vector<std::string> words) {
  return [this, &target, words = std::move(words)](const json& value) {
    target.clear();
    if (value.is_array() && value.empty())
      add("indstilling.tom-liste", {{"muligheder", fmt::format("{}", fmt::join(words, ", "))}});
    each_element(value, [this, &target, &words](const json& element) {
      if (expect_word(element, words)) target.push_back(element.get<std::string>());
    });
  };
}

void JsonSettingsReader::add(std::string_view code, std::vector<base::Argument> arguments,
                             const std::optional<std::string>& nearest) {
  add_problem(code, std::move(arguments), nearest, places_.locate(pointer_).value);
}

void JsonSettingsReader::add_at_key(std::string_view code, std::vector<base::Argument> arguments,
                                    const std::optional<std::string>& nearest) {
  const auto place = places_.locate(pointer_);
  add_problem(code, std::move(arguments), nearest, place.key.value_or(place.value));
}

void JsonSettingsReader::add_problem(std::string_view code, std::vector<base::Argument> arguments,
                                     const std::optional<std::string>& nearest, base::Span where) {
  base::Problem problem{
      .code = std::string(code), .arguments = std::move(arguments), .where = std::move(where), .hints = {}};
  if (nearest) problem.hints.push_back(base::did_you_mean(*nearest));
  problems_.add(std::move(problem));
}

}  // namespace load
