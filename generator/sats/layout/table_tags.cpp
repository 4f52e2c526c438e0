// Tables in the tag tree: what their cells say, and tables and lists that only look like it.

#include <algorithm>
#include <set>
#include <string_view>

#include "sats/layout/box_kinds.h"
#include "sats/layout/tagging.h"

namespace sats::layout {

namespace {

using html::NodeIndex;

bool is_table_part(HtmlTag tag) {
  return tag == HtmlTag::caption || tag == HtmlTag::thead || tag == HtmlTag::tbody || tag == HtmlTag::tfoot ||
         tag == HtmlTag::tr || tag == HtmlTag::th || tag == HtmlTag::td;
}

bool is_list_part(HtmlTag tag) { return tag == HtmlTag::li || tag == HtmlTag::dt || tag == HtmlTag::dd; }

/// Whether a row has data, so that its headers are the row's; the empty corner of a table is none.
bool has_data(const html::Tree& tree, NodeIndex row) {
  for (auto cell = tree.first_child(row); cell != html::kNoNode; cell = tree.next_sibling(cell)) {
    if (tree[cell].tag != HtmlTag::td) continue;
    for (auto inner = cell + 1; inner < tree[cell].end; ++inner) {
      const bool says = tree[inner].kind == html::NodeKind::text
                            ? tree[inner].text.find_first_not_of(" \n\t\r\f") != std::string_view::npos
                            : tree[inner].tag == HtmlTag::img || tree[inner].tag == HtmlTag::svg;
      if (says) return true;
    }
  }
  return false;
}

/// What a header cell is the header of, as HTML works it out when `scope` does not say it.
HeaderScope scope_of(const html::Tree& tree, NodeIndex cell) {
  const auto said = tree.attribute(cell, "scope");
  if (said == "row" || said == "rowgroup") return HeaderScope::row;
  if (said == "col" || said == "colgroup") return HeaderScope::column;
  const auto row = tree[cell].parent;
  const bool in_head = tree[row].parent != html::kNoNode && tree[tree[row].parent].tag == HtmlTag::thead;
  return !in_head && has_data(tree, row) ? HeaderScope::row : HeaderScope::column;
}

}  // namespace

std::optional<TagContext> Tagging::open_looks(NodeIndex node, const TagContext& context) const {
  const auto& tree = document_.tree;
  const auto tag = tree[node].tag;
  TagContext inner = context;
  if (context.only_looks && (is_table_part(tag) || is_list_part(tag))) {
    if (context.holds_text == HoldsText::mixed) inner.holds_text = HoldsText::no;
    return inner;
  }
  const auto role = tree.attribute(node, "role");
  if (role != "presentation" && role != "none") return std::nullopt;
  inner.only_looks = tag == HtmlTag::table || tag == HtmlTag::ul || tag == HtmlTag::ol || tag == HtmlTag::dl;
  return inner.only_looks ? std::optional(inner) : std::nullopt;
}

void Tagging::describe_cell(NodeId element, NodeIndex node) {
  auto& attributes = structure_.attributes_of(element);
  const auto& tree = document_.tree;
  attributes.column_span = span_attribute(tree.attribute(node, "colspan"));
  attributes.row_span = row_span_attribute(tree.attribute(node, "rowspan"));
  attributes.id = tree.attribute(node, "id");
  std::string_view headers = tree.attribute(node, "headers");
  while (!headers.empty()) {
    const auto end = std::min(headers.find(' '), headers.size());
    if (end > 0) attributes.headers.emplace_back(headers.substr(0, end));
    headers.remove_prefix(std::min(end + 1, headers.size()));
  }
  if (!attributes.headers.empty()) with_headers_.push_back(node);
  if (tree[node].tag == HtmlTag::th) attributes.scope = scope_of(tree, node);
}

void Tagging::check_headers() {
  if (with_headers_.empty()) return;
  std::set<std::string, std::less<>> ids;
  for (const auto& node : structure_.nodes) {
    const bool is_cell = node.role == Role::table_header_cell || node.role == Role::table_data_cell;
    if (is_cell && node.attributes != kNone) ids.insert(structure_.attributes[node.attributes].id);
  }
  for (const auto node : with_headers_) {
    std::erase_if(structure_.attributes_of(elements_[node]).headers, [&](const std::string& id) {
      if (ids.contains(id)) return false;
      document_.report(base::Severity::warning, "sats.tabel.ukendt-hoved", node, {{"navn", id}});
      return true;
    });
  }
}

}  // namespace sats::layout
