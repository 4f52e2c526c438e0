#include <algorithm>

#include "base/utf8.h"
#include "sats/layout/box_builder.h"
#include "sats/layout/element_text.h"
#include "sats/layout/link_address.h"

namespace sats::layout {

using html::NodeIndex;

namespace {

/// The row of a name, added when it is new.
std::uint16_t name_row(std::vector<std::string>& names, std::string_view name) {
  const auto row = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
  if (row == names.size()) names.emplace_back(name);
  return static_cast<std::uint16_t>(row);
}

/// Letters of a named string; it stands in the margin of every page from there on.
constexpr std::size_t kMostOfString = 1000;

/// A named string, which is cut when it is longer than any running head.
std::string short_string(Document& document, NodeIndex node, std::string_view name, std::string text) {
  const auto kept = base::code_point_window(text, 0, kMostOfString).size();
  if (kept == text.size()) return text;
  document.report(base::Severity::warning, "sats.streng-for-lang", node,
                  {{"navn", std::string(name)}, {"grænse", std::to_string(kMostOfString)}});
  text.resize(kept);
  return text;
}

}  // namespace

void BoxBuilder::find_anchors() {
  const auto& tree = document_.tree;
  for (NodeIndex i = 0; i < tree.nodes.size(); ++i) {
    const auto& node = tree.nodes[i];
    for (std::uint32_t j = 0; j < node.attribute_count; ++j) {
      const auto& attribute = tree.attributes[node.first_attribute + j];
      if (attribute.name != "id" || attribute.value.empty() || !ids_.emplace(attribute.value, i).second) continue;
      boxes_.anchors[anchor_for(i)].id = attribute.value;
    }
  }
}

std::uint32_t BoxBuilder::anchor_for(NodeIndex index) {
  if (anchors_[index] == kNone) {
    anchors_[index] = static_cast<std::uint32_t>(boxes_.anchors.size());
    boxes_.anchors.emplace_back().node = index;
  }
  return anchors_[index];
}

std::uint32_t BoxBuilder::anchor_by_address(std::string_view address, NodeIndex from) {
  if (address.starts_with('#')) {
    auto found = ids_.find(address.substr(1));
    if (found == ids_.end()) found = ids_.find(percent_decoded(address.substr(1)));
    if (found != ids_.end()) return anchors_[found->second];
  }
  document_.report(base::Severity::warning, "sats.henvisning.ukendt", from, {{"navn", std::string(address)}});
  return kNone;
}

void BoxBuilder::note_anchor(NodeIndex index, const ComputedStyle& style, const TagContext& tags) {
  const bool has_bookmark = style.bookmark_level > 0;
  const auto page_number = page_counter(style.counter_reset);
  if (anchors_[index] == kNone && !has_bookmark && style.string_set == nullptr && !page_number) return;
  const auto row = anchor_for(index);
  boxes_.anchors[row].page_number = page_number;
  boxes_.anchors[row].tag = tagging_.element_of(index) != kNone ? tagging_.element_of(index) : tags.parent;
  if (has_bookmark) {
    boxes_.anchors[row].bookmark_level = std::clamp(static_cast<int>(style.bookmark_level), 1, 20);
    boxes_.anchors[row].bookmark = style.bookmark_label != nullptr && !style.bookmark_label->items.empty()
                                       ? content_text(index, *style.bookmark_label)
                                       : element_text(document_, index);
  }
  if (style.string_set == nullptr) return;
  for (const auto& set : style.string_set->sets) {
    auto value = short_string(document_, index, set.name, content_text(index, set.value));
    boxes_.anchors[row].strings.push_back({string_name(set.name), std::move(value)});
  }
}

void BoxBuilder::begin_link(NodeIndex index, const TagContext& tags) {
  const auto& tree = document_.tree;
  if (tree[index].tag != HtmlTag::a || !tree.has_attribute(index, "href")) return;
  const auto address = tree.attribute(index, "href");
  Link link;
  link.node = tags.artifact ? kNone : tagging_.element_of(index);
  if (address.starts_with('#'))
    link.destination = anchor_by_address(address, index);
  else
    link.uri = link_address(address);
  if (link.uri.empty() && !address.empty() && !address.starts_with('#')) {
    document_.report(base::Severity::warning, "sats.henvisning.fjernet", index, {{"navn", std::string(address)}});
    return;
  }
  link.target = address;
  link.source_offset = tree[index].offset;
  link.contents = element_text(document_, index);
  if (link.destination == kNone && link.uri.empty()) return;
  link_ = static_cast<std::uint32_t>(document_.out.links.size());
  document_.out.links.push_back(std::move(link));
}

std::uint16_t BoxBuilder::string_name(std::string_view name) { return name_row(boxes_.string_names, name); }

std::uint16_t BoxBuilder::page_name(const ComputedStyle& style) {
  return style.page == nullptr ? std::uint16_t{0} : name_row(boxes_.page_names, style.page->text);
}

}  // namespace sats::layout
