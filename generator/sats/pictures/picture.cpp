#include "sats/pictures/picture.h"

#include <utility>

#include "sats/pictures/raster_picture.h"
#include "sats/pictures/svg_picture.h"
#include "sats/write/digest.h"

namespace sats {
namespace {

bool looks_like_svg(std::string_view bytes) {
  const std::string_view start = bytes.substr(0, 4096);
  return start.find("<svg") != std::string_view::npos ||
         (start.find("<?xml") != std::string_view::npos && bytes.find("<svg") != std::string_view::npos);
}

std::shared_ptr<Picture> read_any(std::string bytes, const SvgSurroundings& surroundings, const PictureLimits& limits,
                                  std::string& reason) {
  if (bytes.size() > limits.bytes) {
    reason = "sats.billede.for-stort";
    return nullptr;
  }
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return read_png(bytes, limits, reason);
  if (bytes.starts_with("\xFF\xD8\xFF")) return read_jpeg(std::move(bytes), limits, reason);
  if (looks_like_svg(bytes)) return read_svg(bytes, surroundings, reason);
  reason = "sats.billede.ukendt-slags";
  return nullptr;
}

}  // namespace

std::shared_ptr<const Picture> read_picture(std::string bytes, std::string_view name, base::Problems& problems,
                                            const SvgSurroundings& surroundings, const PictureLimits& limits) {
  std::string reason;
  const std::uint64_t digest = digest_of(bytes) ^ digest_of(surroundings.css, 3);
  auto picture = read_any(std::move(bytes), surroundings, limits, reason);
  if (!picture) {
    problems.add({base::Severity::warning, reason, {{"fil", std::string(name)}}, {}, {}});
    return nullptr;
  }
  picture->digest = digest;
  if (picture->kind != PictureKind::svg) static_cast<RasterPicture&>(*picture).name = name;
  if (picture->height > 0) picture->ratio = picture->width / picture->height;
  return picture;
}

}  // namespace sats
