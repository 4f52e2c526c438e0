#pragma once

#include "sats/layout/layouter.h"

namespace sats::layout {

/// Whether a box stands in a table's cell, where words may be broken anywhere rather than stick out.
enum class Words : std::uint8_t { whole, broken };

/// How narrow a box can be made when it has no room for its words; as a border box. Boxes without tables cannot be pressed.
float pressed_width(Layouter& layouter, BoxIndex box, Words words);

/// The same for the columns of a table.
std::vector<float> pressed_columns(Layouter& layouter, const TableGrid& grid);

/// Lets the words in a box be broken anywhere. Tables in it see to their own.
void break_words_in(Document& document, BoxIndex box);

}  // namespace sats::layout
