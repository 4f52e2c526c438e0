#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sats/pictures/picture.h"

namespace sats {

/// A PDF object without its number. In `text` the sign U+0001, an index and U+0002 stand for a reference to another part.
struct FormPart {
  std::string text;    ///< The object, or a stream's dictionary entries (without Length).
  std::string stream;  ///< The stream's bytes as they are stored.
  bool is_stream = false;
};

constexpr char kReferenceBegin = '\1';
constexpr char kReferenceEnd = '\2';

/// A drawing as the parts of a PDF form: vectors stay vectors, text stays text. Part 0 is the form.
class SvgPicture final : public Picture {
 public:
  std::vector<FormPart> parts;
  float form_width = 0;  ///< The form's own space.
  float form_height = 0;
};

/// Draws an SVG. Files that it refers to are not read.
std::shared_ptr<SvgPicture> read_svg(const std::string& bytes, const SvgSurroundings& surroundings, std::string& reason);

/// Takes the first page of a PDF apart into a form; false when it cannot be read.
bool import_page(const std::string& pdf, SvgPicture& picture);

}  // namespace sats
