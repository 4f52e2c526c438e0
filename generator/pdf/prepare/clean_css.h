#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace pdf {

/// What a style sheet asks of the outside world.
struct CssDoor {
  /// The address to write instead of one that the sheet names, or nothing to take it out.
  std::function<std::optional<std::string>(std::string_view address)> resolve;
  /// Called for each at-rule that would load something (`import`).
  std::function<void(std::string_view rule)> refused;
};

/// A style sheet or the value of a style attribute in which every address went through the door, imports are gone, and no
/// character can end a style element. Comments are left out; escapes in names are undone first, so `u\72l(` hides nothing.
std::string clean_css(std::string_view css, const CssDoor& door);

}  // namespace pdf
