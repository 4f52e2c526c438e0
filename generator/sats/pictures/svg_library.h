#pragma once

#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

namespace sats {

/// The functions of librsvg and cairo that drawings need. They are loaded with the first drawing: with all that they bring,
/// loading them takes longer than typesetting a plan, and most documents have no drawing.
struct SvgLibrary {
  decltype(&rsvg_handle_new_from_data) handle_new_from_data = nullptr;
  decltype(&rsvg_handle_set_dpi) handle_set_dpi = nullptr;
  decltype(&rsvg_handle_set_stylesheet) handle_set_stylesheet = nullptr;
  decltype(&rsvg_handle_get_intrinsic_dimensions) handle_get_intrinsic_dimensions = nullptr;
  decltype(&rsvg_handle_get_intrinsic_size_in_pixels) handle_get_intrinsic_size_in_pixels = nullptr;
  decltype(&rsvg_handle_render_document) handle_render_document = nullptr;
  decltype(&g_object_unref) object_unref = nullptr;
  decltype(&g_clear_error) clear_error = nullptr;
  decltype(&cairo_pdf_surface_create_for_stream) pdf_surface_create_for_stream = nullptr;
  decltype(&cairo_create) create = nullptr;
  decltype(&cairo_destroy) destroy = nullptr;
  decltype(&cairo_show_page) show_page = nullptr;
  decltype(&cairo_surface_finish) surface_finish = nullptr;
  decltype(&cairo_surface_status) surface_status = nullptr;
  decltype(&cairo_surface_destroy) surface_destroy = nullptr;
};

/// The library, loaded once; null when it is not installed. Any thread.
const SvgLibrary* svg_library();

}  // namespace sats
