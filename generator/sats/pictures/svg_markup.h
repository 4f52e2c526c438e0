#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace sats {

/// A tag of an SVG file.
struct SvgTag {
  enum class Kind : std::uint8_t { opens, closes, stands_alone };

  Kind kind = Kind::opens;
  std::string_view name;
  std::vector<std::pair<std::string_view, std::string_view>> attributes;

  /// The value of an attribute; empty when it is not there.
  [[nodiscard]] std::string_view attribute(std::string_view wanted) const;
};

/// Reads the tags of an XML text one after the other. What it does not know (entities, a document type, CDATA) ends the
/// reading as a failure; text between tags is passed over.
class SvgMarkup {
 public:
  explicit SvgMarkup(std::string_view text) : text_(text) {}

  /// The next tag; nothing at the end or at a failure.
  std::optional<SvgTag> next();

  [[nodiscard]] bool failed() const { return failed_; }

 private:
  std::optional<SvgTag> fail();
  bool skip_past(std::string_view end);
  void skip_space();
  std::string_view take_name();
  bool take_attribute(SvgTag& tag);

  std::string_view text_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

}  // namespace sats
