#include "plan/view/plain_data.h"

#include <nlohmann/json.hpp>

#include "plan/schema/pointer.h"

namespace plan {

namespace {

using nlohmann::json;

/// Follows the document, so it ends where the document does; a schema that is a circle is refused when it is compiled.
class Completion {
 public:
  explicit Completion(const json& root) : root_(root) {}

  void complete(json& value, const json& schema) const {
    if (!schema.is_object()) return;
    if (const auto reference = schema.find("$ref"); reference != schema.end() && reference->is_string()) {
      const json* const named = find_by_fragment(root_, reference->get_ref<const std::string&>());
      if (named != nullptr) complete(value, *named);
      return;
    }
    if (const auto all = schema.find("allOf"); all != schema.end() && all->is_array()) {
      for (const json& part : *all) complete(value, part);
    }
    if (value.is_object()) complete_object(value, schema);
    const auto items = schema.find("items");
    if (!value.is_array() || items == schema.end()) return;
    for (json& element : value) complete(element, *items);
  }

 private:
  void complete_object(json& object, const json& schema) const {
    const auto members = schema.find("properties");
    if (members == schema.end() || !members->is_object()) return;
    for (const auto& [key, member] : members->items()) complete(object[key], member);
  }

  const json& root_;
};

}  // namespace

json with_every_member(json document, const json& schema) {
  Completion(schema).complete(document, schema);
  return document;
}

}  // namespace plan
