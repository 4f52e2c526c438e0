#include "sats/css/token.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace {

/// The tokens as words, for looking at.
std::string words(std::string_view css) {
  sats::css::TextPool pool;
  std::string out;
  static constexpr const char* kNames[] = {"ident", "function", "at",      "hash",      "string", "url",
                                           "bad",   "number",   "percent", "dimension", "_",      "delim"};
  for (const auto& token : sats::css::tokenize(css, pool)) {
    const auto kind = static_cast<std::size_t>(token.kind);
    if (token.is(sats::css::TokenKind::end)) break;
    if (kind < 11)
      out += kNames[kind];
    else
      out += token.delim;
    if (!token.text.empty()) out += fmt::format("({})", token.text);
    if (kind >= 7 && kind <= 9) out += fmt::format("={}", token.number);
    out += ' ';
  }
  return out;
}

}  // namespace

TEST_CASE("a style sheet is cut into tokens") {
  CHECK(words("a{b:1px}") == "ident(a) { ident(b) : dimension(px)=1 } ");
  CHECK(words("-.5e1 +2 3% #id @page") == "number=-5 _ number=2 _ percent=3 _ hash(id) _ at(page) ");
  CHECK(words("url( a.png ) url('b') f(") == "url(a.png) _ function(url) string(b) ) _ function(f) ");
  CHECK(words("'it\\'s' \"\\e6\\f8 x\"") == "string(it's) _ string(æøx) ");
  CHECK(words("a/**/b /* never ends") == "ident(a) ident(b) _ ");
  CHECK(words("--farve:-x -- ->") == "ident(--farve) : ident(-x) _ ident(--) _ - > ");
  CHECK(words("'open\nx") == "bad _ ident(x) ");
}
