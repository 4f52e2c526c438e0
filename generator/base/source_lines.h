#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace base {

/// Where a byte stands for a human: line and column count from 1, columns count code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// The lines of a text, and its code points counted at even steps. It is made once; each place is then found in a step, so
/// that a text with many problems takes time in proportion to its length, also when it is one line.
class SourceLines {
 public:
  explicit SourceLines(std::string_view text);

  /// Line and column of a byte offset in the same text; an offset past the end is the end. A byte order mark has no column.
  [[nodiscard]] Position position(std::string_view text, std::size_t offset) const;

  /// The whole line, without its line break and byte order mark, that holds the byte offset in the same text.
  [[nodiscard]] std::string_view line_at(std::string_view text, std::size_t offset) const;

 private:
  [[nodiscard]] std::size_t line_index(std::size_t offset) const;
  [[nodiscard]] std::size_t code_points_before(std::string_view text, std::size_t offset) const;

  std::vector<std::uint32_t> starts_;   ///< The offset of each line's first character, past a byte order mark.
  std::vector<std::uint32_t> counted_;  ///< Code points before each step.
};

}  // namespace base
