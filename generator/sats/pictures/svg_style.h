#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sats {

struct SvgTag;

/// A colour as PDF writes it, from 0 to 1.
using SvgColour = std::array<double, 3>;

/// x' = a x + c y + e, y' = b x + d y + f.
struct SvgMatrix {
  double a = 1;
  double b = 0;
  double c = 0;
  double d = 1;
  double e = 0;
  double f = 0;

  bool operator==(const SvgMatrix&) const = default;
};

/// First the right one, then the left one.
SvgMatrix operator*(const SvgMatrix& left, const SvgMatrix& right);

/// How shapes are painted; children inherit it.
struct SvgStyle {
  SvgColour current{0, 0, 0};
  std::optional<SvgColour> fill = SvgColour{0, 0, 0};
  std::optional<SvgColour> stroke;
  double stroke_width = 1;
  int cap = 0;   ///< As PDF numbers them: butt, round, square.
  int join = 0;  ///< Miter, round, bevel.
  double miter_limit = 4;
  std::vector<double> dashes;
  double dash_offset = 0;
  bool even_odd = false;
  SvgMatrix matrix;

  /// Takes over what a tag says; false when it says something that is not known here. `geometry` are attributes that its
  /// element reads itself, with a space behind each.
  bool take(const SvgTag& tag, std::string_view geometry);

  /// The operators that set it, and the one that paints a path with it; empty when nothing shows.
  [[nodiscard]] std::string set_up() const;
  [[nodiscard]] std::string_view painter() const;
};

/// A colour by name, hash or function; nothing when it is none, or see-through.
std::optional<SvgColour> read_svg_colour(std::string_view text);

}  // namespace sats
