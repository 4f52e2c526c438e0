#include "pdf/wkhtmltopdf/page_formats.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pdf {

namespace {

constexpr std::string_view kCssBlank = " \t\r\n\f";

std::string_view stripped(std::string_view text) {
  const auto begin = text.find_first_not_of(kCssBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kCssBlank) - begin + 1);
}

std::vector<std::string_view> pieces_between(std::string_view text, char sign) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(sign, at), text.size());
    pieces.push_back(stripped(text.substr(at, end - at)));
    at = end + 1;
  }
  return pieces;
}

/// A rule: what stands before its brace, and its own declarations.
struct Rule {
  std::string_view head;
  std::vector<std::string_view> declarations;
};

/// All rules of a cleaned sheet, those inside others too.
std::vector<Rule> rules_of(std::string_view css) {
  std::vector<Rule> rules;
  std::vector<std::size_t> open;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < css.size(); ++at) {
    const char sign = css[at];
    if (sign == '"') {  // Cleaned strings have no escaped quotes.
      at = std::min(css.find('"', at + 1), css.size() - 1);
      continue;
    }
    if (sign != '{' && sign != '}' && sign != ';') continue;
    const auto piece = stripped(css.substr(begin, at - begin));
    begin = at + 1;
    if (sign == '{') {
      open.push_back(rules.size());
      rules.push_back({piece, {}});
    } else if (!open.empty() && !piece.empty()) {
      rules[open.back()].declarations.push_back(piece);
    }
    if (sign == '}' && !open.empty()) open.pop_back();
  }
  return rules;
}

/// The value of a property among a rule's own declarations, or nothing.
std::string_view value_of(const Rule& rule, std::string_view property) {
  for (const auto declaration : rule.declarations) {
    const auto colon = declaration.find(':');
    if (colon != std::string_view::npos && stripped(declaration.substr(0, colon)) == property)
      return stripped(declaration.substr(colon + 1));
  }
  return {};
}

std::set<std::string_view> pages_with_size(const std::vector<Rule>& rules) {
  constexpr std::string_view kPage = "@page ";
  std::set<std::string_view> names;
  for (const auto& rule : rules) {
    if (!rule.head.starts_with(kPage) || value_of(rule, "size").empty()) continue;
    for (const auto name : pieces_between(rule.head.substr(kPage.size()), ',')) names.insert(name);
  }
  return names;
}

bool has_class(const Node& node, std::string_view name) {
  const auto* classes = node.attribute("class");
  return classes != nullptr && std::ranges::count(pieces_between(*classes, ' '), name) > 0;
}

/// Whether an element fits the last part of a selector by its tag and classes; what stands before it is taken to fit.
bool fits_selector(const Node& node, std::string_view selector) {
  const auto last = selector.substr(selector.find_last_of(" >+~") + 1);
  const auto names = pieces_between(last.substr(0, last.find_first_of(":[#")), '.');
  if (!names.front().empty() && names.front() != "*" && names.front() != node.tag) return false;
  return std::all_of(names.begin() + 1, names.end(), [&](std::string_view name) { return has_class(node, name); });
}

bool holds_fitting(const Node& node, const std::vector<std::string_view>& selectors) {
  const auto is_fitting = [&](std::string_view selector) { return node.is_element() && fits_selector(node, selector); };
  return std::ranges::any_of(selectors, is_fitting) ||
         std::ranges::any_of(node.children, [&](const Node& child) { return holds_fitting(child, selectors); });
}

}  // namespace

bool asks_for_other_format(const Markup& page) {
  std::string css;
  for (const auto& element : page.head().children) {
    if (element.tag == "style" && !element.children.empty()) css += element.children.front().text + "\n";
  }
  const auto rules = rules_of(css);
  const auto names = pages_with_size(rules);
  return std::ranges::any_of(rules, [&](const Rule& rule) {
    return names.contains(value_of(rule, "page")) && holds_fitting(page.body(), pieces_between(rule.head, ','));
  });
}

}  // namespace pdf
