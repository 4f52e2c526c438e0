#include <algorithm>
#include <cmath>

#include "sats/layout/flex_flow.h"

namespace sats::layout {

void FlexFlow::begin_flexing(Item& item, Flexing flexing) const {
  const auto& box = document_.box(item.box);
  item.size = item.bounded(item.base);
  if (flexing == Flexing::grow) {
    item.factor = item.weight = box.anonymous ? 0 : box.style->flex_grow;
  } else {
    item.factor = box.anonymous ? 1 : box.style->flex_shrink;
    item.weight = item.factor * item.base;
  }
  item.frozen = item.weight <= 0 || (flexing == Flexing::grow ? item.base > item.size : item.base < item.size);
}

float FlexFlow::free_room(const Line& line, float room) {
  for (const auto& item : line) room -= item.frozen ? item.size : item.base;
  return room;
}

void FlexFlow::stretch(Line& line, float room) const {
  float rest = room;
  for (const auto& item : line) rest -= item.bounded(item.base);
  for (auto& item : line) begin_flexing(item, rest > 0 ? Flexing::grow : Flexing::shrink);
  const float first = free_room(line, room);
  // Items that meet a limit drop out, and the others share again (css-flexbox-1 §9.7).
  for (std::size_t round = 0; round < line.size(); ++round) {
    float factors = 0;
    for (const auto& item : line) factors += item.frozen ? 0 : item.factor;
    float share = free_room(line, room);
    if (factors < 1 && std::abs(first * factors) < std::abs(share)) share = first * factors;
    stretch_round(line, share);
  }
}

void FlexFlow::stretch_round(Line& line, float share) {
  float weights = 0;
  for (const auto& item : line) weights += item.frozen ? 0 : item.weight;
  float moved = 0;
  for (auto& item : line) {
    if (item.frozen) continue;
    const float wished = item.base + share * item.weight / weights;
    item.size = item.bounded(wished);
    item.moved = item.size - wished;
    moved += item.moved;
  }
  for (auto& item : line) {
    const bool drops_out = std::abs(moved) <= kSlack || (moved > 0 ? item.moved > 0 : item.moved < 0);
    item.frozen = item.frozen || drops_out;
  }
}

}  // namespace sats::layout
