#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace sats {

/// Which way a paragraph runs; `from_text` lets its first letter with a direction decide (annex 9, rules P2 and P3).
enum class Direction : std::uint8_t { left_to_right, right_to_left, from_text };

/// A directional control sign that stands before a byte of a paragraph without being in its text: what `dir` and
/// `unicode-bidi` ask for.
struct BidiControl {
  std::uint32_t offset = 0;
  char16_t sign = 0;
};
inline constexpr char16_t kLeftToRightEmbedding = 0x202A;
inline constexpr char16_t kRightToLeftEmbedding = 0x202B;
inline constexpr char16_t kPopDirection = 0x202C;
inline constexpr char16_t kLeftToRightOverride = 0x202D;
inline constexpr char16_t kRightToLeftOverride = 0x202E;
inline constexpr char16_t kLeftToRightIsolate = 0x2066;
inline constexpr char16_t kRightToLeftIsolate = 0x2067;
inline constexpr char16_t kFirstStrongIsolate = 0x2068;
inline constexpr char16_t kPopIsolate = 0x2069;

/// A stretch of a paragraph with one embedding level (Unicode annex 9); odd levels run right to left.
struct BidiRun {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint8_t level = 0;
};

/// The levels of a UTF-8 paragraph in logical order; one run, and no work, for text without right-to-left letters and
/// controls. Controls ascend and nest; what is open at a line feed goes on behind it.
std::vector<BidiRun> bidi_runs(std::string_view paragraph, Direction base, std::span<const BidiControl> controls = {});

/// The level of a byte; 0 behind the last run.
std::uint8_t level_at(std::span<const BidiRun> runs, std::uint32_t offset);

/// Which way the first letter with a direction runs; left to right when there is none.
Direction direction_of(std::string_view text);

/// Visual order of the pieces of one line: the i-th piece from the left is the returned index (annex 9, rule L2).
std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels);

}  // namespace sats
