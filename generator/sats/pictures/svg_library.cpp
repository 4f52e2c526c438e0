#include "sats/pictures/svg_library.h"

#include <optional>

#include "base/library_functions.h"

namespace sats {
namespace {

std::optional<SvgLibrary> load_svg_library() {
  SvgLibrary found;
  base::LibraryFunctions library("librsvg-2.so.2");
  library.find(found.handle_new_from_data, "rsvg_handle_new_from_data");
  library.find(found.handle_set_dpi, "rsvg_handle_set_dpi");
  library.find(found.handle_set_stylesheet, "rsvg_handle_set_stylesheet");
  library.find(found.handle_get_intrinsic_dimensions, "rsvg_handle_get_intrinsic_dimensions");
  library.find(found.handle_get_intrinsic_size_in_pixels, "rsvg_handle_get_intrinsic_size_in_pixels");
  library.find(found.handle_render_document, "rsvg_handle_render_document");
  library.find(found.object_unref, "g_object_unref");
  library.find(found.clear_error, "g_clear_error");
  library.find(found.pdf_surface_create_for_stream, "cairo_pdf_surface_create_for_stream");
  library.find(found.create, "cairo_create");
  library.find(found.destroy, "cairo_destroy");
  library.find(found.show_page, "cairo_show_page");
  library.find(found.surface_finish, "cairo_surface_finish");
  library.find(found.surface_status, "cairo_surface_status");
  library.find(found.surface_destroy, "cairo_surface_destroy");
  if (!library.complete()) return std::nullopt;
  return found;
}

}  // namespace

const SvgLibrary* svg_library() {
  static const std::optional<SvgLibrary> library = load_svg_library();
  return library ? &*library : nullptr;
}

}  // namespace sats
