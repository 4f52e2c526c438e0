#pragma once

#include <string>
#include <string_view>

namespace sats {

/// The text with A-Z as a-z; font family names and language tags are compared so.
inline std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace sats
