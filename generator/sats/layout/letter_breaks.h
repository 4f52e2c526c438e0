#pragma once

#include "sats/layout/prepared_paragraph.h"

namespace sats::layout {

/// Adds a place for a line to end between any two letters whose style says `word-break: break-all` (css-text-3 §5.2).
/// Letters that one glyph stands for stay together.
void break_between_letters(std::string_view text, std::span<const InlineItem> items, PreparedParagraph& paragraph);

}  // namespace sats::layout
