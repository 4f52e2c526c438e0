#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace base {

/// Optimal string alignment distance in bytes: insert, delete, replace or swap neighbours, each costs 1.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word nearest to a misspelt one, or nothing when none is near (more than a third of its bytes differ).
std::optional<std::string> nearest_word(std::string_view misspelt, std::span<const std::string> known);

}  // namespace base
