#include "sats/css/nth.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/ascii.h"

namespace sats::css {

bool read_nth(Tokens tokens, std::int32_t& step, std::int32_t& offset) {
  // The tokens are put together again, which is shorter than following the rules of their kinds.
  std::string text;
  for (const auto& token : tokens) {
    if (token.is(TokenKind::ident))
      text += token.text;
    else if (token.is(TokenKind::delim))
      text += token.delim;
    else if (token.is(TokenKind::number) || token.is(TokenKind::dimension)) {
      if (!token.integer || std::abs(token.number) > 1e6) return false;
      if (token.is_signed && token.number >= 0) text += '+';
      text += std::to_string(static_cast<int>(token.number));
      text += token.text;
    } else if (!token.is(TokenKind::whitespace)) {
      return false;
    }
  }
  text = base::lower_ascii(text);
  if (text == "odd" || text == "even") {
    step = 2;
    offset = text == "odd" ? 1 : 0;
    return true;
  }
  const auto whole = [](std::string_view digits, std::int32_t& value) {
    if (digits.starts_with('+')) digits.remove_prefix(1);
    const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return result.ec == std::errc() && result.ptr == digits.data() + digits.size();
  };
  const auto n = text.find('n');
  if (n == std::string::npos) return !text.empty() && whole(text, offset);
  const auto before = std::string_view(text).substr(0, n);
  const auto after = std::string_view(text).substr(n + 1);
  if (before.empty() || before == "+")
    step = 1;
  else if (before == "-")
    step = -1;
  else if (!whole(before, step))
    return false;
  return after.empty() || whole(after, offset);
}

}  // namespace sats::css
