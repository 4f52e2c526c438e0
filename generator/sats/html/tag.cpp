#include "sats/html/tag.h"

#include <algorithm>
#include <array>

namespace sats::html {

namespace {

/// In the order of the enumeration, which is alphabetical, so that a name is found by bisection.
constexpr std::array kNames = std::to_array<std::string_view>({
    "a",        "abbr",     "address", "article", "aside",   "audio", "b",        "base",       "blockquote", "body",
    "br",       "button",   "canvas",  "caption", "cite",    "code",  "col",      "colgroup",   "dd",         "del",
    "details",  "dfn",      "div",     "dl",      "dt",      "em",    "fieldset", "figcaption", "figure",     "footer",
    "form",     "h1",       "h2",      "h3",      "h4",      "h5",    "h6",       "head",       "header",     "hr",
    "html",     "i",        "iframe",  "img",     "input",   "ins",   "kbd",      "label",      "legend",     "li",
    "link",     "main",     "mark",    "math",    "meta",    "nav",   "noscript", "object",     "ol",         "optgroup",
    "option",   "p",        "pre",     "q",       "s",       "samp",  "script",   "section",    "select",     "small",
    "span",     "strong",   "style",   "sub",     "summary", "sup",   "svg",      "table",      "tbody",      "td",
    "template", "textarea", "tfoot",   "th",      "thead",   "time",  "title",    "tr",         "u",          "ul",
    "var",      "video",    "wbr",
});
static_assert(kNames.size() + 1 == static_cast<std::size_t>(Tag::count_));
static_assert(std::ranges::is_sorted(kNames));

}  // namespace

Tag tag_of(std::string_view name) {
  const auto found = std::ranges::lower_bound(kNames, name);
  return found != kNames.end() && *found == name ? static_cast<Tag>(found - kNames.begin() + 1) : Tag::unknown;
}

}  // namespace sats::html
