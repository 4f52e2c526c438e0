#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "sats/layout/box_builder.h"

namespace sats::layout {

using html::NodeIndex;

namespace {

/// What an inline SVG takes over from the text around it: its colour.
std::string svg_css(const ComputedStyle& style) {
  return fmt::format("svg {{ color: #{:02x}{:02x}{:02x} }}", style.color.red, style.color.green, style.color.blue);
}

constexpr float kPointsPerCssPixel = 0.75F;

/// A unit of an SVG's width and height, in points.
float svg_unit(std::string_view unit, const ComputedStyle& style) {
  struct Row {
    std::string_view unit;
    float points;
  };
  static constexpr std::array<Row, 6> kUnits{
      {{"px", kPointsPerCssPixel}, {"pt", 1}, {"pc", 12}, {"mm", 72 / 25.4F}, {"cm", 72 / 2.54F}, {"in", 72}}};
  if (unit == "em") return style.font_size;
  if (unit == "ex") return style.font_size / 2;
  const auto found = std::ranges::find(kUnits, unit, &Row::unit);
  return found == kUnits.end() ? kPointsPerCssPixel : found->points;
}

/// The width or height that an attribute says, in points; 0 when there is none. HTML's own are pixels, whatever stands
/// behind the number.
float size_attribute(const html::Tree& tree, NodeIndex index, std::string_view name, const ComputedStyle& style) {
  const auto text = tree.attribute(index, name);
  float value = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  const auto unit = text.substr(static_cast<std::size_t>(result.ptr - text.data()));
  if (result.ec != std::errc() || unit.starts_with('%')) return 0;
  return value * (tree[index].tag == HtmlTag::svg ? svg_unit(unit, style) : kPointsPerCssPixel);
}

}  // namespace

std::uint32_t BoxBuilder::inline_drawing(NodeIndex index) {
  const auto& style = style_of(index);
  const SvgSurroundings surroundings{.language = std::string(document_.language(style)), .css = svg_css(style)};
  base::Problems unread;
  auto read = document_.pictures.read(std::string(document_.tree.svg_source(index)), "svg", surroundings, unread);
  for (auto problem : unread) {
    if (!problem.where) problem.where = document_.tree.span(index);
    document_.problems.add(std::move(problem));
  }
  if (read == nullptr) return kNone;
  document_.out.pictures.push_back(std::move(read));
  return static_cast<std::uint32_t>(document_.out.pictures.size() - 1);
}

void BoxBuilder::words_of_picture(NodeIndex index, std::string_view words, const TagContext& tags) {
  const auto& style = style_of(index);
  open_part(index, style);
  flow_.open_inlines.back().anchor = anchors_[index];
  const auto depth = flow_.open_inlines.size();
  add_text(words, {&style, index}, tags);
  close_inline(depth);
}

void BoxBuilder::picture(NodeIndex index, const TagContext& tags) {
  const auto& tree = document_.tree;
  PictureBox picture;
  picture.picture =
      tree[index].tag == HtmlTag::svg ? inline_drawing(index) : document_.picture(tree.attribute(index, "src"), index);
  picture.width = size_attribute(tree, index, "width", style_of(index));
  picture.height = size_attribute(tree, index, "height", style_of(index));
  picture.alternative = tree.attribute(index, "alt");
  if (picture.picture == kNone && !tags.artifact) document_.out.dropped_pictures.push_back(tags.parent);
  if (picture.picture == kNone && !picture.alternative.empty()) return words_of_picture(index, picture.alternative, tags);
  boxes_.pictures.push_back(std::move(picture));
  add_inline_box(index, BoxKind::picture, static_cast<std::uint32_t>(boxes_.pictures.size() - 1), tags);
}

}  // namespace sats::layout
