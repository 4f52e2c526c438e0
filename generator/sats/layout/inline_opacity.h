#pragma once

#include <span>
#include <vector>

#include "sats/layout/box.h"

namespace sats::layout {

/// How much the inline elements around each item of a paragraph show, from 0 to 1; empty when none is see-through.
std::vector<float> inline_opacities(std::span<const InlineItem> items);

/// A colour of something that shows so much.
Color faded(Color color, float opacity);

}  // namespace sats::layout
