#include "base/suggest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace base {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1);
  std::vector<std::size_t> last(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replace = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + replace});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

std::optional<std::string> nearest_word(std::string_view misspelt, std::span<const std::string> known) {
  if (misspelt.size() < 2) return std::nullopt;  // any other single letter is as near
  const auto allowed = std::max<std::size_t>(1, misspelt.size() / 3);
  const std::string* nearest = nullptr;
  auto distance = allowed + 1;
  for (const auto& word : known) {
    const auto apart = edit_distance(misspelt, word);
    if (apart < distance) {
      distance = apart;
      nearest = &word;
    }
  }
  return nearest == nullptr ? std::nullopt : std::optional(*nearest);
}

}  // namespace base
