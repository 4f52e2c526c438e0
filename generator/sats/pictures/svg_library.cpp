#include "sats/pictures/svg_library.h"

#include <dlfcn.h>

#include <optional>

namespace sats {
namespace {

/// Finds a function in what was loaded; notes when one is missing.
class Finder {
 public:
  explicit Finder(void* library) : library_(library) {}

  template <typename Function>
  void find(Function& function, const char* name) {
    // dlsym reaches what the library itself was linked to, cairo and glib among them.
    function = reinterpret_cast<Function>(dlsym(library_, name));
    complete_ = complete_ && function != nullptr;
  }

  [[nodiscard]] bool complete() const { return complete_; }

 private:
  void* library_;
  bool complete_ = true;
};

std::optional<SvgLibrary> load() {
  void* library = dlopen("librsvg-2.so.2", RTLD_LAZY | RTLD_LOCAL);
  if (library == nullptr) return std::nullopt;
  SvgLibrary found;
  Finder finder(library);
  finder.find(found.handle_new_from_data, "rsvg_handle_new_from_data");
  finder.find(found.handle_set_dpi, "rsvg_handle_set_dpi");
  finder.find(found.handle_set_stylesheet, "rsvg_handle_set_stylesheet");
  finder.find(found.handle_get_intrinsic_dimensions, "rsvg_handle_get_intrinsic_dimensions");
  finder.find(found.handle_get_intrinsic_size_in_pixels, "rsvg_handle_get_intrinsic_size_in_pixels");
  finder.find(found.handle_render_document, "rsvg_handle_render_document");
  finder.find(found.object_unref, "g_object_unref");
  finder.find(found.clear_error, "g_clear_error");
  finder.find(found.pdf_surface_create_for_stream, "cairo_pdf_surface_create_for_stream");
  finder.find(found.create, "cairo_create");
  finder.find(found.destroy, "cairo_destroy");
  finder.find(found.show_page, "cairo_show_page");
  finder.find(found.surface_finish, "cairo_surface_finish");
  finder.find(found.surface_status, "cairo_surface_status");
  finder.find(found.surface_destroy, "cairo_surface_destroy");
  if (!finder.complete()) return std::nullopt;
  return found;
}

}  // namespace

const SvgLibrary* svg_library() {
  static const std::optional<SvgLibrary> library = load();
  return library ? &*library : nullptr;
}

}  // namespace sats
