#pragma once

#include <string>

#include "sats/html/tree.h"

namespace sats::style {

/// What an element's attributes for looks (`align`, `width` and the like) stand for, as CSS; mostly nothing. It stands
/// between sats' own style sheet and the author's (HTML standard, "Presentational hints").
std::string presentational_hints(const html::Tree& tree, html::NodeIndex node);

}  // namespace sats::style
