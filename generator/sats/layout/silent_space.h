#pragma once

#include <optional>

#include "sats/layout/document.h"

namespace sats::layout {

/// A run with a space that takes no room, for those who hear the text; nothing when the style's font has none.
std::optional<GlyphRun> silent_space(Document& document, const ComputedStyle& style, float x, float baseline);

}  // namespace sats::layout
