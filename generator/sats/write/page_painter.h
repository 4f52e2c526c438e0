#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sats/page/laid_document.h"
#include "sats/write/font_writer.h"
#include "sats/write/glyph_use.h"
#include "sats/write/marks.h"

namespace sats {

/// A picture as it stands in the file: a resource `P<index>`, an image in the unit square or a form of its own size.
struct WrittenPicture {
  ObjectId object = 0;
  float width = 1;
  float height = 1;
  int orientation = 1;  ///< How the camera was held, as in Exif, 1-8.
};

/// What page contents refer to.
struct PaintResources {
  const GlyphUses& uses;
  const std::vector<WrittenFont>& fonts;
  const std::vector<WrittenPicture>& pictures;
  const DividedWords& words;
};

/// Paints the pages of a document one after the other.
class PagePainter {
 public:
  PagePainter(const LaidDocument& document, const PaintResources& resources, Marks& marks);

  /// The content stream of a page.
  std::string paint(std::uint32_t page);

  /// Alphas that the contents need, named `G0` to `G255`.
  [[nodiscard]] const std::vector<std::uint8_t>& alphas() const { return alphas_; }

  /// Most clips and groups that lie in each other on a page.
  [[nodiscard]] std::size_t deepest() const { return deepest_; }

 private:
  const LaidDocument& document_;
  const PaintResources& resources_;
  Marks& marks_;
  std::vector<std::uint8_t> alphas_;
  std::size_t deepest_ = 0;
};

}  // namespace sats
