#pragma once

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sats/page/paint.h"
#include "sats/write/pdf_syntax.h"

namespace sats {

/// A point or box in PDF space: points, origin at the lower left corner, y upwards.
struct Point {
  float x = 0;
  float y = 0;
};

/// Whether letters of an upright face are slanted to stand for italics.
enum class Slope : std::uint8_t { upright, slanted };

/// A length in hundredths of a point, which is how places are written.
inline std::int64_t hundredths(float value) { return std::llround(static_cast<double>(value) * 100); }

/// Builds the content of one page or form: operators, with those left out that change nothing. Coordinates go in as
/// layout has them (y downwards from the top) and come out turned.
class ContentStream {
 public:
  explicit ContentStream(float height) : height_(height) {}

  void save();
  void restore();
  void transform(const Transform& matrix);

  void fill_color(Color color);
  void stroke_color(Color color);
  void line_width(float width);
  /// Dash and gap in points; 0 and 0 is a solid line.
  void dash(float on, float off);
  /// 1 when nothing in front of it changes the opacity.
  void opacity(float alpha);

  void rectangle(const Rect& box);
  void rounded_rectangle(const Rect& box, const Radii& radii);
  void move_to(float x, float y);
  void line_to(float x, float y);
  void curve_to(Point a, Point b, Point to);
  /// A quarter of an ellipse from where the path stands, bent towards `by`; nothing when it has no extent.
  void corner(Point from, Point by, Point to);
  void ellipse(const Rect& box);
  /// Paints or cuts the path: `f`, `f*`, `S`, `W n` …
  void paint(std::string_view operators);

  /// Paints a named resource in the unit square stretched to a box.
  void draw_object(std::string_view name, const Rect& box);
  /// The same for an object whose own space is `width` by `height`.
  void draw_form(std::string_view name, const Rect& box, float width, float height);
  /// An image that was taken with the camera turned (Exif orientation 1-8).
  void draw_turned(std::string_view name, const Rect& box, int orientation);
  void paint_shading(std::string_view name, const Rect& box, const Radii& radii);

  /// Marked content. Marks do not nest; `properties` is what stands between the tag and BDC, nothing for BMC.
  void begin_mark(std::string_view tag, std::string_view properties);
  void end_mark();
  [[nodiscard]] bool in_mark() const { return in_mark_; }
  /// Whether the open mark began inside a text object, where it must end too.
  [[nodiscard]] bool in_text_mark() const { return in_mark_ && mark_began_in_text_; }

  /// Text. `show` appends the strings between TJ's brackets; positions are of the baseline.
  void begin_text();
  /// Ends the text object, and the mark that began in it; called by everything that paints other things.
  void leave_text();
  void font(std::string_view name, float size);
  void text_position(float x, float y, Slope slope);
  /// Width of the outline that makes letters bolder; 0 for none.
  void text_outline(float width, Color color);
  std::string& operators() { return out_; }
  /// An inner mark around a part of the text being shown.
  void begin_span(std::string_view properties);
  void end_span();

  /// Ends what is open and gives the whole.
  std::string finish();

  /// Most states that were saved at a time.
  [[nodiscard]] std::size_t deepest() const { return deepest_; }

  /// Alphas that were used, which the resources must list; named `G0` to `G255`.
  [[nodiscard]] const std::vector<std::uint8_t>& alphas() const { return alphas_; }

 private:
  struct State {
    Color fill{0, 0, 0, 255};
    Color stroke{0, 0, 0, 255};
    float line_width = 1;
    float dash_on = 0;
    float dash_off = 0;
    std::uint8_t alpha = 255;
    std::string font;
    float font_size = 0;
    float outline = 0;
  };

  void use_alpha(std::uint8_t alpha);
  void point(float x, float y);
  void use_color(Color color, Color& current, std::string_view gray, std::string_view rgb);
  void color_operands(Color color);

  float height_;
  std::string out_;
  State state_;
  std::vector<State> saved_;
  std::size_t deepest_ = 0;
  std::vector<std::uint8_t> alphas_;
  float opacity_ = 1;
  bool in_text_ = false;
  bool in_mark_ = false;
  bool mark_began_in_text_ = false;
  bool slanted_ = false;
  std::int64_t line_x_ = 0;  ///< Start of the current line of text, in hundredths.
  std::int64_t line_y_ = 0;
};

}  // namespace sats
