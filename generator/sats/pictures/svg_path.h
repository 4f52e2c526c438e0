#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sats {

/// Numbers of SVG, parted by white space or a comma; nothing when anything else stands among them.
std::optional<std::vector<double>> read_svg_numbers(std::string_view text);

/// Writes outlines as PDF's path operators.
class PathWriter {
 public:
  explicit PathWriter(std::string& out) : out_(out) {}

  void move_to(double x, double y);
  void line_to(double x, double y);
  void curve_to(double x1, double y1, double x2, double y2, double x, double y);
  void close();

  /// An ellipse, or the corners of one around a box.
  void ellipse(double x, double y, double rx, double ry);
  void rounded_box(double x, double y, double width, double height, double rx, double ry);

 private:
  void number(double value);

  std::string& out_;
};

/// Writes path data (SVG 1.1, 8.3); false when it is not understood to its end.
bool write_path_data(std::string_view data, std::string& out);

}  // namespace sats
