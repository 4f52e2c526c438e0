#include "plan/min_plan/rules/words.h"

#include <algorithm>

#include "plan/as_read.h"

namespace plan::min_plan {

namespace {

constexpr std::string_view kSectionLetter = "\u00a7";

/// A letter, a digit, or a byte of a longer code point (æ, ø, å).
bool in_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (std::size_t i = 0; i < lower.size(); ++i) {
    if (lower[i] >= 'A' && lower[i] <= 'Z') lower[i] = static_cast<char>(lower[i] + ('a' - 'A'));
    // U+00C0 to U+00DE (Æ, Ø, Å, É, Ü ...) become small by adding 0x20 to the second byte; U+00D7 is a multiplication sign
    const bool latin = lower[i] == '\xC3' && i + 1 < lower.size();
    if (!latin) continue;
    const auto second = static_cast<unsigned char>(lower[i + 1]);
    if (second >= 0x80 && second <= 0x9E && second != 0x97) lower[i + 1] = static_cast<char>(second + 0x20);
  }
  return lower;
}

bool same_words(std::string_view a, std::string_view b) { return lower_case(as_read(a)) == lower_case(as_read(b)); }

std::size_t word_count(std::string_view text) { return words_of(text).size(); }

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : text) {
    if (in_word(c) && !inside) words.emplace_back();
    if (in_word(c)) words.back() += c;
    inside = in_word(c);
  }
  return words;
}

std::optional<std::string> first_word_of(std::string_view text, const std::vector<std::string>& words) {
  const auto lower = lower_case(as_read(text));
  for (const auto& word : words) {
    const auto wanted = lower_case(as_read(word));
    if (wanted.empty()) continue;
    const bool is_letter = in_word(wanted.front()) && !wanted.starts_with(kSectionLetter);
    for (auto at = lower.find(wanted); at != std::string::npos; at = lower.find(wanted, at + 1)) {
      if (at == 0 || !is_letter || !in_word(lower[at - 1])) return word;
    }
  }
  return std::nullopt;
}

bool is_only(std::string_view text, const std::vector<std::string>& words) {
  const auto read = as_read(text);
  std::string_view bare = read;
  while (bare.ends_with('.') || bare.ends_with('!')) bare.remove_suffix(1);
  return std::any_of(words.begin(), words.end(), [bare](const std::string& word) { return same_words(bare, word); });
}

}  // namespace plan::min_plan
