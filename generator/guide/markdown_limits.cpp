#include "guide/markdown_limits.h"

#include <algorithm>
#include <string_view>

#include "guide/report.h"

namespace guide {

namespace {

/// 64 KiB; a long chapter is not longer.
constexpr std::size_t kMaxParagraph = std::size_t{64} << 10U;

/// cmark looks at every open bracket again for each closing one.
constexpr std::size_t kMaxBrackets = 2000;

/// cmark fills short rows up to the header's width: this many cells in all take it 0.4 s.
constexpr std::size_t kMaxCells = 500'000;

/// Lines that stand together without a blank line between them.
struct Run {
  std::size_t begin = 0;
  std::size_t bytes = 0;
  std::size_t lines = 0;
  std::size_t brackets = 0;
  std::size_t widest = 0;  ///< Most vertical bars in a line.
};

std::size_t count(char c, std::string_view line) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), c));
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r") == std::string_view::npos; }

}  // namespace

Limits check_limits(const base::Source& source, std::uint32_t begin, base::Problems& problems) {
  const std::string_view text = source->text;
  Run run{.begin = begin};
  std::size_t cells = 0;
  for (std::size_t at = begin; at < text.size();) {
    const auto end = std::min(text.find_first_of("\r\n", at), text.size());
    const auto line = text.substr(at, end - at);
    if (is_blank(line)) run = {.begin = end + 1};
    run.bytes += line.size() + 1;
    run.lines += 1;
    run.brackets += count('[', line);
    const auto bars = count('|', line);
    cells += std::max(run.widest, bars);
    if (bars > run.widest) cells += (bars - run.widest) * run.lines;
    run.widest = std::max(run.widest, bars);
    const bool too_long = run.bytes > kMaxParagraph || run.brackets > kMaxBrackets;
    if (too_long || cells > kMaxCells) {
      const auto first = static_cast<std::uint32_t>(std::min(run.begin, text.size()));
      problems.add(error_at({source, first, first}, too_long ? "guide.for-langt-afsnit" : "guide.for-stor-tabel"));
      return Limits::broken;
    }
    at = end + 1;
  }
  return Limits::kept;
}

}  // namespace guide
