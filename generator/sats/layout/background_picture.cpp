#include <algorithm>
#include <cmath>

#include "sats/layout/decoration.h"
#include "sats/layout/ink.h"

namespace sats::layout {

namespace {

/// A small picture on a large sheet is not repeated more often than this.
constexpr int kMostTiles = 4000;

struct Size {
  float width = 0;
  float height = 0;
};

float ratio_of(const Picture& file) {
  if (file.ratio > 0) return file.ratio;
  return file.height > 0 ? file.width / file.height : 1;
}

/// The size of one tile (css-backgrounds-3 §3.9). `contain` and `cover` are kept as words of Length: none and normal.
Size tile_size(const ComputedStyle& s, const Picture& file, const Rect& box) {
  using Kind = css::Length::Kind;
  const float ratio = ratio_of(file);
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

void paint_tiles(Ink& ink, const ComputedStyle& s, const Rect& box, const PlacedPicture& tile) {
  const bool repeats_x = repeats(s, style::BackgroundRepeat::repeat_x);
  const bool repeats_y = repeats(s, style::BackgroundRepeat::repeat_y);
  const float width = tile.box.width;
  const float height = tile.box.height;
  const float first_x = repeats_x ? first_tile(tile.box.x, box.x, width) : tile.box.x;
  const float first_y = repeats_y ? first_tile(tile.box.y, box.y, height) : tile.box.y;
  int tiles = 0;
  for (float y = first_y; y < box.y + box.height && tiles < kMostTiles; y += height) {
    for (float x = first_x; x < box.x + box.width && tiles < kMostTiles; x += width, ++tiles) {
      ink.picture({tile.picture, {x, y, width, height}}, kBackgroundTag);
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
  const auto size = tile_size(s, *document.out.pictures[row], box);
  if (size.width <= 0.5F || size.height <= 0.5F) return;
  const auto offset = [](const css::Length& length, float room) { return length.points + length.percent * room; };
  const float x = box.x + offset(s.background_x, box.width - size.width);
  const float y = box.y + offset(s.background_y, box.height - size.height);
  Ink ink(document.out);
  ink.clip({box, corner_radii(s, {box})});
  paint_tiles(ink, s, box, {row, {x, y, size.width, size.height}});
  ink.restore();
}

}  // namespace sats::layout
