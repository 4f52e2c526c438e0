#pragma once

#include "sats/page/paint.h"
#include "sats/write/content_stream.h"

namespace sats {

/// Borders as CSS draws them: a box of one style and colour as one shape, other sides one by one with mitred corners.
void paint_border(const Border& border, ContentStream& content);

void paint_stroke(const Stroke& stroke, ContentStream& content);

void paint_marker(const Marker& marker, ContentStream& content);

}  // namespace sats
