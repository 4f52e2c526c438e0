#pragma once

#include "sats/page/paint.h"
#include "sats/pictures/picture.h"

namespace sats::layout {

/// The width of a picture divided by its height; 0 when it has no shape of its own.
float ratio_of(const Picture& file);

/// Where a picture is drawn that is to fill a box. It reaches outside when its `keeping` is to slice.
Rect drawn_in(const Picture& file, const Rect& box);

/// Whether that needs a clip around the box.
inline bool is_sliced(const Picture& file) { return file.keeping.scale == ShapeKeeping::Scale::slice; }

}  // namespace sats::layout
