#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace sats {

/// How a picture fills a box of another shape (SVG's preserveAspectRatio).
struct ShapeKeeping {
  enum class Scale : std::uint8_t { stretch, meet, slice };

  Scale scale = Scale::stretch;
  float x = 0.5F;  ///< Where it stands in the room that is left: 0 is at the left or the top, 1 at the right or the bottom.
  float y = 0.5F;
};

enum class PictureKind : std::uint8_t { jpeg, png, svg };

/// A picture that was read and is ready to be written: its natural size, and a digest by which equal ones are stored once.
class Picture {
 public:
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;
  virtual ~Picture() = default;

  PictureKind kind = PictureKind::png;
  float width = 0;   ///< Natural size in points: pixels at 96 to the inch unless the file says other (SVG: its own units).
  float height = 0;  ///< 0 with width 0 when an SVG has no size; `ratio` may still be known.
  float ratio = 0;   ///< Width divided by height; 0 when unknown.
  ShapeKeeping keeping;
  std::uint64_t digest = 0;
  std::string title;  ///< An SVG's own `<title>`, a text alternative of last resort.

 protected:
  Picture() = default;
};

/// What an SVG inherits from the document it stands in.
struct SvgSurroundings {
  std::string language;
  std::string css;  ///< More style rules for its elements, such as the theme's colours.
};

/// Largest pictures taken: pixels of a raster picture and bytes of any.
struct PictureLimits {
  std::uint64_t pixels = 80'000'000;
  std::uint64_t bytes = 64U << 20U;
};

/// Reads a picture, whose kind is told from its bytes; `name` is for the problem when it is broken or too large.
std::shared_ptr<const Picture> read_picture(std::string bytes, std::string_view name, base::Problems& problems,
                                            const SvgSurroundings& surroundings = {}, const PictureLimits& limits = {});

}  // namespace sats
