#include "documents/expected.h"

#include "documents/html_walk.h"
#include "sats/css/property.h"

namespace documents {

namespace {

using sats::css::ContentItem;

constexpr float kPointsPerMm = 72 / 25.4F;

std::vector<base::Stylesheet> all_sheets(const base::PrintDocument& document, const sats::html::Tree& tree) {
  auto sheets = document.stylesheets;
  for (sats::html::NodeIndex node = 0; node < tree.nodes.size(); ++node) {
    if (tree[node].tag == sats::html::Tag::style) sheets.push_back({"html", tree.text_content(node)});
  }
  return sheets;
}

/// A margin box's content as a line with its fields in braces.
std::string running_line(const sats::css::ContentList& content) {
  std::string line;
  for (const ContentItem& item : content.items) {
    if (item.kind == ContentItem::Kind::text) line += item.text;
    if (item.kind == ContentItem::Kind::counter) line += "{" + std::string(item.text) + "}";
    if (item.kind == ContentItem::Kind::string) line += "{" + std::string(item.text) + "}";
  }
  return line;
}

std::vector<std::string> running_lines(const base::PageSetup& page, const sats::css::RuleSet& rules) {
  std::vector<std::string> lines;
  for (const base::RunningLine* line : {&page.header, &page.footer}) {
    for (const std::string* part : {&line->left, &line->center, &line->right}) {
      if (!part->empty()) lines.push_back(*part);
    }
  }
  for (const auto& rule : rules.page_rules) {
    if (rule.box == sats::css::MarginBox::count_) continue;
    for (const auto& declaration : std::span(rules.declarations).subspan(rule.first_declaration, rule.declaration_count)) {
      if (declaration.property >= sats::css::properties().size() ||
          sats::css::properties()[declaration.property].name != "content" ||
          declaration.value.kind != sats::css::Value::Kind::pointer)
        continue;
      const auto* content = static_cast<const sats::css::ContentList*>(declaration.value.pointer);
      if (content != nullptr) lines.push_back(running_line(*content));
    }
  }
  return lines;
}

}  // namespace

Expected expect(const base::PrintDocument& document, const std::map<std::string, std::uint32_t>& pages) {
  base::Problems problems;
  Expected out;
  const auto tree = sats::html::parse("html", document.html, {}, problems);
  if (!tree) return out;
  const auto sheets = all_sheets(document, *tree);
  const auto rules = sats::css::compile(sheets);
  auto styled = sats::style::compute_styles(*tree, *rules,
                                            {static_cast<float>(document.page.width) * kPointsPerMm,
                                             static_cast<float>(document.page.height) * kPointsPerMm, document.language},
                                            problems);
  HtmlWalk(*tree, styled, pages, out).walk();
  out.running_lines = running_lines(document.page, *rules);
  return out;
}

}  // namespace documents
