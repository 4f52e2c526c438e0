#pragma once

#include "sats/layout/document.h"
#include "sats/text/bidi.h"

namespace sats::layout {

/// Which way a paragraph runs.
Direction base_direction(const ComputedStyle& style);

/// The signs that `unicode-bidi` and `direction` of a paragraph and its inline elements stand for (css-writing-modes-4
/// §2.4.2); none for ordinary text.
std::vector<BidiControl> bidi_controls(const ComputedStyle& paragraph, std::span<const InlineItem> items);

}  // namespace sats::layout
