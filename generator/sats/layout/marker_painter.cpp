#include "sats/layout/marker_painter.h"

#include "sats/layout/ink.h"
#include "sats/layout/short_text.h"

namespace sats::layout {

using style::ListStyleType;

namespace {

/// A disc's width, a picture's height and a marker's distance from the text, in parts of the font size.
constexpr float kDiscSize = 0.34F;
constexpr float kPictureHeight = 0.7F;
constexpr float kMarkerGap = 0.45F;

MarkerShape shape_of(ListStyleType type) {
  switch (type) {
    case ListStyleType::circle: return MarkerShape::circle;
    case ListStyleType::square: return MarkerShape::square;
    default: return MarkerShape::disc;
  }
}

/// The left side of a marker of a width.
float left_of(const MarkerPlace& place, float width) { return place.to_the_right ? place.edge : place.edge - width; }

void paint_picture_marker(Document& document, const ListMarker& marker, const MarkerPlace& place) {
  auto& pictures = document.out.pictures;
  const float height = marker.style->font_size * kPictureHeight;
  const float width = marker.picture->ratio > 0 ? height * marker.picture->ratio : height;
  pictures.push_back(marker.picture);
  Ink(document.out)
      .picture(
          {static_cast<std::uint32_t>(pictures.size() - 1), {left_of(place, width), place.baseline - height, width, height}},
          place.tag);
}

void paint_drawn_marker(Document& document, const ListMarker& marker, const MarkerPlace& place) {
  const auto& style = *marker.style;
  const float width = kDiscSize * style.font_size;
  const float top = place.baseline - document.measures(style).x_height / 2 - width / 2;
  Ink(document.out)
      .marker({{left_of(place, width), top, width, width}, shape_of(marker.type), resolved_color(style.color, style)},
              place.tag);
}

void paint_text_marker(Document& document, const ListMarker& marker, const MarkerPlace& place) {
  const ShortText text(document, marker.text, *marker.style);
  auto& out = document.out;
  const auto first = static_cast<std::uint32_t>(out.runs.size());
  const auto count = text.add_runs(left_of(place, text.width()), place.baseline);
  for (std::uint32_t i = 0; i < count; ++i) out.items.push_back({ItemKind::glyphs, first + i, place.tag});
}

}  // namespace

MarkerPlace marker_place(Document& document, const Layouter& layouter, FragmentIndex item, const Rect& box) {
  const auto& own = document.box(layouter.fragments[item].box);
  const auto& style = *document.boxes.markers[own.marker].style;
  const float found = layouter.first_baseline(item);
  const float gap = kMarkerGap * style.font_size;
  MarkerPlace place;
  place.to_the_right = own.style->direction == style::Direction::rtl;
  const float top = own.style->border_top_width.points + own.style->padding_top.points;
  place.baseline = box.y + (found >= 0 ? found : top + document.measures(style).ascent);
  place.edge = place.to_the_right ? box.x + box.width + gap : box.x - gap;
  return place;
}

void paint_marker(Document& document, const ListMarker& marker, const MarkerPlace& place) {
  if (marker.style->visibility != style::Visibility::visible) return;
  if (marker.picture != nullptr) return paint_picture_marker(document, marker, place);
  if (marker.text.empty()) return paint_drawn_marker(document, marker, place);
  paint_text_marker(document, marker, place);
}

}  // namespace sats::layout
