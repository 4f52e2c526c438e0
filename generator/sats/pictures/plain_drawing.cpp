#include "sats/pictures/plain_drawing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "sats/pictures/svg_markup.h"
#include "sats/pictures/svg_path.h"
#include "sats/pictures/svg_style.h"
#include "sats/write/pdf_syntax.h"

namespace sats {
namespace {

constexpr double kPointsPerPixel = 0.75;
/// What a drawing that says no size is drawn in, in pixels; it is stretched to its box anyway.
constexpr double kDefaultWidth = 300;
constexpr std::size_t kMostLayers = 40;

/// A length of an attribute in pixels; the fallback when it is not there.
bool read_length(const SvgTag& tag, std::string_view name, double& value) {
  auto text = tag.attribute(name);
  if (text.empty()) return true;
  if (text.ends_with("px")) text.remove_suffix(2);
  const auto numbers = read_svg_numbers(text);
  if (!numbers || numbers->size() != 1) return false;
  value = numbers->front();
  return true;
}

bool write_polygon(const SvgTag& tag, std::string& out) {
  const auto points = read_svg_numbers(tag.attribute("points"));
  if (!points || points->size() % 2 == 1) return false;
  PathWriter path(out);
  for (std::size_t i = 0; i < points->size(); i += 2) {
    if (i == 0)
      path.move_to((*points)[i], (*points)[i + 1]);
    else
      path.line_to((*points)[i], (*points)[i + 1]);
  }
  if (tag.name == "polygon" && !points->empty()) path.close();
  return true;
}

bool write_rectangle(const SvgTag& tag, std::string& out) {
  double x = 0, y = 0, width = 0, height = 0, rx = -1, ry = -1;
  if (!read_length(tag, "x", x) || !read_length(tag, "y", y) || !read_length(tag, "width", width) ||
      !read_length(tag, "height", height) || !read_length(tag, "rx", rx) || !read_length(tag, "ry", ry))
    return false;
  if (rx < 0) rx = std::max(ry, 0.0);
  if (ry < 0) ry = rx;
  if (width <= 0 || height <= 0) return width == 0 || height == 0;
  rx = std::min(rx, width / 2);
  ry = std::min(ry, height / 2);
  if (rx == 0 || ry == 0) rx = ry = 0;
  PathWriter(out).rounded_box(x, y, width, height, rx, ry);
  return true;
}

bool write_ellipse(const SvgTag& tag, std::string& out) {
  double x = 0, y = 0, rx = 0, ry = 0;
  const bool circle = tag.name == "circle";
  if (!read_length(tag, "cx", x) || !read_length(tag, "cy", y) || !read_length(tag, circle ? "r" : "rx", rx)) return false;
  ry = rx;
  if (!circle && !read_length(tag, "ry", ry)) return false;
  if (rx > 0 && ry > 0) PathWriter(out).ellipse(x, y, rx, ry);
  return rx >= 0 && ry >= 0;
}

bool write_line(const SvgTag& tag, std::string& out) {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  if (!read_length(tag, "x1", x1) || !read_length(tag, "y1", y1) || !read_length(tag, "x2", x2) ||
      !read_length(tag, "y2", y2))
    return false;
  PathWriter path(out);
  path.move_to(x1, y1);
  path.line_to(x2, y2);
  return true;
}

bool write_path(const SvgTag& tag, std::string& out) { return write_path_data(tag.attribute("d"), out); }

struct ShapeRow {
  std::string_view name;
  std::string_view geometry;  ///< Attributes it reads itself, a space behind each.
  bool (*write)(const SvgTag&, std::string&);
};
constexpr std::array<ShapeRow, 7> kShapes{{{"path", "d ", write_path},
                                           {"rect", "x y width height rx ry ", write_rectangle},
                                           {"circle", "cx cy r ", write_ellipse},
                                           {"ellipse", "cx cy rx ry ", write_ellipse},
                                           {"line", "x1 y1 x2 y2 ", write_line},
                                           {"polyline", "points ", write_polygon},
                                           {"polygon", "points ", write_polygon}}};

/// Draws one file from its tags.
class Drawer {
 public:
  explicit Drawer(std::string_view svg) : markup_(svg) {}

  std::optional<PlainDrawing> draw(const SvgColour& current) {
    const auto root = markup_.next();
    SvgStyle style;
    style.current = current;
    if (!root || root->name != "svg" || root->kind != SvgTag::Kind::opens || !style.take(*root, "width height viewBox ") ||
        style.matrix != SvgMatrix{} || !begin(*root))
      return std::nullopt;
    styles_.push_back(std::move(style));
    while (!styles_.empty()) {
      const auto tag = markup_.next();
      if (!tag || !draw_tag(*tag)) return std::nullopt;
    }
    drawing_.content += "Q";
    return std::move(drawing_);
  }

