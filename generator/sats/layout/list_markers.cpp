#include "sats/layout/box_builder.h"

namespace sats::layout {

using css::PseudoElement;
using html::NodeIndex;
using style::ListStyleType;

namespace {

bool is_drawn(ListStyleType type) {
  return type == ListStyleType::disc || type == ListStyleType::circle || type == ListStyleType::square;
}

}  // namespace

std::optional<ListMarker> BoxBuilder::marker_of(NodeIndex index) {
  const auto& style = style_of(index);
  ListMarker marker;
  marker.type = style.list_style_type;
  marker.style = &document_.styled.styles[document_.styled.nodes[index].of(PseudoElement::marker)];
  if (marker.style->content != nullptr) {
    marker.text = content_text(index, *marker.style->content);
    marker.type = ListStyleType::string;
  } else if (style.list_style_image != nullptr) {
    const auto row = document_.picture(style.list_style_image->text, index);
    if (row != kNone) marker.picture = document_.out.pictures[row];
  } else if (marker.type == ListStyleType::string) {
    marker.text = style.list_style_string->text;
  } else if (marker.type == ListStyleType::none) {
    return std::nullopt;
  } else if (!is_drawn(marker.type)) {
    marker.text = counters_.text("list-item", marker.type);
    if (marker.type != ListStyleType::dash) marker.text += '.';
  }
  return marker;
}

void BoxBuilder::list_marker(BoxIndex box, NodeIndex index, const TagContext& tags) {
  auto marker = marker_of(index);
  if (!marker) return;
  if (style_of(index).list_style_position == style::ListStylePosition::inside) return inside_marker(*marker, index, tags);
  marker->leaf = tagging_.label_leaf(tags);
  boxes_.boxes[box].marker = static_cast<std::uint32_t>(boxes_.markers.size());
  boxes_.markers.push_back(*std::move(marker));
}

void BoxBuilder::inside_marker(const ListMarker& marker, NodeIndex index, const TagContext& tags) {
  const auto shown = is_drawn(marker.type) ? format_number(1, marker.type) : marker.text;
  InlineItem like;
  like.style = marker.style;
  like.node = index;
  auto& into = paragraph(text_tags(tags));
  like.leaf = tagging_.label_leaf(tags);
  into.add_text(shown + " ", like, document_.language(*marker.style));
}

}  // namespace sats::layout
