#include "sats/layout/inline_opacity.h"

#include <algorithm>
#include <cmath>

namespace sats::layout {

std::vector<float> inline_opacities(std::span<const InlineItem> items) {
  const auto is_faint = [](const InlineItem& item) { return item.type == ItemType::open && item.style->opacity < 1; };
  if (std::ranges::none_of(items, is_faint)) return {};
  std::vector<float> by_item;
  std::vector<float> around{1};
  for (const auto& item : items) {
    if (item.type == ItemType::open) around.push_back(around.back() * std::clamp(item.style->opacity, 0.0F, 1.0F));
    by_item.push_back(around.back());
    if (item.type == ItemType::close && around.size() > 1) around.pop_back();
  }
  return by_item;
}

Color faded(Color color, float opacity) {
  color.alpha = static_cast<std::uint8_t>(std::lround(static_cast<float>(color.alpha) * opacity));
  return color;
}

}  // namespace sats::layout
