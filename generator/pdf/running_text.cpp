#include "pdf/running_text.h"

#include <algorithm>

#include "base/print_document.h"

namespace pdf {

void walk_running_text(std::string_view line, const std::function<void(std::string_view)>& text,
                       const std::function<void(std::string_view)>& field) {
  while (!line.empty()) {
    const auto open = line.find('{');
    const auto close = open == std::string_view::npos ? open : line.find('}', open);
    if (close == std::string_view::npos) break;
    const auto name = line.substr(open + 1, close - open - 1);
    if (std::ranges::find(base::kRunningFields, name) != base::kRunningFields.end()) {
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
