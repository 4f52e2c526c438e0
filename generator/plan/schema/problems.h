#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "load/json_places.h"
#include "plan/schema/violation.h"

namespace plan {

/// A rule of a kind that its schema enforces: a violation at such a place is reported under the rule's name and words.
/// In `place`, `*` is any step of the pointer; `word` is the key or value it is about, empty for every one.
struct SchemaRule {
  std::string_view rule;
  ViolationKind kind;
  std::string_view place;
  std::string_view word = {};
};

/// Violations as problems with places and words, in the order of the text.
base::Problems problems_of(const std::vector<Violation>& violations, const std::vector<SchemaRule>& rules,
                           load::JsonPlaces& places);

}  // namespace plan
