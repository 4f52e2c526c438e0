#pragma once

#include <string>
#include <vector>

#include "base/problem.h"

namespace plan {

/// The ways in which a value can break a schema; each has its own words.
enum class ViolationKind {
  unknown_key,
  missing_key,
  key_too_long,
  wrong_type,
  unknown_value,
  bad_date,
  far_date,
  unprintable,
  bad_pattern,
  empty_text,
  too_short,
  too_long,
  too_small,
  too_large,
  not_multiple,
  too_few,
  too_many,
  repeated_element,
  no_match
};

/// One place where a plan breaks its kind's schema.
struct Violation {
  ViolationKind kind = ViolationKind::no_match;
  std::string pointer;                    ///< JSON pointer of the value; of the object where a key is missing.
  std::string key;                        ///< The missing, unknown or too long key.
  std::string value;                      ///< The value as text, when it is a short scalar.
  std::vector<base::Argument> arguments;  ///< For the message.
  std::vector<std::string> known;         ///< Words that would have been right; a hint is picked from them.
};

}  // namespace plan
