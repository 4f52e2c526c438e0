#pragma once

#include <nlohmann/json.hpp>
#include <span>

#include "plan/view/items.h"

namespace plan {

/// The timeline with its words, its default window and, for the screen, every window that can be stepped to.
nlohmann::json timeline_piece(std::span<const Item> items, const Scene& scene);

/// The window that a page opens with: it begins today.
Window default_window(const Scene& scene);

}  // namespace plan
