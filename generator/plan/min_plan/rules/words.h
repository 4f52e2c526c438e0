#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plan::min_plan {

/// Lower case for the letters that Danish text is written with.
std::string lower_case(std::string_view text);

/// The same title written in two ways: neither case nor outer blanks count, nor what a reader does not see (as_read).
bool same_words(std::string_view a, std::string_view b);

/// How many words a text has.
std::size_t word_count(std::string_view text);

/// The words of a text: runs of letters and digits.
std::vector<std::string> words_of(std::string_view text);

/// The first of some words that a text holds at the beginning of a word, whatever the case and however written (as_read).
std::optional<std::string> first_word_of(std::string_view text, const std::vector<std::string>& words);

/// Whether a text, without its closing full stop, is one of some words.
bool is_only(std::string_view text, const std::vector<std::string>& words);

}  // namespace plan::min_plan
