#include "base/printable.h"

#include <algorithm>

#include "base/utf8.h"

namespace base {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Whether a code point acts on a terminal: C0, DEL, C1 (U+0080-9F), line and paragraph separators and embeddings of
/// direction (U+2028-202E), isolates (U+2066-2069).
bool acts(std::string_view code_point) {
  const auto first = static_cast<unsigned char>(code_point.front());
  if (code_point.size() == 1) return first < 0x20 || first == 0x7F;
  if (code_point.size() == 2) return first == 0xC2 && static_cast<unsigned char>(code_point[1]) < 0xA0;
  const auto last = static_cast<unsigned char>(code_point.back());
  return (code_point.starts_with("\xE2\x80") && last >= 0xA8 && last <= 0xAE) ||
         (code_point.starts_with("\xE2\x81") && last >= 0xA6 && last <= 0xA9);
}

void append_valid(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const auto code_point = code_point_window(text, 0, 1);
    out += code_point == "\t" ? " " : acts(code_point) ? kReplacement : code_point;
    text.remove_prefix(code_point.size());
  }
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (auto bad = first_invalid_utf8(text); bad; bad = first_invalid_utf8(text)) {
    append_valid(out, text.substr(0, *bad));
    out += kReplacement;
    text.remove_prefix(*bad + 1);
  }
  append_valid(out, text);
  return out;
}

std::vector<Argument> printable(std::vector<Argument> arguments) {
  for (auto& argument : arguments) argument.value = printable(argument.value);
  return arguments;
}

}  // namespace base
