#include "plan/word_patterns.h"

#include <algorithm>
#include <utility>

#include "plan/audience_words.h"

namespace plan {
namespace {

constexpr char kGoesOn = '*';

bool is_at(const WordPattern& pattern, std::string_view text, std::size_t at) {
  if (text.substr(at, pattern.word.size()) != pattern.word) return false;
  if (pattern.before == WordPattern::Side::end_of_word && at > 0 && is_letter(text[at - 1])) return false;
  if (pattern.after == WordPattern::Side::any) return true;
  std::size_t end = at + pattern.word.size();
  if (end < text.size() && text[end] == 's') ++end;
  return end == text.size() || !is_letter(text[end]);
}

}  // namespace

WordPattern word_pattern(std::string_view written) {
  WordPattern pattern;
  if (written.starts_with(kGoesOn)) {
    pattern.before = WordPattern::Side::any;
    written.remove_prefix(1);
  }
  if (written.ends_with(kGoesOn)) {
    pattern.after = WordPattern::Side::any;
    written.remove_suffix(1);
  }
  pattern.word = lower(spellings(written).front());
  return pattern;
}

bool occurs_in(const WordPattern& pattern, std::string_view text) {
  if (pattern.word.empty()) return false;
  for (std::size_t at = text.find(pattern.word); at != std::string_view::npos; at = text.find(pattern.word, at + 1)) {
    if (is_at(pattern, text, at)) return true;
  }
  return false;
}

void WordPatterns::add(WordPattern pattern) {
  if (pattern.word.empty()) return;
  by_first_byte_[static_cast<unsigned char>(pattern.word.front())].push_back(std::move(pattern));
}

bool WordPatterns::occur_in(std::string_view text) const {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto& beginning_so = by_first_byte_[static_cast<unsigned char>(text[at])];
    if (std::ranges::any_of(beginning_so, [&](const WordPattern& pattern) { return is_at(pattern, text, at); })) return true;
  }
  return false;
}

}  // namespace plan
