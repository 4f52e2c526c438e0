#pragma once

#include <vector>

#include "sats/layout/document.h"

namespace sats::layout {

/// The footnotes that are called in a box and below, in order. For boxes that are laid out after the notes of their page.
void notes_called_in(const Document& document, BoxIndex box, std::vector<BoxIndex>& called);

}  // namespace sats::layout
