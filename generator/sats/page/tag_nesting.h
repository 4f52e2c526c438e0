#pragma once

#include <optional>

#include "sats/page/structure.h"

namespace sats {

/// What is missing between an element and what is to stand in it, the innermost first; nothing when they fit. Tables, lists
/// and tables of contents are strict about it (ISO 32000-1, 14.8.4.3; Matterhorn Protocol, 09-004 to 09-006).
std::optional<Role> missing_between(Role parent, Role child);

}  // namespace sats
