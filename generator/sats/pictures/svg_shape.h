#pragma once

#include <string_view>

#include "sats/pictures/picture.h"

namespace sats {

/// What a drawing says of boxes of another shape. One without a viewBox is stretched, as browsers do.
ShapeKeeping shape_keeping(std::string_view svg);

}  // namespace sats
