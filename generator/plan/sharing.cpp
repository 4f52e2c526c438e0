#include "plan/sharing.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/suggest.h"
#include "load/json_places.h"
#include "plan/schema/pointer.h"

namespace plan {

namespace {

using nlohmann::json;
using Rule = SharingTable::Rule;

struct SharingWord {
  std::string_view word;
  Sharing sharing;
};
constexpr std::array kWords{SharingWord{"vis", Sharing::show},         SharingWord{"felt", Sharing::field},
                            SharingWord{"stykke", Sharing::object},    SharingWord{"post", Sharing::item},
                            SharingWord{"dagpenge", Sharing::insured}, SharingWord{"skjul", Sharing::hide},
                            SharingWord{"intern", Sharing::internal}};

/// Reads decisions; a text that begins with `@` stands for a piece that several places share.
class TableReader {
 public:
  TableReader(const load::JsonDocument& document, base::Problems& problems) : places_(document), problems_(problems) {}

  Rule read(const json& document) {
    if (!document.is_object() || !document.contains("felter")) {
      report("plan.modtagere.uden-felter", "", {});
      return {};
    }
    const json none = json::object();
    const json& pieces = document.contains("stykker") ? document.at("stykker") : none;
    for (const auto& [name, piece] : pieces.items()) {
      Rule rule = read_rule(piece, pointer_to("/stykker", name));
      pieces_.emplace("@" + name, std::move(rule));
    }
    return read_rule(document.at("felter"), "/felter");
  }

 private:
  Rule read_rule(const json& value, const std::string& at) {
    if (value.is_object()) return read_object(value, at);
    if (value.is_array() && value.size() == 1) {
      return {.form = Rule::Form::list, .sharing = {}, .keys = {}, .parts = {read_rule(value.front(), at + "/0")}};
    }
    if (value.is_string()) return read_word(value.get_ref<const std::string&>(), at);
    report("plan.modtagere.form", at, {});
    return {};
  }

  Rule read_object(const json& value, const std::string& at) {
    Rule rule{.form = Rule::Form::object, .sharing = {}, .keys = {}, .parts = {}};
    for (const auto& [key, part] : value.items()) {
      rule.keys.push_back(key);
      rule.parts.push_back(read_rule(part, pointer_to(at, key)));
    }
    return rule;
  }

  Rule read_word(const std::string& word, const std::string& at) {
    const auto* const found = std::ranges::find(kWords, word, &SharingWord::word);
    if (found != kWords.end()) return {.form = Rule::Form::field, .sharing = found->sharing, .keys = {}, .parts = {}};
    if (const auto piece = pieces_.find(word); piece != pieces_.end()) return piece->second;
    report("plan.modtagere.ukendt-ord", at, word);
    return {};
  }

  void report(const char* code, const std::string& at, const std::string& word) {
    base::Problem problem{.code = code, .arguments = {{"ord", word}}, .where = places_.locate(at).value, .hints = {}};
    std::vector<std::string> known;
    for (const auto& one : kWords) known.emplace_back(one.word);
    for (const auto& [name, rule] : pieces_) known.push_back(name);
    if (const auto near = base::nearest_word(word, known)) problem.hints.push_back(base::did_you_mean(*near));
    problems_.add(std::move(problem));
  }

  load::JsonPlaces places_;
  base::Problems& problems_;
  std::map<std::string, Rule> pieces_;
};

/// What becomes of a value, or of what it stands in.
enum class Outcome { keep, drop, drop_object, drop_item };

/// Walks a plan and its rules side by side and takes out what may not be known.
class SharingWalk {
 public:
  explicit SharingWalk(const SharingQuestion& question) : question_(question) {}

  Outcome apply(json& value, const Rule& rule) const {
    switch (rule.form) {
      case Rule::Form::field: return of_field(value, rule.sharing);
      case Rule::Form::object: return of_object(value, rule);
      case Rule::Form::list: return of_list(value, rule.parts.front());
    }
    return Outcome::drop;
  }

 private:
  [[nodiscard]] Outcome of_field(const json& value, Sharing sharing) const {
    switch (sharing) {
      case Sharing::show: return Outcome::keep;
      case Sharing::field: return is_telling(value) ? Outcome::drop : Outcome::keep;
      case Sharing::object: return is_telling(value) ? Outcome::drop_object : Outcome::keep;
      case Sharing::item: return is_telling(value) ? Outcome::drop_item : Outcome::keep;
      case Sharing::insured: return question_.insured == Insured::no || is_telling(value) ? Outcome::drop : Outcome::keep;
      case Sharing::hide:
      case Sharing::internal: return Outcome::drop;
    }
    return Outcome::drop;
  }

  Outcome of_object(json& value, const Rule& rule) const {
    if (!value.is_object()) return Outcome::drop;
    for (auto member = value.begin(); member != value.end();) {
      const auto key = std::ranges::find(rule.keys, member.key());
      const auto place = static_cast<std::size_t>(key - rule.keys.begin());
      const Outcome outcome = key == rule.keys.end() ? Outcome::drop : apply(*member, rule.parts[place]);
      if (outcome == Outcome::drop_object) return Outcome::drop;
      if (outcome == Outcome::drop_item) return Outcome::drop_item;
      member = outcome == Outcome::drop ? value.erase(member) : std::next(member);
    }
    return Outcome::keep;
  }

  Outcome of_list(json& value, const Rule& element) const {
    if (!value.is_array()) return Outcome::drop;
    json kept = json::array();
    for (json& one : value) {
      if (apply(one, element) == Outcome::keep) kept.push_back(std::move(one));
    }
    value = std::move(kept);
    return Outcome::keep;
  }

  [[nodiscard]] bool is_telling(const json& value) const {
    if (value.is_string()) return question_.is_telling(value.get_ref<const std::string&>());
    return value.is_structured() && std::ranges::any_of(value, [this](const json& part) { return is_telling(part); });
  }

  const SharingQuestion& question_;
};

void list_decisions(const Rule& rule, const std::string& path, std::map<std::string, Sharing>& decisions) {
  if (rule.form == Rule::Form::field) {
    decisions.emplace(path, rule.sharing);
  } else if (rule.form == Rule::Form::list) {
    list_decisions(rule.parts.front(), path + "[]", decisions);
  } else {
    for (std::size_t i = 0; i < rule.keys.size(); ++i) {
      list_decisions(rule.parts[i], path.empty() ? rule.keys[i] : path + "." + rule.keys[i], decisions);
    }
  }
}

}  // namespace

std::optional<SharingTable> SharingTable::read(const load::JsonDocument& document, base::Problems& problems) {
  const auto errors_before = problems.error_count();
  auto root = TableReader(document, problems).read(document.value);
  if (problems.error_count() > errors_before) return std::nullopt;
  return SharingTable(std::move(root));
}

json SharingTable::shared(json document, const SharingQuestion& question) const {
  return SharingWalk(question).apply(document, root_) == Outcome::keep ? std::move(document) : json();
}

std::map<std::string, Sharing> SharingTable::decisions() const {
  std::map<std::string, Sharing> decisions;
  list_decisions(root_, "", decisions);
  return decisions;
}

}  // namespace plan
