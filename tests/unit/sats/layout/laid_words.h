#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sats/page/laid_document.h"

namespace laid_words {

/// How often each byte of a document's text is painted as content; what is shown again on later pages does not count.
inline std::vector<std::uint8_t> times_painted(const sats::LaidDocument& document) {
  std::vector<std::uint8_t> times(document.text.size(), 0);
  for (const auto& item : document.items) {
    if (item.kind != sats::ItemKind::glyphs || item.tag.leaf == sats::kNone) continue;
    const auto& run = document.runs[item.index];
    for (auto i = run.text_begin; i < run.text_end; ++i) ++times[i];
  }
  return times;
}

/// Whether a letter may stand in one of the words that are counted: a letter, digits and a `q`, such as `w12q`.
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// How often each word of the form `w12q` came out whole as content. A word that is painted in part counts a thousand times.
inline std::map<std::string, int> count(const sats::LaidDocument& document) {
  static constexpr int kInPart = 1000;
  const auto times = times_painted(document);
  const std::string_view text = document.text;
  std::map<std::string, int> words;
  for (std::size_t begin = 0; begin + 2 < text.size(); ++begin) {
    const bool starts = (text[begin] == 'w' || text[begin] == 'm') && is_digit(text[begin + 1]);
    if (!starts) continue;
    const auto end = text.find('q', begin) + 1;
    const auto [least, most] = std::minmax_element(times.begin() + static_cast<std::ptrdiff_t>(begin),
                                                   times.begin() + static_cast<std::ptrdiff_t>(end));
    words[std::string(text.substr(begin, end - begin))] += *least == *most ? *least : kInPart;
    begin = end - 1;
  }
  return words;
}

/// Words that came out another number of times than once, as `w3q:0 w7q:2`; empty when all is well.
inline std::string not_once(const sats::LaidDocument& document) {
  std::string said;
  for (const auto& [word, times] : count(document)) {
    if (times != 1) said += word + ":" + std::to_string(times) + " ";
  }
  return said;
}

/// Words of the main flow (`m12q`) that come out before an earlier one; empty when all are in order.
inline std::string out_of_order(const sats::LaidDocument& document) {
  std::string said;
  int last = 0;
  for (const auto& item : document.items) {
    if (item.kind != sats::ItemKind::glyphs || item.tag.leaf == sats::kNone) continue;
    const auto& run = document.runs[item.index];
    for (auto i = run.text_begin; i < run.text_end; ++i) {
      if (document.text[i] != 'm' || !is_digit(document.text[i + 1])) continue;
      const int number = std::stoi(document.text.substr(i + 1, 9));
      if (number < last) said += "m" + std::to_string(number) + "q after " + std::to_string(last) + " ";
      last = number;
    }
  }
  return said;
}

}  // namespace laid_words
