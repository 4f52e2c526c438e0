#include "sats/layout/held_memory.h"

#include <vector>

namespace sats::layout {

namespace {

template <typename... T>
std::size_t bytes_in(const std::vector<T>&... rows) {
  return (std::size_t{0} + ... + (rows.capacity() * sizeof(T)));
}

std::size_t bytes_in(const LaidDocument& laid) {
  return laid.text.capacity() + bytes_in(laid.pages, laid.items, laid.runs, laid.glyphs) +
         bytes_in(laid.boxes, laid.borders, laid.strokes, laid.markers, laid.placed_pictures) +
         bytes_in(laid.gradients, laid.stops, laid.clips, laid.transforms) +
         bytes_in(laid.structure.nodes, laid.links, laid.destinations, laid.outline, laid.fields);
}

std::size_t bytes_in(const BoxTree& tree) {
  return bytes_in(tree.boxes, tree.paragraphs, tree.items, tree.markers, tree.anchors);
}

}  // namespace

std::size_t held_memory(const Document& document, const Layouter& layouter) {
  return bytes_in(document.tree.nodes, document.styled.nodes) +
         document.styled.styles.size() * sizeof(style::ComputedStyle) + bytes_in(document.out) + bytes_in(document.boxes) +
         bytes_in(layouter.fragments.all, layouter.fragments.lines, layouter.tokens);
}

}  // namespace sats::layout
