#include "sats/pictures/svg_shape.h"

#include "sats/pictures/svg_markup.h"

namespace sats {
namespace {

/// The place that a word such as `xMidYMax` names on one axis.
float place_on(char axis, std::string_view words) {
  const auto at = words.find(axis);
  const auto word = at == std::string_view::npos ? words : words.substr(at + 1);
  return word.starts_with("Min") ? 0 : word.starts_with("Max") ? 1 : 0.5F;
}

}  // namespace

ShapeKeeping shape_keeping(std::string_view svg) {
  const auto begin = svg.find("<svg");
  if (begin == std::string_view::npos) return {};
  const auto root = SvgMarkup(svg.substr(begin)).next();
  if (!root || root->attribute("viewBox").empty()) return {};
  const auto said = root->attribute("preserveAspectRatio");
  ShapeKeeping keeping;
  if (said.find("none") != std::string_view::npos) return keeping;
  const bool slices = said.find("slice") != std::string_view::npos;
  keeping.scale = slices ? ShapeKeeping::Scale::slice : ShapeKeeping::Scale::meet;
  keeping.x = place_on('x', said);
  keeping.y = place_on('Y', said);
  return keeping;
}

}  // namespace sats
