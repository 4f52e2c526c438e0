#include "base/html.h"

namespace base {

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
}

Html escape(std::string_view text) {
  std::string markup;
  markup.reserve(text.size() + text.size() / 8);
  append_escaped(markup, text);
  return Html::from_trusted(std::move(markup));
}

}  // namespace base
