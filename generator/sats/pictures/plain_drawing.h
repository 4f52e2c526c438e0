#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sats/pictures/picture.h"

namespace sats {

/// An SVG of shapes alone (as icons and logos are) as the content of a PDF form.
struct PlainDrawing {
  double width = 0;  ///< Natural size in pixels; 0 when the file says none.
  double height = 0;
  double ratio = 0;
  double form_width = 0;  ///< The size it was drawn in, in points.
  double form_height = 0;
  std::string content;
};

/// Draws it without the drawing library, whose loading costs more than all else of a small document. Nothing when the file
/// holds anything that is not understood here to the last attribute; then the library draws it.
std::optional<PlainDrawing> draw_plain(std::string_view svg, const SvgSurroundings& surroundings);

}  // namespace sats
