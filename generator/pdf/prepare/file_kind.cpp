#include "pdf/prepare/file_kind.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace pdf {

namespace {

struct Row {
  FileKind kind;
  std::string_view extension;
  std::string_view magic;
};

constexpr std::array<Row, 9> kRows{{
    {FileKind::png, "png", {"\x89PNG\r\n\x1a\n", 8}},
    {FileKind::jpeg, "jpg", "\xFF\xD8\xFF"},
    {FileKind::gif, "gif", "GIF87a"},
    {FileKind::gif, "gif", "GIF89a"},
    {FileKind::truetype, "ttf", {"\0\1\0\0", 4}},
    {FileKind::truetype, "ttf", "true"},
    {FileKind::opentype, "otf", "OTTO"},
    {FileKind::woff, "woff", "wOFF"},
    {FileKind::woff2, "woff2", "wOF2"},
}};

/// 60 megapixels: an A3 page at 400 dots per inch, and 240 MB in memory.
constexpr std::uint64_t kMostPixels = 60'000'000;

std::uint32_t big_endian(std::string_view bytes, std::size_t at, std::size_t count) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) value = (value << 8U) | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

bool fits(std::uint64_t width, std::uint64_t height) { return width > 0 && height > 0 && width * height <= kMostPixels; }

/// PNG §5: chunks of length, type, content, checksum, the last one IEND.
bool is_whole_png(std::string_view bytes) {
  if (bytes.size() < 33 || bytes.substr(12, 4) != "IHDR" || !fits(big_endian(bytes, 16, 4), big_endian(bytes, 20, 4)))
    return false;
  bool has_pixels = false;
  for (std::size_t at = 8; at + 12 <= bytes.size();) {
    const std::size_t length = big_endian(bytes, at, 4);
    const auto type = bytes.substr(at + 4, 4);
    if (type == "IEND") return has_pixels;
    has_pixels = has_pixels || type == "IDAT";
    if (length > bytes.size() - at - 12) return false;
    at += length + 12;
  }
  return false;
}

/// JPEG (T.81 §B): a frame header with a size, and an end of image.
bool is_whole_jpeg(std::string_view bytes) {
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (bytes[at] != '\xFF') return false;
    const auto marker = static_cast<unsigned char>(bytes[at + 1]);
    const std::size_t length = big_endian(bytes, at + 2, 2);
    const bool frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (frame)
      return fits(big_endian(bytes, at + 7, 2), big_endian(bytes, at + 5, 2)) &&
             bytes.rfind("\xFF\xD9") != std::string_view::npos;
    at += length + 2;
  }
  return false;
}

bool is_whole_gif(std::string_view bytes) {
  const auto two = [&](std::size_t at) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[at]) | static_cast<unsigned char>(bytes[at + 1])
                                                                                  << 8U);
  };
  return bytes.size() > 20 && fits(two(6), two(8)) && bytes.rfind('\x3B') != std::string_view::npos;
}

bool looks_like_svg(std::string_view bytes) {
  const auto first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string_view::npos && bytes[first] == '<' &&
         bytes.substr(0, 4096).find("<svg") != std::string_view::npos;
}

}  // namespace

FileKind file_kind(std::string_view bytes) {
  for (const auto& row : kRows) {
    if (bytes.starts_with(row.magic)) return row.kind;
  }
  return looks_like_svg(bytes) ? FileKind::svg : FileKind::unknown;
}

std::string_view extension_of(FileKind kind) {
  if (kind == FileKind::svg) return "svg";
  const auto* row = std::find_if(kRows.begin(), kRows.end(), [&](const Row& r) { return r.kind == kind; });
  return row == kRows.end() ? std::string_view{} : row->extension;
}

bool is_whole_picture(FileKind kind, std::string_view bytes) {
  switch (kind) {
    case FileKind::png: return is_whole_png(bytes);
    case FileKind::jpeg: return is_whole_jpeg(bytes);
    case FileKind::gif: return is_whole_gif(bytes);
    default: return true;
  }
}

}  // namespace pdf
