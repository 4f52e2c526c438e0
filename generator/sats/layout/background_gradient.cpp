#include <algorithm>
#include <cmath>
#include <numbers>

#include "sats/layout/decoration.h"
#include "sats/layout/ink.h"

namespace sats::layout {

namespace {

/// The way a gradient runs, of length 1; y downwards.
struct Way {
  float x = 0;
  float y = 0;
};

Way way_of(const css::LinearGradient& gradient, const Rect& box) {
  if (gradient.corner_x != 0) {
    // Towards a corner, so that the colour in the middle runs through the two corners beside it (css-images-3 §3.1.1).
    const float length = std::hypot(box.width, box.height);
    return {static_cast<float>(gradient.corner_x) * box.height / length,
            static_cast<float>(gradient.corner_y) * box.width / length};
  }
  const float angle = gradient.degrees * std::numbers::pi_v<float> / 180;
  return {std::sin(angle), -std::cos(angle)};
}

/// Places of stops that say none: 0 and 1 at the ends, evenly spread between those that do (css-images-3 §3.4.3).
void spread_unsaid(std::vector<std::optional<float>>& places) {
  if (!places.front()) places.front() = 0.0F;
  if (!places.back()) places.back() = 1.0F;
  for (std::size_t i = 1; i < places.size(); ++i) {
    if (places[i]) {
      places[i] = std::max(*places[i], *places[i - 1]);
      continue;
    }
    std::size_t next = i;
    while (!places[next]) ++next;
    const float before = *places[i - 1];
    const float step = (std::max(before, *places[next]) - before) / static_cast<float>(next - i + 1);
    for (; i < next; ++i) places[i] = *places[i - 1] + step;
    places[next] = std::max(before, *places[next]);
  }
}

/// A colour between two others.
Color between(const Color& a, const Color& b, float part) {
  const auto mix = [part](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(std::lround(static_cast<float>(from) + part * static_cast<float>(to - from)));
  };
  return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue), mix(a.alpha, b.alpha)};
}

/// Cuts stops to the line from 0 to 1.
std::vector<ColorStop> within_line(const std::vector<ColorStop>& stops) {
  std::vector<ColorStop> cut;
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const auto& stop = stops[i];
    for (const float edge : {0.0F, 1.0F}) {
      if (i == 0 || stops[i - 1].position >= edge || stop.position <= edge) continue;
      const float part = (edge - stops[i - 1].position) / (stop.position - stops[i - 1].position);
      cut.push_back({edge, between(stops[i - 1].color, stop.color, part)});
    }
    if (stop.position >= 0 && stop.position <= 1) cut.push_back(stop);
  }
  if (cut.empty()) cut.push_back({0, stops.front().position > 1 ? stops.front().color : stops.back().color});
  return cut;
}

std::vector<ColorStop> stops_of(const css::LinearGradient& gradient, const ComputedStyle& style, float length) {
  std::vector<std::optional<float>> places;
  for (const auto& stop : gradient.stops) {
    places.push_back(stop.place ? std::optional(stop.place->resolve(length) / length) : std::nullopt);
  }
  spread_unsaid(places);
  std::vector<ColorStop> stops;
  for (std::size_t i = 0; i < places.size(); ++i)
    stops.push_back({*places[i], resolved_color(gradient.stops[i].colour, style)});
  return within_line(stops);
}

}  // namespace

void paint_background_gradient(Document& document, const ComputedStyle& style, const DecoratedBox& piece) {
  const auto& box = piece.box;
  if (box.width <= 0 || box.height <= 0) return;
  const auto way = way_of(*style.background_image->gradient, box);
  const float length = std::abs(box.width * way.x) + std::abs(box.height * way.y);
  const float middle_x = box.x + box.width / 2;
  const float middle_y = box.y + box.height / 2;
  const auto stops = stops_of(*style.background_image->gradient, style, length);
  auto& out = document.out;
  Gradient gradient;
  gradient.box = box;
  gradient.radii = corner_radii(style, piece);
  gradient.x1 = middle_x - way.x * length / 2;
  gradient.y1 = middle_y - way.y * length / 2;
  gradient.x2 = middle_x + way.x * length / 2;
  gradient.y2 = middle_y + way.y * length / 2;
  gradient.first_stop = static_cast<std::uint32_t>(out.stops.size());
  gradient.stop_count = static_cast<std::uint32_t>(stops.size());
  out.stops.insert(out.stops.end(), stops.begin(), stops.end());
  Ink(out).gradient(gradient, kBackgroundTag);
}

}  // namespace sats::layout
