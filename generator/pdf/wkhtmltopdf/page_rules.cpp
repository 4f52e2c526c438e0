#include "pdf/wkhtmltopdf/page_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "base/embedded_file.h"

namespace pdf {

std::span<const base::EmbeddedFile> wkhtmltopdf_sheets();

namespace {

struct BreakValue {
  std::string_view now;
  std::string_view before;
};

/// CSS Fragmentation 3 §3.1 to CSS 2.1 §13.3.1.
constexpr std::array<BreakValue, 9> kBreakValues{{{"page", "always"},
                                                  {"left", "left"},
                                                  {"right", "right"},
                                                  {"recto", "right"},
                                                  {"verso", "left"},
                                                  {"avoid", "avoid"},
                                                  {"avoid-page", "avoid"},
                                                  {"always", "always"},
                                                  {"auto", "auto"}}};
constexpr std::array<std::string_view, 3> kBreakProperties{"break-before", "break-after", "break-inside"};

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '\\';
}

std::size_t after_spaces(std::string_view css, std::size_t at) {
  const auto found = css.find_first_not_of(" \t\r\n\f", at);
  return found == std::string_view::npos ? css.size() : found;
}

std::size_t after_name(std::string_view css, std::size_t at) {
  while (at < css.size() && is_name_char(css[at])) ++at;
  return at;
}

/// The declaration that begins at `at` in old words, and where it ends; nothing when it is not about breaks.
struct Rewritten {
  std::string words;
  std::size_t end = 0;
};

Rewritten rewrite(std::string_view css, std::size_t at) {
  const auto name_end = after_name(css, at);
  const auto name = css.substr(at, name_end - at);
  if (std::find(kBreakProperties.begin(), kBreakProperties.end(), name) == kBreakProperties.end()) return {};
  const auto colon = after_spaces(css, name_end);
  if (colon >= css.size() || css[colon] != ':') return {};
  const auto value_at = after_spaces(css, colon + 1);
  const auto value_end = after_name(css, value_at);
  const auto value = css.substr(value_at, value_end - value_at);
  const auto* known =
      std::find_if(kBreakValues.begin(), kBreakValues.end(), [&](const BreakValue& v) { return v.now == value; });
  if (known == kBreakValues.end()) return {};
  return {fmt::format("page-{}:{}", name, known->before), value_end};
}

Node sheet(std::string_view css) {
  Node text;
  text.text = css;
  Node style;
  style.tag = "style";
  style.children.push_back(std::move(text));
  return style;
}

std::string_view own_sheet(std::string_view path) {
  for (const auto& file : wkhtmltopdf_sheets()) {
    if (file.path == path) return file.bytes;
  }
  return {};
}

/// Lengths that the parts of a drawing inherit from its root, where QtWebKit multiplies them by the zoom although the view
/// box scales the whole drawing already.
constexpr std::array<std::string_view, 4> kInheritedLengths{"stroke-width", "stroke-dasharray", "stroke-dashoffset",
                                                            "font-size"};

/// Moves such lengths to a group around all parts, which the engine's sheet takes out of the zoom.
void shield_drawings(Node& node) {
  if (node.tag != "svg") {
    for (auto& child : node.children) shield_drawings(child);
    return;
  }
  Node group;
  group.tag = "g";
  for (const auto name : kInheritedLengths) {
    if (const auto* value = node.attribute(name)) group.attributes.push_back({std::string(name), *value});
  }
  std::erase_if(node.attributes, [](const Attribute& a) {
    return std::find(kInheritedLengths.begin(), kInheritedLengths.end(), a.name) != kInheritedLengths.end();
  });
  group.children = std::move(node.children);
  node.children.clear();
  node.children.push_back(std::move(group));
}

void rewrite_style_attributes(Node& node) {
  if (const auto* style = node.attribute("style")) node.set_attribute("style", with_old_breaks(*style));
  for (auto& child : node.children) rewrite_style_attributes(child);
}

}  // namespace

std::string with_old_breaks(std::string_view css) {
  std::string out;
  for (std::size_t at = 0; at < css.size();) {
    if (css[at] == '"') {  // Cleaned strings have no escaped quotes.
      const auto close = css.find('"', at + 1);
      const auto end = close == std::string_view::npos ? css.size() : close + 1;
      out += css.substr(at, end - at);
      at = end;
    } else if (is_name_char(css[at])) {
      const auto [words, end] = rewrite(css, at);
      const auto next = words.empty() ? after_name(css, at) : end;
      out += words.empty() ? std::string(css.substr(at, next - at)) : words;
      at = next;
    } else {
      out += css[at++];
    }
  }
  return out;
}

void add_engine_sheets(Markup& markup, double zoom) {
  auto& head = markup.head().children;
  for (auto& child : head) {
    if (child.tag == "style" && !child.children.empty())
      child.children.front().text = with_old_breaks(child.children.front().text);
  }
  rewrite_style_attributes(markup.body());
  shield_drawings(markup.body());
  const auto first_sheet = std::find_if(head.begin(), head.end(), [](const Node& node) { return node.tag == "style"; });
  head.insert(first_sheet, sheet(own_sheet("before.css")));
  head.push_back(sheet(fmt::format("html{{zoom:{} !important}}\n{}", zoom, own_sheet("after.css"))));
}

}  // namespace pdf
