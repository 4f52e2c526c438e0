#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sats/pictures/picture.h"

namespace sats {

enum class ColorModel : std::uint8_t { gray, rgb, cmyk, palette };

/// How the bytes of a raster picture are packed: as the JPEG file, through Flate with PNG's row filters, or through plain
/// Flate.
enum class RasterPacking : std::uint8_t { jpeg, png_rows, flate };

/// A picture of pixels in a form that PDF takes as it is.
class RasterPicture final : public Picture {
 public:
  std::string name;  ///< What problems call it.
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  int bits = 8;
  ColorModel model = ColorModel::rgb;
  RasterPacking packing = RasterPacking::flate;
  std::string bytes;
  std::string palette;    ///< Three bytes a colour.
  std::string alpha;      ///< Eight bits a pixel through Flate; empty when all is opaque.
  bool inverted = false;  ///< CMYK as Adobe writes it, with 0 for full ink.
  int orientation = 1;    ///< Exif: how the camera was held, 1-8. Natural width and height are already turned.
};

/// A JPEG file that passes through; null with a problem when it is broken or of a kind that PDF does not know.
std::shared_ptr<RasterPicture> read_jpeg(std::string bytes, const PictureLimits& limits, std::string& reason);

/// A PNG file: passes through when it has no transparency, else its colours and its transparency are stored apart.
std::shared_ptr<RasterPicture> read_png(const std::string& bytes, const PictureLimits& limits, std::string& reason);

}  // namespace sats
