#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// A word to look for in a text, or several with blanks between, as a list of ord.json writes it: `sorg` is that word
/// alone, also in the genitive, `gravid*` the beginning of one, `*læge` its end, `*gigt*` any part of it.
struct WordPattern {
  /// What may stand beside the word.
  enum class Side { end_of_word, any };

  std::string word;  ///< Small letters, those of ASCII for æ, ø and å (spellings).
  Side before = Side::end_of_word;
  Side after = Side::end_of_word;
};

/// A pattern from how it is written; nothing but stars gives an empty word, which is found nowhere.
WordPattern word_pattern(std::string_view written);

/// Whether a pattern is in a text, which is written as the pattern is.
bool occurs_in(const WordPattern& pattern, std::string_view text);

/// Many patterns, found in one walk through a text.
class WordPatterns {
 public:
  void add(WordPattern pattern);

  /// Whether one of them is in a text, which is written as the patterns are.
  [[nodiscard]] bool occur_in(std::string_view text) const;

 private:
  static constexpr std::size_t kBytes = 256;
  std::array<std::vector<WordPattern>, kBytes> by_first_byte_;
};

}  // namespace plan
