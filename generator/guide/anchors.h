#pragma once

#include <map>
#include <string>
#include <string_view>

namespace guide {

/// GitHub's slug of a heading: lower case, spaces as hyphens, everything but letters, digits, `-` and `_` left out. Letters
/// are those of all languages, so æ, ø and å stay.
std::string heading_slug(std::string_view text);

/// Hands out the anchors of one page; the second heading with the same text gets `-1`, the third `-2`.
class Anchors {
 public:
  std::string unique(std::string_view text);

 private:
  std::map<std::string, int, std::less<>> taken_;
};

}  // namespace guide
