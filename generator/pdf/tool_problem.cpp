#include "pdf/tool_problem.h"

#include <utility>

#include "base/utf8.h"

namespace pdf {

namespace {

constexpr std::size_t kShownWords = 400;

}  // namespace

base::Problem tool_problem(std::string code, std::vector<base::Argument> arguments, base::Severity severity) {
  return {.severity = severity, .code = std::move(code), .arguments = std::move(arguments), .where = {}, .hints = {}};
}

std::string last_words(std::string_view output) {
  std::string words;
  for (const char c : output) {
    const bool space = static_cast<unsigned char>(c) <= 0x20;
    if (!space) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  while (words.ends_with(' ')) words.pop_back();
  if (words.size() > kShownWords) {
    auto start = words.size() - kShownWords;
    while (start < words.size() && (static_cast<unsigned char>(words[start]) & 0xC0U) == 0x80U) ++start;
    words = "… " + words.substr(start);
  }
  while (const auto bad = base::first_invalid_utf8(words)) words[*bad] = '?';
  return words.empty() ? "(–)" : words;
}

}  // namespace pdf
