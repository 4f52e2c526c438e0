#include "sats/layout/picture_place.h"

namespace sats::layout {

float ratio_of(const Picture& file) {
  if (file.ratio > 0) return file.ratio;
  return file.height > 0 ? file.width / file.height : 0;
}

Rect drawn_in(const Picture& file, const Rect& box) {
  const auto& keeping = file.keeping;
  const float ratio = ratio_of(file);
  if (keeping.scale == ShapeKeeping::Scale::stretch || ratio <= 0) return box;
  const bool by_width = (box.width / ratio <= box.height) == (keeping.scale == ShapeKeeping::Scale::meet);
  Rect drawn = box;
  drawn.width = by_width ? box.width : box.height * ratio;
  drawn.height = drawn.width / ratio;
  drawn.x += (box.width - drawn.width) * keeping.x;
  drawn.y += (box.height - drawn.height) * keeping.y;
  return drawn;
}

}  // namespace sats::layout
