#include "sats/write/shadings.h"

#include <algorithm>
#include <vector>

namespace sats {
namespace {

/// Colours of a shading are opaque: a transparent stop is mixed with the white of paper.
void append_color(std::string& out, Color color) {
  out += '[';
  for (const std::uint8_t part : {color.red, color.green, color.blue}) {
    append_number(out, (part * color.alpha + 255 * (255 - color.alpha)) / (255.0 * 255.0), 3);
    out += ' ';
  }
  out.back() = ']';
}

std::string step(Color from, Color to) {
  std::string text = "<</FunctionType 2/N 1/Domain[0 1]/C0";
  append_color(text, from);
  text += "/C1";
  append_color(text, to);
  return text + ">>";
}

/// One function for a stretch between two stops, stitched when there are more.
std::string function_of(const std::vector<ColorStop>& stops) {
  if (stops.size() == 2) return step(stops[0].color, stops[1].color);
  std::string functions;
  std::string bounds;
  std::string encode;
  for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
    functions += step(stops[i].color, stops[i + 1].color);
    encode += "0 1 ";
    if (i > 0) append_numbers(bounds, stops[i].position);
  }
  return "<</FunctionType 3/Domain[0 1]/Functions[" + functions + "]/Bounds[" + bounds + "]/Encode[" + encode + "]>>";
}

/// The height of the page that each gradient is painted on.
std::vector<float> page_heights(const LaidDocument& document) {
  std::vector<float> heights(document.gradients.size());
  if (heights.empty()) return heights;
  for (const Page& page : document.pages) {
    for (std::uint32_t i = page.first_item; i < page.first_item + page.item_count; ++i) {
      if (document.items[i].kind == ItemKind::gradient) heights[document.items[i].index] = page.height;
    }
  }
  return heights;
}

/// The stops from 0 to 1 in ascending order.
std::vector<ColorStop> stops_of(const LaidDocument& document, const Gradient& gradient) {
  const auto begin = document.stops.begin() + gradient.first_stop;
  std::vector<ColorStop> stops(begin, begin + gradient.stop_count);
  float least = 0;
  for (ColorStop& stop : stops) stop.position = least = std::clamp(stop.position, least, 1.0F);
  if (stops.empty()) stops.push_back({0, {255, 255, 255, 255}});
  if (stops.front().position > 0) stops.insert(stops.begin(), {0, stops.front().color});
  if (stops.back().position < 1 || stops.size() == 1) stops.push_back({1, stops.back().color});
  return stops;
}

}  // namespace

std::string write_shadings(const LaidDocument& document, ObjectFile& file) {
  std::string entries;
  const std::vector<float> heights = page_heights(document);
  for (std::uint32_t i = 0; i < document.gradients.size(); ++i) {
    const Gradient& gradient = document.gradients[i];
    const float height = heights[i];
    std::string text = "<</ShadingType 2/ColorSpace/DeviceRGB/Extend[true true]/Coords[";
    append_numbers(text, gradient.x1, height - gradient.y1, gradient.x2, height - gradient.y2);
    text.back() = ']';
    text += "/Function" + function_of(stops_of(document, gradient)) + ">>";
    entries += "/S" + std::to_string(i) + ' ';
    append_reference(entries, file.put(text));
  }
  return entries;
}

}  // namespace sats
