#include "sats/css/token.h"

#include <charconv>

#include "base/ascii.h"

namespace sats::css {

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c) != lower[i]) return false;
  }
  return true;
}

bool Token::is_word(std::string_view wanted) const { return kind == TokenKind::ident && equals_ignoring_case(text, wanted); }

bool Token::is_function(std::string_view wanted) const {
  return kind == TokenKind::function && equals_ignoring_case(text, wanted);
}

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_name_start(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool is_name(char c) { return is_name_start(c) || base::is_digit(c) || c == '-'; }

void append_utf8(std::string& out, unsigned code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) code = 0xFFFD;
  const auto put = [&out](unsigned byte) { out += static_cast<char>(byte); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6U), put(0x80 | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12U), put(0x80 | (code >> 6U & 0x3FU)), put(0x80 | (code & 0x3FU));
  } else {
    put(0xF0 | code >> 18U), put(0x80 | (code >> 12U & 0x3FU)), put(0x80 | (code >> 6U & 0x3FU)), put(0x80 | (code & 0x3FU));
  }
}

class Tokenizer {
 public:
  Tokenizer(std::string_view css, TextPool& pool) : css_(css), pool_(pool) {}

  std::vector<Token> run() {
    std::vector<Token> tokens;
    tokens.reserve(css_.size() / 4 + 1);
    while (true) {
      skip_comments();
      tokens.push_back(next());
      if (tokens.back().is(TokenKind::end)) return tokens;
    }
  }

 private:
  char at(std::size_t ahead = 0) const { return pos_ + ahead < css_.size() ? css_[pos_ + ahead] : '\0'; }
  bool done() const { return pos_ >= css_.size(); }

  void skip_comments() {
    while (at() == '/' && at(1) == '*') {
      const auto end = css_.find("*/", pos_ + 2);
      pos_ = end == std::string_view::npos ? css_.size() : end + 2;
    }
  }

  bool valid_escape(std::size_t ahead) const {
    return at(ahead) == '\\' && pos_ + ahead + 1 < css_.size() && at(ahead + 1) != '\n';
  }

  bool starts_name(std::size_t ahead = 0) const {
    if (at(ahead) == '-') return is_name_start(at(ahead + 1)) || at(ahead + 1) == '-' || valid_escape(ahead + 1);
    return is_name_start(at(ahead)) || valid_escape(ahead);
  }

  bool starts_number() const {
    const std::size_t sign = at() == '+' || at() == '-' ? 1 : 0;
    return base::is_digit(at(sign)) || (at(sign) == '.' && base::is_digit(at(sign + 1)));
  }

  Token make(TokenKind kind, std::size_t begin) const {
    Token token;
    token.kind = kind;
    token.offset = static_cast<std::uint32_t>(begin);
    return token;
  }

  Token next() {
    const auto begin = pos_;
    if (done()) return make(TokenKind::end, begin);
    const char c = at();
    if (is_space(c)) {
      while (is_space(at()) && !done()) ++pos_;
      return make(TokenKind::whitespace, begin);
    }
    if (c == '"' || c == '\'') return string(c);
    if (starts_number()) return number();
    if (starts_name()) return name();
    if (c == '#' && (is_name(at(1)) || valid_escape(1))) return prefixed(TokenKind::hash);
    if (c == '@' && starts_name(1)) return prefixed(TokenKind::at_keyword);
    if (css_.substr(pos_).starts_with("<!--")) return skip(4);
    if (css_.substr(pos_).starts_with("-->")) return skip(3);
    return punctuation();
  }

  Token skip(std::size_t count) {
    const auto begin = pos_;
    pos_ += count;
    return make(TokenKind::whitespace, begin);
  }

  Token punctuation() {
    const auto begin = pos_;
    const char c = css_[pos_++];
    static constexpr std::string_view kMarks = ":;,[](){}";
    static constexpr TokenKind kKinds[] = {TokenKind::colon,       TokenKind::semicolon,    TokenKind::comma,
                                           TokenKind::open_square, TokenKind::close_square, TokenKind::open_paren,
                                           TokenKind::close_paren, TokenKind::open_brace,   TokenKind::close_brace};
    const auto mark = kMarks.find(c);
    auto token = make(mark == std::string_view::npos ? TokenKind::delim : kKinds[mark], begin);
    token.delim = c;
    return token;
  }

