#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace pdf {

/// Whether a short list of words has one.
template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace pdf
