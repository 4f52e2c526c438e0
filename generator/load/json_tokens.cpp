#include "load/json_tokens.h"

#include "base/ascii.h"

namespace load {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool in_number(char c) { return base::is_digit(c) || is_letter(c) || c == '+' || c == '-' || c == '.'; }
bool in_word(char c) { return is_letter(c) || base::is_digit(c); }
bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

JsonTokenKind kind_of_mark(char c) {
  switch (c) {
    case '{': return JsonTokenKind::open_object;
    case '}': return JsonTokenKind::close_object;
    case '[': return JsonTokenKind::open_array;
    case ']': return JsonTokenKind::close_array;
    case ':': return JsonTokenKind::colon;
    case ',': return JsonTokenKind::comma;
    default: return JsonTokenKind::other;
  }
}

JsonToken token(JsonTokenKind kind, std::size_t begin, std::size_t end) {
  return {kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

bool opens_value(JsonTokenKind kind) {
  return kind == JsonTokenKind::open_object || kind == JsonTokenKind::open_array || kind == JsonTokenKind::string ||
         kind == JsonTokenKind::number || kind == JsonTokenKind::word;
}

JsonToken JsonTokens::next() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  if (at_ >= text_.size()) return token(JsonTokenKind::end, text_.size(), text_.size());
  const char c = text_[at_];
  auto found = token(kind_of_mark(c), at_, at_ + 1);
  if (c == '"') {
    found = string_token();
  } else if (base::is_digit(c) || c == '-') {
    found = run_token(JsonTokenKind::number, in_number);
  } else if (is_letter(c)) {
    found = run_token(JsonTokenKind::word, in_word);
  } else if (found.kind == JsonTokenKind::other) {
    found = other_token();
  }
  at_ = found.end;
  return found;
}

JsonToken JsonTokens::string_token() const {
  auto at = at_ + 1;
  while (at < text_.size() && text_[at] != '"' && text_[at] != '\n') at += text_[at] == '\\' ? 2U : 1U;
  if (at < text_.size() && text_[at] == '"') return token(JsonTokenKind::string, at_, at + 1);
  return token(JsonTokenKind::unclosed_string, at_, at < text_.size() ? at : text_.size());
}

template <typename Belongs>
JsonToken JsonTokens::run_token(JsonTokenKind kind, Belongs belongs) const {
  auto at = at_ + 1;
  while (at < text_.size() && belongs(text_[at])) ++at;
  return token(kind, at_, at);
}

JsonToken JsonTokens::other_token() const {
  auto at = at_ + 1;
  while (at < text_.size() && continues_code_point(text_[at])) ++at;
  return token(JsonTokenKind::other, at_, at);
}

}  // namespace load
