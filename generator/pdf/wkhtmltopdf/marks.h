#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pdf {

/// A rectangle on a page in points, y growing upwards as PDF has it.
struct Box {
  double left = 0;
  double bottom = 0;
  double right = 0;
  double top = 0;

  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return top - bottom; }
};

/// The CSS that makes QtWebKit draw a mark around an element: an outline, which takes no room, in a colour of its own.
std::string mark_style(int mark);

/// The width of a mark's line in CSS pixels.
inline constexpr double kMarkWidth = 1;

/// Where marks were drawn on one page: a box per line of text for inline elements, else one.
using MarkBoxes = std::map<int, std::vector<Box>>;

/// A page's drawing without its marks, and where they stood.
struct UnmarkedPage {
  std::string content;
  MarkBoxes marks;
  double scale = 0;  ///< Points per layout pixel at the first shape or letter; 0 on an empty page.
};

/// Reads a content stream that Qt wrote, takes the marks 1 to `mark_count` out and tells their places.
UnmarkedPage take_marks(std::string_view content, int mark_count);

}  // namespace pdf
