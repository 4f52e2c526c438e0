#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace base {

/// The languages that program messages come in.
enum class Language { danish, english };

/// The words for one code: what is wrong and, when it can be said for every case, how to mend it. Both may hold `{name}`.
struct MessageText {
  std::string text;
  std::string mend;
};

/// One language's texts by problem code.
using MessageTable = std::map<std::string, MessageText, std::less<>>;

/// The table of a language, put together from every room's `messages.<da|en>.json` when the program is built.
const MessageTable& messages(Language language);

/// Fills each `{name}` of a text with the argument of that name; an unknown name stays as it is. `{name:plan|planer}` gives
/// the first word when the argument is 1, else the second.
std::string fill_in(std::string_view text, const std::vector<Argument>& arguments);

/// Danish when the value of LC_ALL, LC_MESSAGES or LANG begins with `da` or names no language (`C`), else English.
Language language_from_environment();

}  // namespace base
