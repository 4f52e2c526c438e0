#pragma once

#include <nlohmann/json.hpp>
#include <span>

#include "plan/view/items.h"

namespace plan {

/// What paper says of the items that its one window does not show: how many lie before and after it, and where to see them.
nlohmann::json outside_piece(std::span<const Item> items, const Window& window, const Scene& scene);

}  // namespace plan
