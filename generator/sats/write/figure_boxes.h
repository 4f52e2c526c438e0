#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sats/page/laid_document.h"

namespace sats {

/// By node: where a figure or formula is painted on its first page; nothing for other nodes.
std::vector<std::optional<Rect>> figure_boxes(const LaidDocument& document);

}  // namespace sats
