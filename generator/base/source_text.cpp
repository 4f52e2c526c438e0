#include "base/source_text.h"

#include <algorithm>

namespace base {

namespace {

std::size_t line_start(std::string_view text, std::size_t offset) {
  if (offset == 0) return 0;
  const auto newline = text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : newline + 1;
}

bool starts_code_point(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

}  // namespace

Position SourceText::position(std::size_t offset) const {
  offset = std::min(offset, text.size());
  const auto start = line_start(text, offset);
  const auto newlines = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(start), '\n');
  const auto before = std::string_view(text).substr(start, offset - start);
  const auto code_points = std::count_if(before.begin(), before.end(), starts_code_point);
  return {static_cast<std::size_t>(newlines) + 1, static_cast<std::size_t>(code_points) + 1};
}

std::string_view SourceText::line_at(std::size_t offset) const {
  offset = std::min(offset, text.size());
  const auto start = line_start(text, offset);
  const auto end = std::min(text.find('\n', start), text.size());
  auto line = std::string_view(text).substr(start, end - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Source make_source(std::string name, std::string text) {
  return std::make_shared<const SourceText>(SourceText{std::move(name), std::move(text)});
}

}  // namespace base
