#include "commands/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include "base/utf8.h"

namespace commands {

namespace {

constexpr std::size_t kBarCells = 24;
constexpr std::size_t kLineWidth = 79;
constexpr const char* kClearLine = "\r\033[K";

}  // namespace

std::string progress_line(std::size_t done, std::size_t total, std::string_view name, std::size_t width) {
  const auto filled = total == 0 ? kBarCells : kBarCells * done / total;
  const auto digits = fmt::formatted_size("{}", total);
  const auto line =
      fmt::format("[{:#>{}}{:.>{}}] {:>{}}/{}  {}", "", filled, "", kBarCells - filled, done, digits, total, name);
  return std::string(base::code_point_window(line, 0, width));
}

Progress::Progress(std::size_t total, std::FILE* stream)
    : total_(total), stream_(stream), visible_(total > 0 && ::isatty(::fileno(stream)) == 1) {
  if (visible_) draw("");
}

Progress::~Progress() {
  if (visible_) fmt::print(stream_, "{}", kClearLine);
}

void Progress::step(std::string_view name) {
  const std::scoped_lock lock(mutex_);
  ++done_;
  if (!visible_) return;
  draw(name);
}

void Progress::draw(std::string_view name) {
  fmt::print(stream_, "{}{}", kClearLine, progress_line(done_, total_, name, kLineWidth));
  std::fflush(stream_);
}

}  // namespace commands
