#include "base/source_lines.h"

#include <algorithm>
#include <iterator>

#include "base/utf8.h"

namespace base {

namespace {

/// Bytes between two counts of code points: counting so many again is nothing, and the counts take little memory.
constexpr std::size_t kStep = 1024;

}  // namespace

SourceLines::SourceLines(std::string_view text) {
  starts_.push_back(static_cast<std::uint32_t>(text.size() - without_byte_order_mark(text).size()));
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
  std::size_t counted = 0;
  for (std::size_t at = 0; at <= text.size(); at += kStep) {
    counted_.push_back(static_cast<std::uint32_t>(counted));
    counted += code_point_count(text.substr(at, kStep));
  }
}

Position SourceLines::position(std::string_view text, std::size_t offset) const {
  offset = std::clamp<std::size_t>(offset, starts_.front(), text.size());
  const auto index = line_index(offset);
  return {index + 1, code_points_before(text, offset) - code_points_before(text, starts_[index]) + 1};
}

std::string_view SourceLines::line_at(std::string_view text, std::size_t offset) const {
  const auto index = line_index(offset);
  const auto end = index + 1 < starts_.size() ? starts_[index + 1] - 1 : text.size();
  auto line = text.substr(starts_[index], end - starts_[index]);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t SourceLines::line_index(std::size_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return after == starts_.begin() ? 0 : static_cast<std::size_t>(std::distance(starts_.begin(), after)) - 1;
}

std::size_t SourceLines::code_points_before(std::string_view text, std::size_t offset) const {
  const auto step = offset / kStep;
  return counted_[step] + code_point_count(text.substr(step * kStep, offset - step * kStep));
}

}  // namespace base
