#include "sats/css/cursor.h"

namespace sats::css {

TokenKind closer_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::function:
    case TokenKind::open_paren: return TokenKind::close_paren;
    case TokenKind::open_square: return TokenKind::close_square;
    case TokenKind::open_brace: return TokenKind::close_brace;
    default: return TokenKind::end;
  }
}

Tokens Cursor::block(TokenKind close) {
  const auto begin = pos_;
  std::vector<TokenKind> open{close};
  while (pos_ < tokens_.size() && !tokens_[pos_].is(TokenKind::end)) {
    const auto kind = tokens_[pos_].kind;
    if (kind == open.back()) {
      open.pop_back();
      if (open.empty()) return slice(begin, pos_++);
    } else if (const auto closer = closer_of(kind); closer != TokenKind::end) {
      open.push_back(closer);
    }
    ++pos_;
  }
  return slice(begin, pos_);
}

Tokens trimmed(Tokens tokens) {
  while (!tokens.empty() && tokens.front().is(TokenKind::whitespace)) tokens = tokens.subspan(1);
  while (!tokens.empty() && (tokens.back().is(TokenKind::whitespace) || tokens.back().is(TokenKind::end))) {
    tokens = tokens.first(tokens.size() - 1);
  }
  return tokens;
}

std::vector<Tokens> split_at_commas(Tokens tokens) {
  std::vector<Tokens> parts;
  std::size_t begin = 0;
  int depth = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto kind = tokens[i].kind;
    if (closer_of(kind) != TokenKind::end) ++depth;
    if (kind == TokenKind::close_paren || kind == TokenKind::close_square || kind == TokenKind::close_brace) --depth;
    if (kind != TokenKind::comma || depth > 0) continue;
    parts.push_back(trimmed(tokens.subspan(begin, i - begin)));
    begin = i + 1;
  }
  parts.push_back(trimmed(tokens.subspan(begin)));
  return parts;
}

}  // namespace sats::css
