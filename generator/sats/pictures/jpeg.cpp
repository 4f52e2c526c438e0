#include <cstddef>
#include <utility>

#include "sats/pictures/byte_reader.h"
#include "sats/pictures/raster_picture.h"

namespace sats {
namespace {

constexpr unsigned kStartOfScan = 0xDA;
constexpr unsigned kEndOfImage = 0xD9;
constexpr unsigned kExifTag = 0x0112;  // Orientation

/// What the segments in front of the picture's data say.
struct JpegHeader {
  std::uint32_t columns = 0;
  std::uint32_t rows = 0;
  unsigned components = 0;
  unsigned precision = 0;
  bool known_process = false;
  bool adobe = false;
  int orientation = 1;
  float dots_per_inch = 96;
};

/// SOF0 to SOF2: baseline, extended and progressive Huffman, the kinds that DCTDecode takes.
bool is_frame(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

int exif_orientation(std::string_view segment) {
  constexpr std::string_view kExif{"Exif\0\0", 6};
  if (!segment.starts_with(kExif)) return 1;
  ByteReader tiff{segment.substr(kExif.size())};
  if (tiff.bytes.starts_with("II")) tiff.order = ByteOrder::little;
  const std::size_t directory = tiff.u32(4);
  const unsigned count = tiff.u16(directory);
  for (unsigned i = 0; i < count && i < 200; ++i) {
    const std::size_t entry = directory + 2 + std::size_t{12} * i;
    if (tiff.u16(entry) != kExifTag) continue;
    const unsigned value = tiff.u16(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

float density(const ByteReader& segment) {
  constexpr float kCentimetresPerInch = 2.54F;
  const auto across = static_cast<float>(segment.u16(8));
  if (across < 1) return 96;
  return segment.u8(7) == 1 ? across : segment.u8(7) == 2 ? across * kCentimetresPerInch : 96;
}

void read_segment(unsigned marker, std::string_view segment, JpegHeader& header) {
  const ByteReader reader{segment};
  if (is_frame(marker)) {
    header.known_process = marker <= 0xC2;
    header.precision = reader.u8(0);
    header.rows = reader.u16(1);
    header.columns = reader.u16(3);
    header.components = reader.u8(5);
  } else if (marker == 0xEE && segment.starts_with("Adobe")) {
    header.adobe = true;
  } else if (marker == 0xE0 && segment.starts_with("JFIF")) {
    header.dots_per_inch = density(reader);
  } else if (marker == 0xE1) {
    header.orientation = exif_orientation(segment);
  }
}

/// Reads segments up to the data; false when the file is not built as a JPEG is.
bool read_header(std::string_view bytes, JpegHeader& header) {
  const ByteReader reader{bytes};
  for (std::size_t at = 2; at + 4 <= bytes.size();) {
    if (reader.u8(at) != 0xFF) return false;
    const unsigned marker = reader.u8(at + 1);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const std::size_t length = reader.u16(at + 2);
    if (marker == kEndOfImage || length < 2 || at + 2 + length > bytes.size()) return false;
    if (marker == kStartOfScan) return header.components != 0;
    read_segment(marker, bytes.substr(at + 4, length - 2), header);
    at += 2 + length;
  }
  return false;
}

bool has_end(std::string_view bytes) {
  // Cameras leave bytes behind the end; a file that was cut off has no end at all.
  return bytes.rfind("\xFF\xD9") != std::string_view::npos;
}

}  // namespace

std::shared_ptr<RasterPicture> read_jpeg(std::string bytes, const PictureLimits& limits, std::string& reason) {
  JpegHeader header;
  const bool whole = read_header(bytes, header) && has_end(bytes) && header.columns > 0 && header.rows > 0;
  const bool usable = header.known_process && header.precision == 8 &&
                      (header.components == 1 || header.components == 3 || header.components == 4);
  if (!whole || !usable) {
    reason = whole ? "sats.billede.ukendt-slags" : "sats.billede.oedelagt";
    return nullptr;
  }
  if (std::uint64_t{header.columns} * header.rows > limits.pixels) {
    reason = "sats.billede.for-stort";
    return nullptr;
  }
  auto picture = std::make_shared<RasterPicture>();
  picture->kind = PictureKind::jpeg;
  picture->columns = header.columns;
  picture->rows = header.rows;
  picture->model = header.components == 1 ? ColorModel::gray : header.components == 3 ? ColorModel::rgb : ColorModel::cmyk;
  picture->inverted = header.components == 4 && header.adobe;
  picture->packing = RasterPacking::jpeg;
  picture->orientation = header.orientation;
  const float points = 72 / header.dots_per_inch;
  picture->width = static_cast<float>(header.columns) * points;
  picture->height = static_cast<float>(header.rows) * points;
  if (header.orientation >= 5) std::swap(picture->width, picture->height);
  picture->bytes = std::move(bytes);
  return picture;
}

}  // namespace sats
