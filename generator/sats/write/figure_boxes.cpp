#include "sats/write/figure_boxes.h"

#include <algorithm>
#include <utility>

namespace sats {
namespace {

Rect joined(const Rect& a, const Rect& b) {
  const float left = std::min(a.x, b.x);
  const float upper = std::min(a.y, b.y);
  return {left, upper, std::max(a.x + a.width, b.x + b.width) - left, std::max(a.y + a.height, b.y + b.height) - upper};
}

Rect box_of(const LaidDocument& document, const GlyphRun& run) {
  float width = 0;
  for (std::uint32_t i = 0; i < run.glyph_count; ++i) width += document.glyphs[run.first_glyph + i].advance;
  return {run.x, run.baseline - run.size, width, run.size * 1.25F};
}

std::optional<Rect> box_of(const LaidDocument& document, const PaintItem& item) {
  switch (item.kind) {
    case ItemKind::glyphs: return box_of(document, document.runs[item.index]);
    case ItemKind::box: return document.boxes[item.index].box;
    case ItemKind::border: return document.borders[item.index].box;
    case ItemKind::marker: return document.markers[item.index].box;
    case ItemKind::picture: return document.placed_pictures[item.index].box;
    case ItemKind::gradient: return document.gradients[item.index].box;
    case ItemKind::stroke: {
      const Stroke& stroke = document.strokes[item.index];
      return Rect{std::min(stroke.x1, stroke.x2), std::min(stroke.y1, stroke.y2),
                  std::max(stroke.x1, stroke.x2) - std::min(stroke.x1, stroke.x2),
                  std::max(stroke.y1, stroke.y2) - std::min(stroke.y1, stroke.y2)};
    }
    default: return std::nullopt;
  }
}

bool has_box(Role role) { return role == Role::figure || role == Role::formula || role == Role::form; }

/// By node: the figure it stands in, or kNone.
std::vector<NodeId> figure_around(const StructureTree& tree) {
  std::vector<NodeId> around(tree.nodes.size(), kNone);
  for (NodeId node = 0; node < tree.nodes.size(); ++node) {
    const StructureNode& own = tree.nodes[node];
    around[node] = has_box(own.role) ? node : own.parent == kNone ? kNone : around[own.parent];
  }
  return around;
}

/// Collects the boxes of figures, each on the first page that it has something on.
class BoxCollector {
 public:
  std::vector<std::optional<Rect>> boxes;  ///< By node.

  explicit BoxCollector(const LaidDocument& document)
      : boxes(document.structure.nodes.size()),
        document_(document),
        around_(figure_around(document.structure)),
        first_page_(document.structure.nodes.size(), kNone) {}

  /// Something on a page that belongs to a node.
  void add(NodeId node, std::uint32_t page, const std::optional<Rect>& box) {
    if (node == kNone || around_[node] == kNone) return;
    const NodeId figure = around_[node];
    if (first_page_[figure] == kNone) first_page_[figure] = page;
    if (first_page_[figure] != page || !box) return;
    // Boxes are kept as PDF has them: from the lower left corner.
    const Rect turned{box->x, document_.pages[page].height - box->y - box->height, box->width, box->height};
    boxes[figure] = boxes[figure] ? joined(*boxes[figure], turned) : turned;
  }

 private:
  const LaidDocument& document_;
  std::vector<NodeId> around_;
  std::vector<std::uint32_t> first_page_;
};

}  // namespace

std::vector<std::optional<Rect>> figure_boxes(const LaidDocument& document) {
  BoxCollector collector(document);
  for (std::uint32_t page = 0; page < document.pages.size(); ++page) {
    const Page& sheet = document.pages[page];
    for (std::uint32_t i = sheet.first_item; i < sheet.first_item + sheet.item_count; ++i)
      collector.add(document.items[i].tag.leaf, page, box_of(document, document.items[i]));
  }
  // Fields and links are on the page without being painted; a figure may hold nothing else.
  const auto above = [&document](NodeId node) { return node == kNone ? kNone : document.structure.nodes[node].parent; };
  for (const FormField& field : document.fields) collector.add(above(field.node), field.page, field.box);
  for (const Link& link : document.links) {
    for (const LinkArea& area : link.areas) collector.add(above(link.node), area.page, area.box);
  }
  return std::move(collector.boxes);
}

}  // namespace sats
