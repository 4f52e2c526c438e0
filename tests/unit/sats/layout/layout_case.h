#pragma once

#include <string>
#include <string_view>

#include "sats/typeset.h"
#include "support/golden.h"

namespace layout_case {

/// Every case is set on small sheets in one font, so that the numbers can be checked by hand.
constexpr std::string_view kBase =
    "@page { size: 200pt 160pt; margin: 10pt } body { font: 10pt/12pt 'DejaVu Sans' } p { margin: 6pt 0 } ";

/// A part of a case, empty when it has none.
inline std::string part(const test_support::GoldenCase& test, const char* name) {
  const auto found = test.parts.find(name);
  return found == test.parts.end() ? std::string() : found->second;
}

/// Lays out HTML with the style sheet of a case.
inline sats::LaidOut lay_out(std::string_view html, std::string_view css) {
  static sats::Resources resources;
  const std::vector<base::Stylesheet> sheets{{"case.css", std::string(kBase).append(css)}};
  sats::TypesetOptions options;
  options.info.language = "da";
  return sats::lay_out(html, sheets, {}, resources, options);
}

}  // namespace layout_case
