#include "pdf/prepare/clean_css.h"

#include <doctest/doctest.h>

namespace {

/// Only `ok.png` may be used; what is refused is gathered.
std::string cleaned(std::string_view css, std::string* refused = nullptr) {
  std::string unused;
  std::string& told = refused != nullptr ? *refused : unused;
  return pdf::clean_css(css, {.resolve = [&](std::string_view address) -> std::optional<std::string> {
                                if (address == "ok.png") return "resource-1.png";
                                told += std::string(address) + ";";
                                return std::nullopt;
                              },
                              .refused = [&](std::string_view address) { told += "@" + std::string(address) + ";"; }});
}

}  // namespace

TEST_CASE("clean_css: ordinary rules stay as they are") {
  for (const char* css :
       {"body { margin: 0 }", "a > b ~ c + d, e:first-child::before { content: \"x\" }",
        "@media print { p { color: #fb0001; width: calc(100% - 2em) } }", "@page :first { margin: 20mm 1.5cm }",
        "li::marker{color:rgb(1,2,3)}", "@font-face{font-family:\"Æblegrød\"}", "p{margin:-1.5em -.5em 0 -0.5mm}",
        "a{b:c-1;--d:e;-webkit-f:g}"}) {
    CHECK(cleaned(css) == std::string(css));
  }
  CHECK(cleaned(".a\\:b{}") == ".a\\3a b{}");
}

TEST_CASE("clean_css: addresses go through the door, however they are written") {
  CHECK(cleaned("a{background:url(ok.png) no-repeat}") == "a{background:url(\"resource-1.png\") no-repeat}");
  CHECK(cleaned("a{background:url( 'ok.png' )}") == "a{background:url(\"resource-1.png\")}");
  CHECK(cleaned("a{background:URL(\"ok.png\")}") == "a{background:url(\"resource-1.png\")}");
  for (const char* hidden :
       {"url(http://x/)", "uRl('http://x/')", "u\\72l(http://x/)", R"(\75\72\6c(http://x/))", "\\000075rl(http://x/)",
        "url(h\\74tp://x/)", "url(/**/http://x/)", "src(\"http://x/\")", "url(http://x/"}) {
    std::string refused;
    INFO(hidden);
    const auto css = cleaned(std::string("a{background:") + hidden, &refused);
    CHECK(css.find("//x") == std::string::npos);
    CHECK(css == "a{background:none");
    CHECK_FALSE(refused.empty());
  }
  CHECK(cleaned("a{background:-webkit-image-set(url(http://x/) 1x)}") == "a{background:none}");
  CHECK(cleaned("a{background:image-set(\"http://x/\" 1x, \"(\" 2x)}b{}") == "a{background:none}b{}");
}

TEST_CASE("clean_css: imports are taken out, whatever comes after") {
  std::string refused;
  CHECK(cleaned("@import \"a.css\"; @im\\70ort url(b.css) print;@IMPORT 'c.css'", &refused) == " ");
  CHECK(refused == "@a.css;@b.css;@c.css;");
  CHECK(cleaned("@charset \"utf-8\";p{}") == "p{}");
  CHECK(cleaned("@import url(a;b.css);p{}") == "p{}");
  CHECK(cleaned("@import/*;*/'a.css';p{}") == "p{}");
}

TEST_CASE("clean_css: nothing can end the style element or smuggle markup") {
  CHECK(cleaned("p{content:\"</style>\"}") == "p{content:\"\\3c /style\\3e \"}");
  CHECK(cleaned("</style><script>").find('<') == std::string::npos);
  CHECK(cleaned("p{content:\"&quot;\"}").find('&') == std::string::npos);
  CHECK(cleaned("a{b:'\\3c x'}") == "a{b:\"\\3c x\"}");
}

TEST_CASE("clean_css: broken sheets are closed, not followed out of their end") {
  for (const char* css :
       {"/*", "\"", "'a\\", "url(", "@", "\\", "a{b:\"c\nd", "@import", "u\\", "#", "image-set(\"(", "\xFF\xFE"}) {
    INFO(css);
    CHECK_NOTHROW(cleaned(css));
  }
  CHECK(cleaned("p{a:\"x\ny\"}") == "p{a:\"x\"\ny\"}\"");
}
