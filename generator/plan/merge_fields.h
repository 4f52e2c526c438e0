#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// What guide snippets may put between double braces, by dotted name: `borger.fornavn` -> `Anders`.
using MergeFields = std::map<std::string, std::string, std::less<>>;

/// A field and what it holds, for documentation and for the check of snippets.
struct FieldName {
  std::string_view name;
  std::string_view meaning;  ///< Danish, for those who write snippets.
};

/// Every field that a plan of this kind gives; a snippet that names another is in error. Empty for a kind without code.
std::vector<FieldName> field_names(std::string_view kind);

/// The values of a plan's fields. Every name of the kind is there; a field that the plan lacks is empty.
/// They come from the view, so a snippet never says more than its reader may know.
MergeFields merge_fields(const nlohmann::json& view);

}  // namespace plan
