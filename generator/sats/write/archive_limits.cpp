#include "sats/write/archive_limits.h"

#include <set>

#include "sats/pictures/raster_picture.h"

namespace sats {
namespace {

/// Saved states that may be open at a time; a picture needs one, and one more inside of it.
constexpr std::size_t kMostSaved = 26;

}  // namespace

void check_archive_pictures(const LaidDocument& document, base::Problems& problems) {
  std::set<std::uint64_t> reported;
  for (const auto& picture : document.pictures) {
    if (!picture || picture->kind == PictureKind::svg) continue;
    const auto& raster = static_cast<const RasterPicture&>(*picture);
    if (raster.model == ColorModel::cmyk && reported.insert(raster.digest).second)
      problems.add({base::Severity::error, "sats.arkiv.billede-cmyk", {{"fil", raster.name}}, {}, {}});
  }
}

void check_archive_depth(std::size_t deepest, base::Problems& problems) {
  if (deepest <= kMostSaved) return;
  problems.add({base::Severity::error,
                "sats.arkiv.for-dybt",
                {{"antal", std::to_string(deepest)}, {"grænse", std::to_string(kMostSaved)}},
                {},
                {}});
}

}  // namespace sats
