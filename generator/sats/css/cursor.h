#pragma once

#include <algorithm>
#include <vector>

#include "sats/css/token.h"

namespace sats::css {

/// Walks over the tokens of one value or prelude. White space is passed over unless asked for.
class Cursor {
 public:
  explicit Cursor(Tokens tokens) : tokens_(tokens) {}

  /// The next token that is not white space; `end` behind the last.
  const Token& peek() {
    skip_space();
    return raw();
  }

  /// Takes that token.
  const Token& next() {
    skip_space();
    const Token& token = raw();
    if (pos_ < tokens_.size()) ++pos_;
    return token;
  }

  /// The next token whatever it is.
  [[nodiscard]] const Token& raw() const {
    return pos_ < tokens_.size() && !tokens_[pos_].is(TokenKind::end) ? tokens_[pos_] : kEnd;
  }
  const Token& take_raw() {
    const Token& token = raw();
    if (pos_ < tokens_.size()) ++pos_;
    return token;
  }

  bool done() { return peek().is(TokenKind::end); }
  bool at_space() const { return raw().is(TokenKind::whitespace); }

  /// Takes a word when it is the next token.
  bool take_word(std::string_view word) { return peek().is_word(word) && (next(), true); }
  bool take(TokenKind kind) { return peek().is(kind) && (next(), true); }
  bool take_delim(char delim) { return peek().is_delim(delim) && (next(), true); }

  /// The arguments of a function whose name was just taken; the cursor stands behind the closing parenthesis.
  Tokens arguments() { return block(TokenKind::close_paren); }

  /// Everything up to the matching end of a block that was just opened.
  Tokens block(TokenKind close);

  [[nodiscard]] std::size_t position() const { return pos_; }
  void go_back(std::size_t position) { pos_ = position; }
  [[nodiscard]] Tokens rest() const { return tokens_.subspan(std::min(pos_, tokens_.size())); }
  [[nodiscard]] Tokens slice(std::size_t begin, std::size_t end) const { return tokens_.subspan(begin, end - begin); }

 private:
  void skip_space() {
    while (pos_ < tokens_.size() && tokens_[pos_].is(TokenKind::whitespace)) ++pos_;
  }

  static constexpr Token kEnd{};
  Tokens tokens_;
  std::size_t pos_ = 0;
};

/// The token that closes what this one opens, or `end`.
TokenKind closer_of(TokenKind kind);

/// The tokens without white space at both ends.
Tokens trimmed(Tokens tokens);

/// The pieces between top-level commas.
std::vector<Tokens> split_at_commas(Tokens tokens);

}  // namespace sats::css
