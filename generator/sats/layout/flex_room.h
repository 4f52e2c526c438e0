#pragma once

#include <cstddef>

#include "sats/style/computed_style.h"

namespace sats::layout {

/// Whether a flex container lays its items from the start of its main axis or from the end.
enum class MainAxis : std::uint8_t { forward, reversed };

/// How room left over along the main axis is shared: before the first item, and between two.
struct RoomShares {
  float before = 0;
  float between = 0;
};

/// Shares `rest` points among `count` items (css-flexbox-1 §8.2); a negative rest sticks out where there is no safe place.
RoomShares share_room(style::Justify justify, float rest, std::size_t count, MainAxis axis);

}  // namespace sats::layout
