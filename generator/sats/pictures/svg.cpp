#include <algorithm>
#include <cmath>
#include <memory>

#include "sats/pictures/plain_drawing.h"
#include "sats/pictures/svg_library.h"
#include "sats/pictures/svg_links.h"
#include "sats/pictures/svg_picture.h"
#include "sats/pictures/svg_shape.h"
#include "sats/pictures/svg_words.h"
#include "sats/write/compress.h"
#include "sats/write/pdf_syntax.h"

namespace sats {
namespace {

constexpr double kPointsPerSvgPixel = 0.75;
/// CSS gives drawings without a size 300 by 150 pixels.
constexpr double kDefaultSvgWidth = 300;
constexpr double kDefaultHeight = 150;
/// Half a kilometre of paper; larger drawings are broken or hostile.
constexpr double kLargestSide = 14'400;

constexpr int kPacking = 6;

struct ObjectEnd {
  void operator()(RsvgHandle* handle) const { svg_library()->object_unref(handle); }
};
struct SurfaceEnd {
  void operator()(cairo_surface_t* surface) const { svg_library()->surface_destroy(surface); }
};
struct ContextEnd {
  void operator()(cairo_t* context) const { svg_library()->destroy(context); }
};
struct ErrorHold {
  GError* error = nullptr;
  ErrorHold() = default;
  ErrorHold(const ErrorHold&) = delete;
  ErrorHold& operator=(const ErrorHold&) = delete;
  ~ErrorHold() { svg_library()->clear_error(&error); }
};
using Handle = std::unique_ptr<RsvgHandle, ObjectEnd>;

/// Natural size in pixels, and whether the file says one.
struct NaturalSize {
  double width = 0;
  double height = 0;
  double ratio = 0;
};

NaturalSize natural_size(RsvgHandle* handle) {
  NaturalSize size;
  gboolean has_width = FALSE;
  gboolean has_height = FALSE;
  gboolean has_box = FALSE;
  RsvgLength width{};
  RsvgLength height{};
  RsvgRectangle box{};
  svg_library()->handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height, &has_box, &box);
  if (has_box != FALSE && box.height > 0) size.ratio = box.width / box.height;
  if (svg_library()->handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height) == FALSE)
    size.width = size.height = 0;
  if (size.height > 0) size.ratio = size.width / size.height;
  return size;
}

cairo_status_t append_bytes_to(void* text, const unsigned char* bytes, unsigned count) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

/// The drawing as a PDF of one page of that size in points; empty when drawing fails.
std::string draw(RsvgHandle* handle, double width, double height) {
  std::string pdf;
  const std::unique_ptr<cairo_surface_t, SurfaceEnd> surface(
      svg_library()->pdf_surface_create_for_stream(append_bytes_to, &pdf, width, height));
  {
    const std::unique_ptr<cairo_t, ContextEnd> context(svg_library()->create(surface.get()));
    const RsvgRectangle viewport{0, 0, width, height};
    ErrorHold error;
    if (svg_library()->handle_render_document(handle, context.get(), &viewport, &error.error) == FALSE) return {};
    svg_library()->show_page(context.get());
  }
  svg_library()->surface_finish(surface.get());
  return svg_library()->surface_status(surface.get()) == CAIRO_STATUS_SUCCESS ? pdf : std::string();
}

/// The text of the first `<title>`, which SVG has for the drawing as a whole.
std::string title_of(std::string_view svg) {
  const std::size_t begin = svg.find("<title");
  const std::size_t open = begin == std::string_view::npos ? begin : svg.find('>', begin);
  const std::size_t end = open == std::string_view::npos ? open : svg.find("</title>", open);
  return end == std::string_view::npos ? std::string() : std::string(svg.substr(open + 1, end - open - 1));
}

/// A drawing of shapes alone as a form of one part.
std::shared_ptr<SvgPicture> picture_of(const PlainDrawing& drawing) {
  auto picture = std::make_shared<SvgPicture>();
  picture->kind = PictureKind::svg;
  picture->width = static_cast<float>(drawing.width * kPointsPerSvgPixel);
  picture->height = static_cast<float>(drawing.height * kPointsPerSvgPixel);
  picture->ratio = static_cast<float>(drawing.ratio);
  picture->form_width = static_cast<float>(drawing.form_width);
  picture->form_height = static_cast<float>(drawing.form_height);
  FormPart& form = picture->parts.emplace_back();
  form.is_stream = true;
  form.text = "/Type/XObject/Subtype/Form/BBox[0 0 ";
  append_numbers(form.text, drawing.form_width, drawing.form_height);
  form.text += "]/Resources<<>>/Filter/FlateDecode";
  form.stream = deflate(drawing.content, kPacking);
  return picture;
}

}  // namespace

std::shared_ptr<SvgPicture> read_svg(const std::string& bytes, const SvgSurroundings& surroundings, std::string& reason) {
  if (const auto drawing = draw_plain(bytes, surroundings)) {
    auto picture = picture_of(*drawing);
    picture->title = title_of(bytes);
    picture->keeping = shape_keeping(bytes);
    return picture;
  }
  reason = svg_library() == nullptr ? "sats.billede.uden-librsvg" : "sats.billede.oedelagt";
  if (svg_library() == nullptr) return nullptr;
  if (may_hide_links(bytes)) return nullptr;
  ErrorHold error;
  const std::string svg = with_words_kept(without_links(bytes));
  const Handle handle(
      svg_library()->handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error.error));
  if (!handle) return nullptr;
  svg_library()->handle_set_dpi(handle.get(), 96);
  if (!surroundings.css.empty()) {
    ErrorHold css_error;
    svg_library()->handle_set_stylesheet(handle.get(), reinterpret_cast<const guint8*>(surroundings.css.data()),
                                         surroundings.css.size(), &css_error.error);
  }
  const NaturalSize size = natural_size(handle.get());
  double width = size.width > 0 ? size.width : kDefaultSvgWidth;
  double height = size.height > 0 ? size.height : size.ratio > 0 ? width / size.ratio : kDefaultHeight;
  if (!std::isfinite(width) || !std::isfinite(height) || width > kLargestSide || height > kLargestSide || height < 0.01) {
    reason = "sats.billede.for-stort";
    return nullptr;
  }
  width *= kPointsPerSvgPixel;
  height *= kPointsPerSvgPixel;
  auto picture = std::make_shared<SvgPicture>();
  picture->kind = PictureKind::svg;
  picture->width = static_cast<float>(size.width * kPointsPerSvgPixel);
  picture->height = static_cast<float>(size.height * kPointsPerSvgPixel);
  picture->ratio = static_cast<float>(size.ratio);
  picture->form_width = static_cast<float>(width);
  picture->form_height = static_cast<float>(height);
  picture->title = title_of(bytes);
  picture->keeping = shape_keeping(bytes);
  const std::string pdf = draw(handle.get(), width, height);
  if (pdf.empty() || !import_page(pdf, *picture)) return nullptr;
  reason.clear();
  return picture;
}

}  // namespace sats
