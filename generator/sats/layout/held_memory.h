#pragma once

#include <cstddef>

#include "sats/layout/layouter.h"

namespace sats::layout {

/// About how many bytes a document holds while it is laid out: what grows with its elements, its text and its pages. Fonts
/// and pictures are kept by others and have limits of their own.
std::size_t held_memory(const Document& document, const Layouter& layouter);

}  // namespace sats::layout
