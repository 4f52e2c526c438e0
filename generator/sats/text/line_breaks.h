#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sats {

/// Why a line may end at an offset.
enum class BreakKind : std::uint8_t {
  allowed,      ///< After a space, a hyphen, between ideographs.
  mandatory,    ///< After a line feed or U+2028.
  soft_hyphen,  ///< After U+00AD; a hyphen is shown when the line ends here.
};

/// A place where a line may end: the next line begins at `offset` (bytes), after the spaces.
struct BreakOpportunity {
  std::uint32_t offset = 0;
  BreakKind kind = BreakKind::allowed;
};

/// Where the lines of a UTF-8 paragraph may end (Unicode annex 14 with the language's rules), ascending, without the end of
/// the text. Text of Latin letters, digits and common marks takes a table of our own; the rest goes to ICU.
void find_breaks(std::string_view paragraph, std::string_view language, std::vector<BreakOpportunity>& out);

/// The ends of the user-perceived characters of a text, for `overflow-wrap: anywhere` (annex 29), ascending, with the end.
void find_graphemes(std::string_view text, std::vector<std::uint32_t>& out);

}  // namespace sats
