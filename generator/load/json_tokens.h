#pragma once

#include <cstdint>
#include <string_view>

namespace load {

/// What a token of a JSON text is, judged by how it begins; whether its inside is right is for `json_syntax` to say.
enum class JsonTokenKind {
  open_object,
  close_object,
  open_array,
  close_array,
  colon,
  comma,
  string,           ///< With both quotation marks.
  unclosed_string,  ///< The line or the text ends before the second quotation mark.
  number,
  word,   ///< `true`, `false`, `null`, or letters that are none of them.
  other,  ///< One character that begins no token.
  end
};

/// A token and its bytes in the text, end exclusive.
struct JsonToken {
  JsonTokenKind kind = JsonTokenKind::end;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Whether a token is a whole value, or opens one.
bool opens_value(JsonTokenKind kind);

/// Reads a JSON text token by token, in one pass, without ever failing.
class JsonTokens {
 public:
  /// Reads the bytes from `begin` to `end` of a text; the tokens' places count from the start of the whole text.
  JsonTokens(std::string_view text, std::uint32_t begin, std::uint32_t end) : text_(text.substr(0, end)), at_(begin) {}

  JsonToken next();

 private:
  [[nodiscard]] JsonToken string_token() const;
  template <typename Belongs>
  [[nodiscard]] JsonToken run_token(JsonTokenKind kind, Belongs belongs) const;
  [[nodiscard]] JsonToken other_token() const;

  std::string_view text_;
  std::size_t at_;
};

}  // namespace load
