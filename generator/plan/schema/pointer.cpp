#include "plan/schema/pointer.h"

#include <nlohmann/json.hpp>

namespace plan {

std::string pointer_to(std::string_view object, std::string_view key) {
  std::string pointer(object);
  pointer += '/';
  for (const char c : key) {
    if (c == '~') {
      pointer += "~0";
    } else if (c == '/') {
      pointer += "~1";
    } else {
      pointer += c;
    }
  }
  return pointer;
}

const nlohmann::json* find_by_fragment(const nlohmann::json& root, std::string_view reference) {
  if (!reference.starts_with('#')) return nullptr;
  try {
    const nlohmann::json::json_pointer pointer{std::string(reference.substr(1))};
    return root.contains(pointer) ? &root.at(pointer) : nullptr;
  } catch (const nlohmann::json::exception&) {
    return nullptr;  // not the form of a pointer
  }
}

}  // namespace plan
