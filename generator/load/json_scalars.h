#pragma once

#include <optional>
#include <string_view>

#include "load/json_document.h"

namespace load {

/// What is wrong inside a string, number or word token: a problem code and the bytes of the token that it is about.
struct ScalarFault {
  std::string_view code;
  TextRange where;
};

/// A control character, an unknown escape or half a surrogate pair in a string token (with its quotation marks).
std::optional<ScalarFault> fault_in_string(std::string_view token);

/// A number token that JSON does not know: a leading zero or plus, a missing digit, or more than a double can hold.
std::optional<ScalarFault> fault_in_number(std::string_view token);

/// A word that is not `true`, `false` or `null`.
std::optional<ScalarFault> fault_in_word(std::string_view token);

}  // namespace load
