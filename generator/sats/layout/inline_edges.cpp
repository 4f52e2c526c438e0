#include "sats/layout/prepared_paragraph.h"

namespace sats::layout {

float inline_edge(const InlineItem& item) {
  const auto& s = *item.style;
  return edge_is_left(item) ? s.margin_left.points + s.border_left_width.points + s.padding_left.points
                            : s.margin_right.points + s.border_right_width.points + s.padding_right.points;
}

bool closes_behind(std::span<const InlineItem> items, std::size_t mark) {
  const auto offset = items[mark].begin;
  const auto is_here = [&items, offset](std::size_t at) { return items[at].begin == offset && items[at].end == offset; };
  // What opens here as well stands on the lower line with all behind it.
  for (auto at = mark; at > 0 && is_here(at - 1); --at) {
    if (items[at - 1].type == ItemType::open) return false;
  }
  for (auto at = mark; at < items.size() && is_here(at); ++at) {
    if (items[at].type == ItemType::open) return false;
    if (items[at].type == ItemType::close) return true;
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
