#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace base {

/// Where a byte stands for a human: line and column count from 1, columns count code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// One input text and the name it is shown by in messages (a path relative to where the user stands).
struct SourceText {
  std::string name;
  std::string text;

  /// Line and column of a byte offset; an offset past the end is the end.
  [[nodiscard]] Position position(std::size_t offset) const;

  /// The whole line (without its line break) that holds the byte offset.
  [[nodiscard]] std::string_view line_at(std::size_t offset) const;
};

/// Sources are shared because problems outlive the stage that read the file.
using Source = std::shared_ptr<const SourceText>;

/// Makes a source from a display name and its text.
Source make_source(std::string name, std::string text);

/// A piece of a source in bytes, end exclusive. Line and column are computed only when a problem is printed.
struct Span {
  Source source;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

}  // namespace base
