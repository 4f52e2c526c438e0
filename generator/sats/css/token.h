#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sats::css {

enum class TokenKind : std::uint8_t {
  ident,
  function,
  at_keyword,
  hash,
  string,
  url,
  bad,
  number,
  percentage,
  dimension,
  whitespace,
  delim,
  colon,
  semicolon,
  comma,
  open_square,
  close_square,
  open_paren,
  close_paren,
  open_brace,
  close_brace,
  end
};

/// One token of css-syntax. `text` is the name, the unescaped string or the unit; functions are without their parenthesis.
struct Token {
  TokenKind kind = TokenKind::end;
  char delim = 0;
  bool integer = false;    ///< A number written without a point.
  bool is_signed = false;  ///< A number written with + or -, which matters in `2n +1`.
  double number = 0;
  std::string_view text;
  std::uint32_t offset = 0;

  [[nodiscard]] bool is(TokenKind wanted) const { return kind == wanted; }
  [[nodiscard]] bool is_delim(char wanted) const { return kind == TokenKind::delim && delim == wanted; }
  /// Whether it is this word, in any case of letters (`wanted` in lower case).
  [[nodiscard]] bool is_word(std::string_view wanted) const;
  [[nodiscard]] bool is_function(std::string_view wanted) const;
};

using Tokens = std::span<const Token>;

/// Strings that tokens and values point into when the source text itself will not do.
using TextPool = std::deque<std::string>;

/// Cuts a style sheet into tokens (css-syntax-3 §4); the last one is `end`. Comments vanish. The tokens point into `css` and
/// `pool`.
std::vector<Token> tokenize(std::string_view css, TextPool& pool);

/// ASCII letters compared without case; `lower` is in lower case already.
bool equals_ignoring_case(std::string_view text, std::string_view lower);

}  // namespace sats::css
