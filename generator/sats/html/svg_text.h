#pragma once

#include <gumbo.h>

#include <string>

namespace sats::html {

/// A drawing that stands in HTML, as XML that a reader of SVG files takes: what HTML lets authors leave out (quotes, end
/// tags, namespaces) is put in, and what only editors read is left out.
struct SvgText {
  std::string markup;
  std::string title;  ///< The words of its own first `title`.
};

SvgText svg_text(const GumboNode& svg);

}  // namespace sats::html
