#include "sats/layout/picture_cache.h"

namespace sats::layout {

namespace {

/// Larger pictures are a document's own, and more than this many are no theme's.
constexpr std::size_t kLargestBytes = 32'000;
constexpr std::size_t kMostPictures = 500;

}  // namespace

std::shared_ptr<const Picture> PictureCache::read(std::string bytes, std::string_view name,
                                                  const SvgSurroundings& surroundings, base::Problems& problems) {
  if (bytes.size() > kLargestBytes) return read_picture(std::move(bytes), name, problems, surroundings);
  const auto key = bytes + '\0' + surroundings.css + '\0' + surroundings.language;
  {
    const std::scoped_lock lock(mutex_);
    if (const auto found = known_.find(key); found != known_.end()) return found->second;
  }
  auto picture = read_picture(std::move(bytes), name, problems, surroundings);
  if (picture == nullptr) return picture;
  const std::scoped_lock lock(mutex_);
  if (known_.size() >= kMostPictures) known_.clear();
  known_.emplace(key, picture);
  return picture;
}

}  // namespace sats::layout
