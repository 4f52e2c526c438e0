#include "pdf/prepare/clean_css.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "pdf/prepare/css_text.h"
#include "pdf/word_list.h"

namespace pdf {

namespace {

constexpr std::array<std::string_view, 3> kAddressFunctions{"url", "src", "url-prefix"};
/// Functions that take addresses as plain strings; no page of ours needs one.
constexpr std::array<std::string_view, 5> kRefusedFunctions{"image", "image-set", "-webkit-image-set", "cross-fade",
                                                            "-webkit-cross-fade"};
constexpr std::array<std::string_view, 3> kRefusedRules{"import", "charset", "namespace"};

/// One walk over a sheet (CSS Syntax Level 3 §4), writing what may stay.
class CssCleaner {
 public:
  CssCleaner(std::string_view css, const CssDoor& door) : css_(css), door_(door) {}

  std::string run() {
    while (at_ < css_.size()) step();
    return std::move(out_);
  }

 private:
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at_ + ahead < css_.size() ? css_[at_ + ahead] : '\0'; }
  [[nodiscard]] bool starts_escape() const { return peek() == '\\' && at_ + 1 < css_.size() && peek(1) != '\n'; }
  [[nodiscard]] bool starts_name() const {
    if (starts_escape()) return true;
    // A minus before a digit or a point is a number's sign.
    if (peek() == '-') return peek(1) == '\\' || (is_css_name_char(peek(1)) && !is_css_digit(peek(1)));
    return is_css_name_char(peek()) && !is_css_digit(peek());
  }

  void step() {
    const char c = peek();
    if (c == '/' && peek(1) == '*') {
      skip_comment();
    } else if (c == '"' || c == '\'') {
      append_css_string(out_, read_string());
    } else if (c == '@') {
      at_rule();
    } else if (is_css_digit(c) || c == '#' || c == '.') {
      out_ += c;
      ++at_;
      if (c == '#' && (is_css_name_char(peek()) || starts_escape())) append_hash();
    } else if (starts_name()) {
      name_or_function();
    } else {
      ++at_;
      if (c != '<' && c != '&' && c != '\0' && c != '\\') out_ += c;
    }
  }

  void skip_comment() {
    const auto end = css_.find("*/", at_ + 2);
    at_ = end == std::string_view::npos ? css_.size() : end + 2;
    out_ += ' ';
  }

  void append_hash() {
    while (at_ < css_.size() && is_css_digit(peek())) out_ += css_[at_++];
    if (starts_name()) append_css_name(out_, read_name());
  }

  void read_escape(std::string& value) {
    ++at_;
    std::uint32_t code = 0;
    int digits = 0;
    while (digits < 6 && hex_value(peek()) >= 0 && at_ < css_.size()) {
      code = code * 16 + static_cast<std::uint32_t>(hex_value(css_[at_++]));
      ++digits;
    }
    if (digits > 0) {
      append_utf8(value, code);
      if (is_css_space(peek())) ++at_;
    } else if (at_ < css_.size()) {
      value += css_[at_++];
    }
  }

  std::string read_name() {
    std::string name;
    while (at_ < css_.size() && (is_css_name_char(peek()) || starts_escape())) {
      if (peek() == '\\') {
        read_escape(name);
      } else {
        name += css_[at_++];
      }
    }
    return name;
  }

  std::string read_string() {
    const char quote = css_[at_++];
    std::string value;
    while (at_ < css_.size()) {
      const char c = peek();
      if (c == '\n') return value;
      if (c == quote) {
        ++at_;
        return value;
      }
      if (c != '\\') {
        value += c;
        ++at_;
      } else if (peek(1) == '\n') {
        at_ += 2;
      } else {
        read_escape(value);
      }
    }
    return value;
  }

  void skip_spaces() {
    while (is_css_space(peek())) ++at_;
  }

  /// The address in `url(…)`, the opening bracket already read.
  std::string read_address() {
    skip_spaces();
    std::string address;
    if (peek() == '"' || peek() == '\'') address = read_string();
    while (at_ < css_.size() && peek() != ')') {
      if (starts_escape()) {
        read_escape(address);
      } else {
        address += css_[at_++];
      }
    }
    if (at_ < css_.size()) ++at_;
    while (!address.empty() && is_css_space(address.back())) address.pop_back();
    return address;
  }

  void name_or_function() {
    const auto name = read_name();
    const auto low = css_lower(name);
    if (peek() != '(') {
      append_css_name(out_, name);
      return;
    }
    ++at_;
    if (holds(kAddressFunctions, low)) {
      const auto allowed = door_.resolve(read_address());
      if (allowed) {
        out_ += "url(";
        append_css_string(out_, *allowed);
        out_ += ')';
      } else {
        out_ += "none";
      }
    } else if (holds(kRefusedFunctions, low)) {
      skip_to_closing_bracket();
      out_ += "none";
    } else {
      append_css_name(out_, name);
      out_ += '(';
    }
  }

  void skip_to_closing_bracket() {
    for (int depth = 1; at_ < css_.size() && depth > 0;) {
      const char c = peek();
      if (c == '"' || c == '\'') {
        read_string();
        continue;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      ++at_;
    }
  }

  void at_rule() {
    ++at_;
    const auto name = read_name();
    const auto low = css_lower(name);
    if (!holds(kRefusedRules, low)) {
      out_ += '@';
      append_css_name(out_, name);
      return;
    }
    const auto address = skip_rule();
    if (low == "import") door_.refused(address);
  }

  /// Passes over a rule without a block; gives the address it names, for the message.
  std::string skip_rule() {
    std::string address;
    while (at_ < css_.size() && peek() != ';' && peek() != '}') {
      if (peek() == '/' && peek(1) == '*') {
        const auto end = css_.find("*/", at_ + 2);
        at_ = end == std::string_view::npos ? css_.size() : end + 2;
      } else if (peek() == '"' || peek() == '\'') {
        address = read_string();
      } else if (starts_name()) {
        const auto name = css_lower(read_name());
        if (peek() == '(') {
          ++at_;
          auto inside = read_address();
          if (holds(kAddressFunctions, name)) address = std::move(inside);
        }
      } else {
        ++at_;
      }
    }
    if (peek() == ';') ++at_;
    return address;
  }

  std::string_view css_;
  const CssDoor& door_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string clean_css(std::string_view css, const CssDoor& door) { return CssCleaner(css, door).run(); }

}  // namespace pdf
