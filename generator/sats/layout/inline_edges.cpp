#include "sats/layout/prepared_paragraph.h"

namespace sats::layout {

float inline_edge(const InlineItem& item) {
  const auto& s = *item.style;
  return edge_is_left(item) ? s.margin_left.points + s.border_left_width.points + s.padding_left.points
                            : s.margin_right.points + s.border_right_width.points + s.padding_right.points;
}

bool closes_behind(std::span<const InlineItem> items, std::size_t mark) {
  const auto offset = items[mark].begin;
  for (; mark < items.size() && items[mark].begin == offset && items[mark].end == offset; ++mark) {
    if (items[mark].type == ItemType::open) return false;
    if (items[mark].type == ItemType::close) return true;
  }
  return false;
}

ClonedEdges cloned_edges(std::span<const InlineItem> items, std::uint32_t offset) {
  ClonedEdges edges;
  for (const auto& open : items) {
    if (open.begin >= offset) break;
    if (!is_cloned(open) || items[open.partner].begin <= offset) continue;
    edges.begin += inline_edge(open);
    edges.end += inline_edge(items[open.partner]);
  }
  return edges;
}

}  // namespace sats::layout
