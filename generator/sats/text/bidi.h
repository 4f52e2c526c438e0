#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sats {

enum class Direction : std::uint8_t { left_to_right, right_to_left };

/// A stretch of a paragraph with one embedding level (Unicode annex 9); odd levels run right to left.
struct BidiRun {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint8_t level = 0;
};

/// The levels of a UTF-8 paragraph in logical order; one run, and no work, for text without right-to-left letters.
std::vector<BidiRun> bidi_runs(std::string_view paragraph, Direction base);

/// Visual order of the pieces of one line: the i-th piece from the left is the returned index (annex 9, rule L2).
std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels);

}  // namespace sats
