#include <algorithm>
#include <cmath>

#include "sats/layout/decoration.h"
#include "sats/layout/ink.h"
#include "sats/layout/picture_place.h"

namespace sats::layout {

namespace {

/// A small picture on a large sheet is not repeated more often than this.
constexpr int kMostTiles = 4000;

struct Size {
  float width = 0;
  float height = 0;
};

/// The size of one tile (css-backgrounds-3 §3.9). `contain` and `cover` are kept as words of Length: none and normal.
Size tile_size(const ComputedStyle& s, const Picture& file, const Rect& box) {
  using Kind = css::Length::Kind;
  const float ratio = ratio_of(file) > 0 ? ratio_of(file) : 1;
  const bool contain = s.background_width.kind == Kind::none;
  const bool cover = s.background_width.kind == Kind::normal;
  if (contain || cover) {
    const bool by_width = (box.width / ratio <= box.height) == contain;
    const float width = by_width ? box.width : box.height * ratio;
    return {width, width / ratio};
  }
  Size size{file.width, file.height};
  if (s.background_width.is_fixed()) {
    size.width = s.background_width.resolve(box.width);
    size.height = size.width / ratio;
  }
  if (s.background_height.is_fixed()) {
    size.height = s.background_height.resolve(box.height);
    if (!s.background_width.is_fixed()) size.width = size.height * ratio;
  }
  return size;
}

bool repeats(const ComputedStyle& s, style::BackgroundRepeat direction) {
  return s.background_repeat == style::BackgroundRepeat::repeat || s.background_repeat == direction;
}

/// Where the first tile stands when there is one at `at` and they go on to both sides.
float first_tile(float at, float edge, float step) { return at - std::ceil((at - edge) / step) * step; }

void paint_tile(Ink& ink, const Picture& file, const PlacedPicture& tile) {
  if (is_sliced(file)) ink.clip({tile.box, {}});
  ink.picture({tile.picture, drawn_in(file, tile.box)}, kBackgroundTag);
  if (is_sliced(file)) ink.restore();
}

/// Calls `paint` with the place of each tile.
template <typename Paint>
void for_each_tile(const ComputedStyle& s, const Rect& box, const Rect& tile, const Paint& paint) {
  const bool repeats_x = repeats(s, style::BackgroundRepeat::repeat_x);
  const bool repeats_y = repeats(s, style::BackgroundRepeat::repeat_y);
  const float width = tile.width;
  const float height = tile.height;
  const float first_x = repeats_x ? first_tile(tile.x, box.x, width) : tile.x;
  const float first_y = repeats_y ? first_tile(tile.y, box.y, height) : tile.y;
  int tiles = 0;
  for (float y = first_y; y < box.y + box.height && tiles < kMostTiles; y += height) {
    for (float x = first_x; x < box.x + box.width && tiles < kMostTiles; x += width, ++tiles) {
      paint(Rect{x, y, width, height});
      if (!repeats_x) break;
    }
    if (!repeats_y) break;
  }
}

}  // namespace

void paint_background_picture(Document& document, const ComputedStyle& s, const DecoratedBox& piece) {
  if (s.background_image->gradient) return paint_background_gradient(document, s, piece);
  const auto& box = piece.box;
  const auto row = document.picture(s.background_image->address, html::kNoNode);
  if (row == kNone) return;
  const auto& file = *document.out.pictures[row];
  const auto size = tile_size(s, file, box);
  if (size.width <= 0.5F || size.height <= 0.5F) return;
  const auto offset = [](const css::Length& length, float room) { return length.points + length.percent * room; };
  const float x = box.x + offset(s.background_x, box.width - size.width);
  const float y = box.y + offset(s.background_y, box.height - size.height);
  Ink ink(document.out);
  ink.clip({box, corner_radii(s, {box})});
  for_each_tile(s, box, {x, y, size.width, size.height}, [&](const Rect& tile) { paint_tile(ink, file, {row, tile}); });
  ink.restore();
}

}  // namespace sats::layout