  Token prefixed(TokenKind kind) {
    auto token = make(kind, pos_);
    ++pos_;
    token.text = consume_name();
    return token;
  }

  std::string_view consume_name() {
    const auto begin = pos_;
    while (!done() && is_name(at())) ++pos_;
    if (!valid_escape(0)) return css_.substr(begin, pos_ - begin);
    std::string text(css_.substr(begin, pos_ - begin));
    while (!done() && (is_name(at()) || valid_escape(0))) {
      if (at() == '\\')
        consume_escape(text);
      else
        text += css_[pos_++];
    }
    return pool_.emplace_back(std::move(text));
  }

  void consume_escape(std::string& out) {
    ++pos_;
    if (!base::is_hex_digit(at())) {
      if (!done()) out += css_[pos_++];
      return;
    }
    unsigned code = 0;
    for (int i = 0; i < 6 && base::is_hex_digit(at()); ++i, ++pos_) {
      const char c = at();
      code = code * 16 + static_cast<unsigned>(base::is_digit(c) ? c - '0' : (c | 32) - 'a' + 10);
    }
    if (is_space(at()) && !done()) ++pos_;
    append_utf8(out, code);
  }

  Token string(char quote) {
    auto token = make(TokenKind::string, pos_++);
    const auto begin = pos_;
    while (!done() && at() != quote && at() != '\\' && at() != '\n') ++pos_;
    if (at() == quote && !done()) {
      token.text = css_.substr(begin, pos_ - begin);
      ++pos_;
      return token;
    }
    std::string text(css_.substr(begin, pos_ - begin));
    while (!done() && at() != quote) {
      if (at() == '\n') {
        token.kind = TokenKind::bad;
        return token;
      }
      if (at() == '\\' && at(1) == '\n')
        pos_ += 2;
      else if (at() == '\\')
        consume_escape(text);
      else
        text += css_[pos_++];
    }
    if (!done()) ++pos_;
    token.text = pool_.emplace_back(std::move(text));
    return token;
  }

  Token number() {
    auto token = make(TokenKind::number, pos_);
    const auto begin = pos_;
    token.is_signed = at() == '+' || at() == '-';
    if (token.is_signed) ++pos_;
    token.integer = true;
    while (base::is_digit(at())) ++pos_;
    if (at() == '.' && base::is_digit(at(1))) {
      token.integer = false;
      ++pos_;
      while (base::is_digit(at())) ++pos_;
    }
    const std::size_t sign = at(1) == '+' || at(1) == '-' ? 2 : 1;
    if ((at() == 'e' || at() == 'E') && base::is_digit(at(sign))) {
      token.integer = false;
      pos_ += sign;
      while (base::is_digit(at())) ++pos_;
    }
    auto digits = css_.substr(begin, pos_ - begin);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    std::from_chars(digits.data(), digits.data() + digits.size(), token.number);
    if (at() == '%') {
      ++pos_;
      token.kind = TokenKind::percentage;
    } else if (starts_name()) {
      token.kind = TokenKind::dimension;
      token.text = consume_name();
    }
    return token;
  }

  Token name() {
    auto token = make(TokenKind::ident, pos_);
    token.text = consume_name();
    if (at() != '(' || done()) return token;
    ++pos_;
    token.kind = TokenKind::function;
    if (!equals_ignoring_case(token.text, "url")) return token;
    const auto first = css_.find_first_not_of(" \t\r\n\f", pos_);
    if (first != std::string_view::npos && (css_[first] == '"' || css_[first] == '\'')) return token;
    return unquoted_url(token);
  }

  Token unquoted_url(Token token) {
    token.kind = TokenKind::url;
    while (!done() && is_space(at())) ++pos_;
    std::string text;
    while (!done() && at() != ')') {
      if (valid_escape(0))
        consume_escape(text);
      else
        text += css_[pos_++];
    }
    if (!done()) ++pos_;
    while (!text.empty() && is_space(text.back())) text.pop_back();
    token.text = pool_.emplace_back(std::move(text));
    return token;
  }

  std::string_view css_;
  TextPool& pool_;
  std::size_t pos_ = 0;
};

}  // namespace

std::vector<Token> tokenize(std::string_view css, TextPool& pool) { return Tokenizer(css, pool).run(); }

}  // namespace sats::css
