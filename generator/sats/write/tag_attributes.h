#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sats/page/structure.h"

namespace sats {

/// The name of a structure type in PDF, `P`, `H1` …
std::string_view role_name(Role role);

/// The attribute objects of an element, `/A…`, or nothing; the box is in PDF's own space.
std::string attribute_objects(Role role, const ElementAttributes& said, const std::optional<Rect>& box);

/// What an element says as words: `/Lang`, `/Alt`, `/ActualText`, `/T`.
std::string spoken_attributes(const ElementAttributes& said);

}  // namespace sats
