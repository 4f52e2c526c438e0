#include "pdf/running_text.h"

#include <algorithm>
#include <array>

namespace pdf {

namespace {

constexpr std::array<std::string_view, 4> kFields{"title", "chapter", "page", "pages"};

}  // namespace

void walk_running_text(std::string_view line, const std::function<void(std::string_view)>& text,
                       const std::function<void(std::string_view)>& field) {
  while (!line.empty()) {
    const auto open = line.find('{');
    const auto close = open == std::string_view::npos ? open : line.find('}', open);
    if (close == std::string_view::npos) break;
    const auto name = line.substr(open + 1, close - open - 1);
    if (std::find(kFields.begin(), kFields.end(), name) != kFields.end()) {
      if (open > 0) text(line.substr(0, open));
      field(name);
      line.remove_prefix(close + 1);
    } else {
      text(line.substr(0, open + 1));
      line.remove_prefix(open + 1);
    }
  }
  if (!line.empty()) text(line);
}

}  // namespace pdf
