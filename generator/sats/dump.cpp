#include <fmt/format.h>

#include <array>

#include "sats/typeset.h"

namespace sats {

namespace {

/// Points to a tenth, without a needless `.0`.
std::string points(float value) {
  auto text = fmt::format("{:.1f}", value == 0 ? 0 : value);
  if (text == "-0.0") text = "0.0";
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text;
}

std::string color(const Color& c) {
  return c.alpha == 255 ? fmt::format("#{:02x}{:02x}{:02x}", c.red, c.green, c.blue)
                        : fmt::format("#{:02x}{:02x}{:02x}{:02x}", c.red, c.green, c.blue, c.alpha);
}

std::string box(const Rect& r) {
  return fmt::format("{},{} {}x{}", points(r.x), points(r.y), points(r.width), points(r.height));
}

constexpr Color kBlack{};

/// Colours, line styles and corners are shown when they are not the plain ones.
std::string tint(const Color& c) { return c == kBlack ? "" : " " + color(c); }

std::string_view word(LineStyle style) {
  constexpr std::array<std::string_view, 10> kWords{"none",   "solid", "dashed", "dotted", "double",
                                                    "groove", "ridge", "inset",  "outset", "wavy"};
  return kWords[static_cast<std::size_t>(style)];
}

std::string_view word(MarkerShape shape) {
  constexpr std::array<std::string_view, 4> kWords{"disc", "circle", "square", "check"};
  return kWords[static_cast<std::size_t>(shape)];
}

std::string corners(const Radii& radii) {
  if (radii == Radii{}) return "";
  std::string out = " radii";
  for (const float radius : radii.x) out += " " + points(radius);
  return out;
}

std::string sides(const Border& border) {
  std::string out = fmt::format("border {} widths", box(border.box));
  for (const float width : border.widths) out += " " + points(width);
  for (const LineStyle style : border.styles) {
    if (style != LineStyle::solid && style != LineStyle::none) out += fmt::format(" {}", word(style));
  }
  for (std::size_t i = 0; i < border.colors.size(); ++i) {
    if (border.widths[i] > 0) out += tint(border.colors[i]);
  }
  return out + corners(border.radii);
}

std::string stops(const LaidDocument& d, const Gradient& gradient) {
  std::string out;
  for (std::uint32_t i = 0; i < gradient.stop_count; ++i) {
    const auto& stop = d.stops[gradient.first_stop + i];
    out += fmt::format(" {}@{}", color(stop.color), points(stop.position * 100));
  }
  return out;
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + "\"";
}

float run_width(const LaidDocument& d, const GlyphRun& run) {
  float width = 0;
  for (std::uint32_t i = 0; i < run.glyph_count; ++i) width += d.glyphs[run.first_glyph + i].advance;
  return width;
}

std::string item_text(const LaidDocument& d, const PaintItem& item) {
  switch (item.kind) {
    case ItemKind::glyphs: {
      const auto& run = d.runs[item.index];
      const auto text = std::string_view(d.text).substr(run.text_begin, run.text_end - run.text_begin);
      return fmt::format("text {},{} w{} {}{}{}", points(run.x), points(run.baseline), points(run_width(d, run)),
                         quoted(text), run.ends_with_hyphen ? " hyphen" : "", tint(run.color));
    }
    case ItemKind::box: {
      const auto& b = d.boxes[item.index];
      return fmt::format("box {} {}{}", box(b.box), color(b.color), corners(b.radii));
    }
    case ItemKind::border: return sides(d.borders[item.index]);
    case ItemKind::stroke: {
      const auto& s = d.strokes[item.index];
      return fmt::format("stroke {},{} {},{} w{}{}{}", points(s.x1), points(s.y1), points(s.x2), points(s.y2),
                         points(s.width), s.style == LineStyle::solid ? "" : fmt::format(" {}", word(s.style)),
                         tint(s.color));
    }
    case ItemKind::marker:
      return fmt::format("marker {} {}{}", box(d.markers[item.index].box), word(d.markers[item.index].shape),
                         tint(d.markers[item.index].color));
    case ItemKind::picture: return fmt::format("picture {}", box(d.placed_pictures[item.index].box));
    case ItemKind::gradient:
      return fmt::format("gradient {}{}", box(d.gradients[item.index].box), stops(d, d.gradients[item.index]));
    case ItemKind::clip: return fmt::format("clip {}", box(d.clips[item.index].box));
    case ItemKind::transform: return "transform";
    case ItemKind::opacity: return fmt::format("opacity {}", d.opacities[item.index]);
    case ItemKind::restore: return "restore";
  }
  return {};
}

}  // namespace

std::string dump(const LaidDocument& d) {
  std::string out;
  for (std::size_t i = 0; i < d.pages.size(); ++i) {
    const auto& page = d.pages[i];
    out += fmt::format("page {} {}x{}\n", i + 1, points(page.width), points(page.height));
    for (std::uint32_t j = 0; j < page.item_count; ++j) {
      const auto& item = d.items[page.first_item + j];
      const bool artifact = item.tag.leaf == kNone && item.kind == ItemKind::glyphs;
      out += fmt::format("  {}{}\n", item_text(d, item), artifact ? " artifact" : "");
    }
  }
  for (const auto& entry : d.outline)
    out += fmt::format("bookmark {} {} page {}\n", entry.level, quoted(std::string_view(entry.title)),
                       entry.destination == kNone ? 0 : d.destinations[entry.destination].page + 1);
  return out;
}

}  // namespace sats
