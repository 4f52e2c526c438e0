#include "sats/pictures/svg_style.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "sats/css/value_parsers.h"
#include "sats/pictures/svg_markup.h"
#include "sats/pictures/svg_path.h"
#include "sats/write/pdf_syntax.h"

namespace sats {
namespace {

/// Attributes that do not change how a drawing looks.
constexpr std::array<std::string_view, 10> kSilent{"id",       "class", "role",      "focusable", "version",
                                                   "xml:lang", "lang",  "xml:space", "tabindex",  "xmlns"};

bool is_silent(std::string_view name) {
  return name.starts_with("aria-") || name.starts_with("data-") || name.starts_with("xmlns:") ||
         std::ranges::find(kSilent, name) != kSilent.end();
}

bool is_in_list(std::string_view name, std::string_view list) {
  for (auto at = list.find(name); at != std::string_view::npos; at = list.find(name, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    if (begins && at + name.size() < list.size() && list[at + name.size()] == ' ') return true;
  }
  return false;
}

bool read_number(std::string_view text, double& value) {
  if (text.ends_with("px")) text.remove_suffix(2);
  const auto numbers = read_svg_numbers(text);
  if (!numbers || numbers->size() != 1) return false;
  value = numbers->front();
  return true;
}

bool read_word(std::string_view text, std::array<std::string_view, 3> words, int& value) {
  const auto* found = std::ranges::find(words, text);
  value = static_cast<int>(found - words.begin());
  return found != words.end();
}

std::optional<SvgMatrix> one_transform(std::string_view name, const std::vector<double>& n) {
  const auto count = n.size();
  if (name == "matrix" && count == 6) return SvgMatrix{n[0], n[1], n[2], n[3], n[4], n[5]};
  if (name == "translate" && (count == 1 || count == 2)) return SvgMatrix{1, 0, 0, 1, n[0], count == 2 ? n[1] : 0};
  if (name == "scale" && (count == 1 || count == 2)) return SvgMatrix{n[0], 0, 0, count == 2 ? n[1] : n[0], 0, 0};
  if (name != "rotate" || (count != 1 && count != 3)) return std::nullopt;
  const double turn = n[0] * std::numbers::pi / 180;
  const SvgMatrix rotation{std::cos(turn), std::sin(turn), -std::sin(turn), std::cos(turn), 0, 0};
  if (count == 1) return rotation;
  return SvgMatrix{1, 0, 0, 1, n[1], n[2]} * rotation * SvgMatrix{1, 0, 0, 1, -n[1], -n[2]};
}

bool read_transform(std::string_view text, SvgMatrix& matrix) {
  while (true) {
    while (!text.empty() && (text.front() == ' ' || text.front() == ',' || text.front() == '\n')) text.remove_prefix(1);
    if (text.empty()) return true;
    const auto open = text.find('(');
    const auto end = text.find(')');
    if (open == std::string_view::npos || end == std::string_view::npos || end < open) return false;
    const auto numbers = read_svg_numbers(text.substr(open + 1, end - open - 1));
    auto name = text.substr(0, open);
    while (name.ends_with(' ')) name.remove_suffix(1);
    const auto one = numbers ? one_transform(name, *numbers) : std::nullopt;
    if (!one) return false;
    matrix = matrix * *one;
    text.remove_prefix(end + 1);
  }
}

bool read_dashes(std::string_view text, std::vector<double>& dashes) {
  dashes.clear();
  if (text == "none") return true;
  auto numbers = read_svg_numbers(text);
  if (!numbers || std::ranges::any_of(*numbers, [](double length) { return length < 0; })) return false;
  dashes = std::move(*numbers);
  // An odd number of lengths is taken twice.
  if (dashes.size() % 2 == 1) dashes.insert(dashes.end(), dashes.begin(), dashes.end());
  return std::ranges::any_of(dashes, [](double length) { return length > 0; });
}

void append_colour(std::string& out, const SvgColour& colour, std::string_view operator_name) {
  for (const double part : colour) {
    append_number(out, part, 3);
    out += ' ';
  }
  out += operator_name;
  out += '\n';
}

}  // namespace

SvgMatrix operator*(const SvgMatrix& left, const SvgMatrix& right) {
  return {left.a * right.a + left.c * right.b,          left.b * right.a + left.d * right.b,
          left.a * right.c + left.c * right.d,          left.b * right.c + left.d * right.d,
          left.a * right.e + left.c * right.f + left.e, left.b * right.e + left.d * right.f + left.f};
}

std::optional<SvgColour> read_svg_colour(std::string_view text) {
  css::TextPool pool;
  const auto tokens = css::tokenize(text, pool);
  css::Cursor in(tokens);
  const auto colour = css::read_colour(in);
  if (!colour || !in.done() || colour->alpha != 255 || colour->current) return std::nullopt;
  return SvgColour{colour->red / 255.0, colour->green / 255.0, colour->blue / 255.0};
}

bool SvgStyle::take(const SvgTag& tag, std::string_view geometry) {
  const auto paint = [this](std::string_view text, std::optional<SvgColour>& colour) {
    if (text == "none") return colour.reset(), true;
    colour = text == "currentColor" ? current : read_svg_colour(text);
    return colour.has_value();
  };
  for (const auto& [name, value] : tag.attributes) {
    bool known = is_silent(name) || is_in_list(name, geometry);
    if (name == "fill") known = paint(value, fill);
    if (name == "stroke") known = paint(value, stroke);
    if (name == "stroke-width") known = read_number(value, stroke_width) && stroke_width >= 0;
    if (name == "stroke-linecap") known = read_word(value, {"butt", "round", "square"}, cap);
    if (name == "stroke-linejoin") known = read_word(value, {"miter", "round", "bevel"}, join);
    if (name == "stroke-miterlimit") known = read_number(value, miter_limit) && miter_limit >= 1;
    if (name == "stroke-dasharray") known = read_dashes(value, dashes);
    if (name == "stroke-dashoffset") known = read_number(value, dash_offset);
    if (name == "fill-rule") known = (even_odd = value == "evenodd") || value == "nonzero";
    if (name == "transform") known = read_transform(value, matrix);
    if (!known) return false;
  }
  return true;
}

std::string SvgStyle::set_up() const {
  std::string out;
  if (matrix != SvgMatrix{}) {
    for (const double part : {matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f}) {
      append_number(out, part, 5);
      out += ' ';
    }
    out += "cm\n";
  }
  if (fill) append_colour(out, *fill, "rg");
  if (!stroke) return out;
  append_colour(out, *stroke, "RG");
  append_number(out, stroke_width, 3);
  out += " w " + std::to_string(cap) + " J " + std::to_string(join) + " j ";
  append_number(out, miter_limit, 3);
  out += " M\n";
  if (dashes.empty()) return out;
  out += '[';
  for (const double length : dashes) {
    append_number(out, length, 3);
    out += ' ';
  }
  out += ']';
  append_number(out, dash_offset, 3);
  return out + " d\n";
}

std::string_view SvgStyle::painter() const {
  const bool strokes = stroke && stroke_width > 0;
  if (fill && strokes) return even_odd ? "B*" : "B";
  if (fill) return even_odd ? "f*" : "f";
  return strokes ? "S" : "";
}

}  // namespace sats