 private:
  /// Works out the sizes and begins the content with the way from the drawing's space into the form's.
  bool begin(const SvgTag& root) {
    const auto box = read_svg_numbers(root.attribute("viewBox"));
    const bool has_box = !root.attribute("viewBox").empty();
    if (!read_length(root, "width", drawing_.width) || !read_length(root, "height", drawing_.height) || !box ||
        (has_box && (box->size() != 4 || (*box)[2] <= 0 || (*box)[3] <= 0)))
      return false;
    const bool sized = drawing_.width > 0 && drawing_.height > 0;
    const bool unsized = drawing_.width == 0 && drawing_.height == 0;
    if ((!sized && !unsized) || (unsized && !has_box) || std::max(drawing_.width, drawing_.height) > 10000) return false;
    drawing_.ratio = sized ? drawing_.width / drawing_.height : (*box)[2] / (*box)[3];
    const double width = sized ? drawing_.width : kDefaultWidth;
    const double height = sized ? drawing_.height : kDefaultWidth / drawing_.ratio;
    drawing_.form_width = width * kPointsPerPixel;
    drawing_.form_height = height * kPointsPerPixel;
    const double box_width = has_box ? (*box)[2] : width;
    const double box_height = has_box ? (*box)[3] : height;
    // The whole drawing, in the middle (preserveAspectRatio xMidYMid meet).
    const double scale = std::min(width / box_width, height / box_height) * kPointsPerPixel;
    const double left = (drawing_.form_width - box_width * scale) / 2 - (has_box ? (*box)[0] : 0) * scale;
    const double top = (drawing_.form_height - box_height * scale) / 2 - (has_box ? (*box)[1] : 0) * scale;
    drawing_.content = "q ";
    for (const double part : {scale, 0.0, 0.0, -scale, left, drawing_.form_height - top}) {
      append_number(drawing_.content, part, 5);
      drawing_.content += ' ';
    }
    drawing_.content += "cm\n";
    return true;
  }

  bool draw_tag(const SvgTag& tag) {
    if (tag.kind == SvgTag::Kind::closes) {
      // A shape or a title is closed where it was opened; here only groups and the drawing itself are.
      const bool ours = tag.name == "g" || tag.name == "svg";
      if (ours) styles_.pop_back();
      return ours;
    }
    if (tag.name == "title" || tag.name == "desc") return skip(tag);
    SvgStyle style = styles_.back();
    if (tag.name == "g") {
      if (!style.take(tag, "") || styles_.size() >= kMostLayers) return false;
      if (tag.kind == SvgTag::Kind::opens) styles_.push_back(std::move(style));
      return true;
    }
    const auto* shape = std::ranges::find(kShapes, tag.name, &ShapeRow::name);
    return shape != kShapes.end() && style.take(tag, shape->geometry) && draw_shape(*shape, style, tag) && skip(tag);
  }

  bool draw_shape(const ShapeRow& shape, const SvgStyle& style, const SvgTag& tag) {
    std::string path;
    if (!shape.write(tag, path)) return false;
    const auto painter = style.painter();
    if (path.empty() || painter.empty()) return true;
    drawing_.content += "q\n" + style.set_up() + path;
    drawing_.content += painter;
    drawing_.content += "\nQ\n";
    return true;
  }

  /// Passes over an element that was opened, which may hold only a title.
  bool skip(const SvgTag& tag) {
    if (tag.kind == SvgTag::Kind::stands_alone) return true;
    for (auto inner = markup_.next(); inner; inner = markup_.next()) {
      if (inner->kind == SvgTag::Kind::closes && inner->name == tag.name) return true;
      if (inner->name != "title" && inner->name != "desc") return false;
    }
    return false;
  }

  SvgMarkup markup_;
  PlainDrawing drawing_;
  std::vector<SvgStyle> styles_;
};

/// The colour that a document's rules give drawings, `svg { color: #rrggbb }`; nothing when they say anything else.
std::optional<SvgColour> current_colour(std::string_view css) {
  constexpr std::string_view kBefore = "svg { color: ";
  constexpr std::string_view kAfter = " }";
  if (css.empty()) return SvgColour{0, 0, 0};
  if (!css.starts_with(kBefore) || !css.ends_with(kAfter)) return std::nullopt;
  return read_svg_colour(css.substr(kBefore.size(), css.size() - kBefore.size() - kAfter.size()));
}

}  // namespace

std::optional<PlainDrawing> draw_plain(std::string_view svg, const SvgSurroundings& surroundings) {
  const auto current = current_colour(surroundings.css);
  if (!current) return std::nullopt;
  return Drawer(svg).draw(*current);
}

}  // namespace sats
