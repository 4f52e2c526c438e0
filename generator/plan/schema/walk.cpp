#include "plan/schema/walk.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "plan/schema/pointer.h"
#include "plan/schema/scalars.h"

namespace plan {

namespace {

using nlohmann::json;

/// A key longer than this is no key of any schema, and too long to hold against patterns.
constexpr std::size_t kLongestKey = 200;

/// Schemas may refer to themselves; a walk that goes deeper than the data could lead it stops.
constexpr std::size_t kDepthLimit = 400;

/// A scalar as text for messages; long texts and containers are not shown.
std::string shown(const json& value) {
  constexpr std::size_t kLongestShown = 60;
  if (value.is_structured()) return "";
  auto text = value.is_string() ? value.get<std::string>() : value.dump();
  return text.size() <= kLongestShown ? text : "";
}

bool has_type(const json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "null") return value.is_null();
  if (type == "number") return value.is_number();
  if (type == "integer") return value.is_number_integer();
  return false;
}

std::string type_of(const json& value) {
  if (value.is_number()) return "number";
  return value.type_name();
}

std::vector<std::string> texts(const json& list) {
  if (list.is_string()) return {list.get<std::string>()};
  std::vector<std::string> found;
  for (const auto& element : list) {
    if (element.is_string()) found.push_back(element.get<std::string>());
  }
  return found;
}

class SchemaWalk {
 public:
  SchemaWalk(const json& root, const Patterns& patterns) : root_(root), patterns_(patterns) {}

  std::vector<Violation> found;

  void check(const json& written, const json& value, const std::string& at) {
    if (found.size() >= kViolationLimit || depth_ >= kDepthLimit) return;
    ++depth_;
    const auto& schema = resolve(written);
    if (schema.is_boolean() && !schema.get<bool>()) add(ViolationKind::no_match, value, at);
    if (schema.is_object()) check_all(schema, value, at);
    --depth_;
  }

 private:
  void check_all(const json& schema, const json& value, const std::string& at) {
    if (!check_type(schema, value, at)) return;
    check_known_values(schema, value, at);
    if (value.is_string()) add_scalar(violations_of_text(schema, patterns_, value.get_ref<const std::string&>()), value, at);
    if (value.is_number()) add_scalar(violations_of_number(schema, value.get<double>()), value, at);
    if (value.is_array()) check_list(schema, value, at);
    if (value.is_object()) check_object(schema, value, at);
    check_combinations(schema, value, at);
  }

  /// The schema that a `$ref` leads to; beside a `$ref` draft 7 looks at nothing else.
  const json& resolve(const json& written) const {
    const auto* schema = &written;
    for (int step = 0; step < 50 && schema->is_object() && schema->contains("$ref"); ++step) {
      const auto* const target = find_by_fragment(root_, schema->at("$ref").get<std::string>());
      if (target == nullptr) break;
      schema = target;
    }
    return *schema;
  }

  Violation& add(ViolationKind kind, const json& value, const std::string& at) {
    Violation made;
    made.kind = kind;
    made.pointer = at;
    made.value = shown(value);
    found.push_back(std::move(made));
    return found.back();
  }

  void add_scalar(std::vector<Violation> violations, const json& value, const std::string& at) {
    for (auto& violation : violations) {
      violation.pointer = at;
      violation.value = shown(value);
      found.push_back(std::move(violation));
    }
  }

  bool check_type(const json& schema, const json& value, const std::string& at) {
    const auto type = schema.find("type");
    if (type == schema.end()) return true;
    const auto allowed = texts(*type);
    if (std::any_of(allowed.begin(), allowed.end(), [&value](const std::string& one) { return has_type(value, one); }))
      return true;
    auto& violation = add(ViolationKind::wrong_type, value, at);
    violation.known = allowed;
    violation.arguments = {{"faktisk", type_of(value)}};
    return false;
  }

  void check_known_values(const json& schema, const json& value, const std::string& at) {
    const auto constant = schema.find("const");
    const auto known = schema.find("enum");
    const bool wrong_constant = constant != schema.end() && *constant != value;
    const bool wrong_word = known != schema.end() && std::find(known->begin(), known->end(), value) == known->end();
    if (!wrong_constant && !wrong_word) return;
    auto& violation = add(ViolationKind::unknown_value, value, at);
    for (const auto& word : wrong_word ? *known : json::array({*constant})) violation.known.push_back(shown(word));
  }

  void check_list(const json& schema, const json& list, const std::string& at) {
    check_count(schema, list, at, {"minItems", "maxItems"});
    if (list.size() > schema.value("maxItems", list.size())) return;  // a hostile list is not walked through
    if (schema.value("uniqueItems", false)) check_unique(list, at);
    for (std::size_t i = 0; i < list.size() && found.size() < kViolationLimit; ++i) {
      if (const auto* const below = element_schema(schema, i)) check(*below, list[i], at + "/" + std::to_string(i));
    }
  }

  /// The schema of a list's element: the same for all, or one for each place and another for the rest; null for none.
  static const json* element_schema(const json& schema, std::size_t index) {
    const auto items = schema.find("items");
    if (items == schema.end()) return nullptr;
    if (!items->is_array()) return &*items;
    if (index < items->size()) return &(*items)[index];
    const auto rest = schema.find("additionalItems");
    return rest == schema.end() ? nullptr : &*rest;
  }

