#pragma once

#include <string>
#include <string_view>

namespace base {

/// Markup that is safe to put in a page as it is. Plain text becomes Html only through `escape`.
class Html {
 public:
  Html() = default;

  /// Takes markup that the caller vouches for: a template, or text that went through `escape`.
  static Html from_trusted(std::string markup) { return Html(std::move(markup)); }

  [[nodiscard]] const std::string& markup() const { return markup_; }
  [[nodiscard]] bool empty() const { return markup_.empty(); }

  Html& operator+=(const Html& other) {
    markup_ += other.markup_;
    return *this;
  }

 private:
  explicit Html(std::string markup) : markup_(std::move(markup)) {}

  std::string markup_;
};

/// Text made safe for element content and for quoted attribute values (& < > " ').
Html escape(std::string_view text);

/// Escapes straight into a growing string; for writers that build a page piece by piece.
void append_escaped(std::string& out, std::string_view text);

}  // namespace base
