#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "sats/pictures/picture.h"

namespace sats::layout {

/// Small pictures that documents have in common, such as the icons of a theme, read once for all of them.
class PictureCache {
 public:
  /// The picture of some bytes, read now when it is new; nullptr when it is broken, each time with its problem.
  std::shared_ptr<const Picture> read(std::string bytes, std::string_view name, const SvgSurroundings& surroundings,
                                      base::Problems& problems);

 private:
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<const Picture>> known_;
};

}  // namespace sats::layout