  struct CountKeywords {
    const char* least;
    const char* most;
  };

  void check_count(const json& schema, const json& container, const std::string& at, CountKeywords keywords) {
    const auto count = container.size();
    const auto least = schema.value(keywords.least, std::size_t{0});
    const auto most = schema.value(keywords.most, count);
    if (count >= least && count <= most) return;
    auto& violation = add(count < least ? ViolationKind::too_few : ViolationKind::too_many, container, at);
    violation.arguments = {{"antal", std::to_string(count)}, {"graense", std::to_string(count < least ? least : most)}};
  }

  void check_unique(const json& list, const std::string& at) {
    std::set<json> seen;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!seen.insert(list[i]).second) add(ViolationKind::repeated_element, list[i], at + "/" + std::to_string(i));
    }
  }

  void check_object(const json& schema, const json& object, const std::string& at) {
    check_count(schema, object, at, {"minProperties", "maxProperties"});
    static const json nothing = json::object();
    const auto declared = schema.find("properties");
    const auto& properties = declared == schema.end() ? nothing : *declared;
    check_required(schema, properties, object, at);
    for (const auto& [key, value] : object.items()) {
      if (found.size() >= kViolationLimit) return;
      check_member(schema, properties, {key, value}, at);
    }
  }

  void check_required(const json& schema, const json& properties, const json& object, const std::string& at) {
    const auto required = schema.find("required");
    if (required == schema.end()) return;
    for (const auto& key : texts(*required)) {
      if (object.contains(key)) continue;
      auto& violation = add(ViolationKind::missing_key, object, at);
      violation.key = key;
      const auto property = properties.find(key);
      const auto title = property == properties.end() ? "" : resolve_title(*property);
      violation.arguments = {{"titel", title.empty() ? key : title}};
    }
  }

  std::string resolve_title(const json& property) const {
    if (!property.is_object()) return "";
    return property.contains("title") ? property.value("title", "") : resolve(property).value("title", "");
  }

  struct Member {
    const std::string& key;
    const json& value;
  };

  void check_member(const json& schema, const json& properties, const Member& member, const std::string& at) {
    const auto member_at = pointer_to(at, member.key);
    if (member.key.size() > kLongestKey) {
      add(ViolationKind::key_too_long, member.value, member_at).arguments = {{"graense", std::to_string(kLongestKey)}};
      return;
    }
    const auto property = properties.find(member.key);
    bool declared = property != properties.end();
    if (declared) check(*property, member.value, member_at);
    if (const auto patterns = schema.find("patternProperties"); patterns != schema.end()) {
      for (const auto& [pattern, below] : patterns->items()) {
        if (!patterns_.match(pattern, member.key)) continue;
        declared = true;
        check(below, member.value, member_at);
      }
    }
    const auto others = schema.find("additionalProperties");
    if (declared || others == schema.end()) return;
    if (*others != false) return check(*others, member.value, member_at);
    auto& violation = add(ViolationKind::unknown_key, member.value, member_at);
    violation.key = member.key;
    for (const auto& [key, below] : properties.items()) violation.known.push_back(key);
  }

  void check_combinations(const json& schema, const json& value, const std::string& at) {
    if (const auto all = schema.find("allOf"); all != schema.end()) {
      for (const auto& part : *all) check(part, value, at);
    }
    check_choice(schema, value, at);
    if (const auto condition = schema.find("if"); condition != schema.end()) {
      const auto branch = schema.find(violations(*condition, value, at).empty() ? "then" : "else");
      if (branch != schema.end()) check(*branch, value, at);
    }
    const auto forbidden = schema.find("not");
    if (forbidden != schema.end() && violations(*forbidden, value, at).empty()) add(ViolationKind::no_match, value, at);
  }

  /// `anyOf` and `oneOf`: when none fits, the branch that comes nearest tells what is wrong.
  void check_choice(const json& schema, const json& value, const std::string& at) {
    for (const auto* keyword : {"anyOf", "oneOf"}) {
      const auto choices = schema.find(keyword);
      if (choices == schema.end() || choices->empty()) continue;
      std::vector<Violation> nearest;
      std::size_t fitting = 0;
      for (const auto& choice : *choices) {
        auto tried = violations(choice, value, at);
        if (tried.empty()) ++fitting;
        if (nearest.empty() || tried.size() < nearest.size()) nearest = std::move(tried);
      }
      if (fitting == 0) found.insert(found.end(), nearest.begin(), nearest.end());
      if (fitting > 1 && std::string_view(keyword) == "oneOf") add(ViolationKind::no_match, value, at);
    }
  }

  std::vector<Violation> violations(const json& schema, const json& value, const std::string& at) {
    std::vector<Violation> outer;
    std::swap(outer, found);
    check(schema, value, at);
    std::swap(outer, found);
    return outer;
  }

  const json& root_;
  const Patterns& patterns_;
  std::size_t depth_ = 0;
};

}  // namespace

std::vector<Violation> walk_schema(const json& schema, const Patterns& patterns, const json& value) {
  SchemaWalk walk(schema, patterns);
  walk.check(schema, value, "");
  return std::move(walk.found);
}

}  // namespace plan
