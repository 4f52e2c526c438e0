#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "base/source_lines.h"

namespace base {

/// One input text and the name it is shown by in messages (a path relative to where the user stands).
class SourceText {
 public:
  SourceText(std::string shown_name, std::string whole_text);

  /// Line and column of a byte offset; an offset past the end is the end. A byte order mark has no column.
  [[nodiscard]] Position position(std::size_t offset) const;

  /// The whole line that holds the byte offset, without its line break and byte order mark.
  [[nodiscard]] std::string_view line_at(std::size_t offset) const;

  const std::string name;
  const std::string text;

 private:
  [[nodiscard]] const SourceLines& lines() const;

  // Most texts have no problem, so the lines are found when the first place is asked for.
  mutable std::once_flag lines_found_;
  mutable std::optional<SourceLines> lines_;
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
