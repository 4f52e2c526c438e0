#include <cstddef>
#include <cstdint>
#include <string>

#include "sats/css/rule_set.h"
#include "sats/html/tree.h"
#include "sats/style/styled_tree.h"

/// Any bytes as a style sheet: it is parsed, and applied to a small document.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const base::Stylesheet sheet{"fuzz.css", std::string(reinterpret_cast<const char*>(data), size)};
  const auto rules = sats::css::compile(std::span(&sheet, 1));
  base::Problems problems;
  const auto tree =
      sats::html::parse("fuzz.html", "<p class=a id=b>x<b lang=da>y</b><ul><li>z<li data-x=y>w</ul>", {}, problems);
  if (tree) sats::style::compute_styles(*tree, *rules, {600, 800, "da"}, problems);
  return 0;
}
