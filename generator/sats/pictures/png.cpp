#include <libdeflate.h>
#include <png.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "sats/pictures/byte_reader.h"
#include "sats/pictures/raster_picture.h"
#include "sats/write/compress.h"

namespace sats {
namespace {

constexpr int kPixelCompression = 6;
constexpr std::size_t kSignatureSize = 8;

/// What the chunks of a PNG say, and its packed rows.
struct PngChunks {
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  unsigned bits = 0;
  unsigned color_type = 0;
  unsigned interlace = 0;
  std::string palette;
  std::string rows_packed;
  bool transparent = false;
  float dots_per_inch = 96;
};

std::optional<PngChunks> read_chunks(std::string_view bytes) {
  const ByteReader reader{bytes};
  PngChunks found;
  for (std::size_t at = kSignatureSize; at + 12 <= bytes.size();) {
    const std::size_t length = reader.u32(at);
    if (length > bytes.size() - at - 12) return std::nullopt;
    const std::string_view name = bytes.substr(at + 4, 4);
    const std::string_view content = bytes.substr(at + 8, length);
    const ByteReader chunk{content};
    if (name == "IHDR") {
      found.columns = chunk.u32(0);
      found.rows = chunk.u32(4);
      found.bits = chunk.u8(8);
      found.color_type = chunk.u8(9);
      found.interlace = chunk.u8(12);
    } else if (name == "PLTE") {
      found.palette = content;
    } else if (name == "IDAT") {
      found.rows_packed += content;
    } else if (name == "tRNS") {
      found.transparent = true;
    } else if (name == "pHYs" && chunk.u8(8) == 1 && chunk.u32(0) > 0) {
      found.dots_per_inch = static_cast<float>(chunk.u32(0)) * 0.0254F;
    } else if (name == "IEND") {
      return found;
    }
    at += length + 12;
  }
  return std::nullopt;
}

unsigned channels_of(unsigned color_type) { return color_type == 2 ? 3 : 1; }

bool can_pass(const PngChunks& png) {
  const bool depth_fits =
      png.bits == 8 || ((png.color_type == 0 || png.color_type == 3) && (png.bits == 1 || png.bits == 2 || png.bits == 4));
  const bool opaque = !png.transparent && (png.color_type == 0 || png.color_type == 2 || png.color_type == 3);
  return opaque && depth_fits && png.interlace == 0 &&
         (png.color_type != 3 || (!png.palette.empty() && png.palette.size() % 3 == 0));
}

struct DecompressorEnd {
  void operator()(libdeflate_decompressor* decompressor) const { libdeflate_free_decompressor(decompressor); }
};

/// Whether the packed rows unpack to just what the header promises, each with a known filter.
bool rows_are_whole(const PngChunks& png) {
  const std::size_t row = (std::size_t{png.columns} * channels_of(png.color_type) * png.bits + 7) / 8 + 1;
  std::vector<char> unpacked(row * png.rows);
  const std::unique_ptr<libdeflate_decompressor, DecompressorEnd> decompressor(libdeflate_alloc_decompressor());
  if (libdeflate_zlib_decompress(decompressor.get(), png.rows_packed.data(), png.rows_packed.size(), unpacked.data(),
                                 unpacked.size(), nullptr) != LIBDEFLATE_SUCCESS) {
    return false;
  }
  for (std::size_t at = 0; at < unpacked.size(); at += row) {
    if (static_cast<unsigned char>(unpacked[at]) > 4) return false;
  }
  return true;
}

bool pass(PngChunks& png, RasterPicture& picture) {
  if (!rows_are_whole(png)) return false;
  picture.bits = static_cast<int>(png.bits);
  picture.model = png.color_type == 0 ? ColorModel::gray : png.color_type == 2 ? ColorModel::rgb : ColorModel::palette;
  picture.packing = RasterPacking::png_rows;
  picture.palette = png.color_type == 3 ? std::move(png.palette) : std::string();
  picture.bytes = std::move(png.rows_packed);
  return true;
}

/// Rows with PNG's filter "up", which suits both drawings and photographs well enough for one pass.
std::string filtered_rows(const std::string& pixels, std::size_t row) {
  std::string rows;
  rows.reserve(pixels.size() + pixels.size() / row);
  for (std::size_t at = 0; at < pixels.size(); at += row) {
    rows += '\2';
    for (std::size_t i = 0; i < row; ++i) {
      const int above = at == 0 ? 0 : pixels[at - row + i];
      rows += static_cast<char>(pixels[at + i] - above);
    }
  }
  return rows;
}

/// Decodes to red, green, blue and alpha, and stores colours and alpha apart.
bool decode(std::string_view bytes, RasterPicture& picture) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return false;
  image.format = PNG_FORMAT_RGBA;
  image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;  // Else the library takes all of 16 bits for linear light.
  std::string all(PNG_IMAGE_SIZE(image), '\0');
  if (png_image_finish_read(&image, nullptr, all.data(), 0, nullptr) == 0) return false;
  std::string colors;
  std::string alpha;
  colors.reserve(all.size() / 4 * 3);
  alpha.reserve(all.size() / 4);
  bool opaque = true;
  for (std::size_t at = 0; at < all.size(); at += 4) {
    colors.append(all, at, 3);
    alpha += all[at + 3];
    opaque = opaque && all[at + 3] == '\xFF';
  }
  picture.model = ColorModel::rgb;
  picture.bits = 8;
  picture.packing = RasterPacking::png_rows;
  picture.bytes = deflate(filtered_rows(colors, std::size_t{image.width} * 3), kPixelCompression);
  if (!opaque) picture.alpha = deflate(alpha, kPixelCompression);
  return true;
}

}  // namespace

std::shared_ptr<RasterPicture> read_png(const std::string& bytes, const PictureLimits& limits, std::string& reason) {
  auto chunks = read_chunks(bytes);
  reason = "sats.billede.oedelagt";
  if (!chunks || chunks->columns == 0 || chunks->rows == 0) return nullptr;
  if (std::uint64_t{chunks->columns} * chunks->rows > limits.pixels) {
    reason = "sats.billede.for-stort";
    return nullptr;
  }
  auto picture = std::make_shared<RasterPicture>();
  picture->kind = PictureKind::png;
  picture->columns = chunks->columns;
  picture->rows = chunks->rows;
  const float points = 72 / chunks->dots_per_inch;
  picture->width = static_cast<float>(chunks->columns) * points;
  picture->height = static_cast<float>(chunks->rows) * points;
  const bool read = can_pass(*chunks) ? pass(*chunks, *picture) : decode(bytes, *picture);
  if (!read) return nullptr;
  reason.clear();
  return picture;
}

}  // namespace sats
