#include "sats/layout/element_text.h"

#include "sats/layout/box_kinds.h"
#include "sats/text/white_space.h"

namespace sats::layout {

namespace {

using html::NodeIndex;
using style::Display;

constexpr std::string_view kSoftHyphen = "\xC2\xAD";

void append_without_soft_hyphens(std::string& out, std::string_view text) {
  for (auto at = text.find(kSoftHyphen); at != std::string_view::npos; at = text.find(kSoftHyphen)) {
    out += text.substr(0, at);
    text.remove_prefix(at + kSoftHyphen.size());
  }
  out += text;
}

class Collector {
 public:
  explicit Collector(const Document& document) : tree_(document.tree), styled_(document.styled) {}

  void collect(NodeIndex element) {
    for (auto child = tree_.first_child(element); child != html::kNoNode; child = tree_.next_sibling(child)) {
      if (tree_[child].kind == html::NodeKind::text)
        append_without_soft_hyphens(words, tree_[child].text);
      else
        collect_child(child, styled_.style(element));
    }
  }

  std::string words;
  std::string pictures;

 private:
  void collect_child(NodeIndex child, const ComputedStyle& around) {
    const auto& style = styled_.style(child);
    // What a control holds is its value and not part of the words around it.
    if (style.display == Display::none || style.float_ == style::Float::footnote || html::is_control(tree_[child].tag))
      return;
    note_picture(child);
    const bool in_flex = around.display == Display::flex || around.display == Display::inline_flex;
    const bool apart = tree_[child].tag == HtmlTag::br || in_flex || !is_inline_level(style) ||
                       style.float_ != style::Float::none || is_out_of_flow(style);
    if (apart) words += ' ';
    collect(child);
    if (apart) words += ' ';
  }

  void note_picture(NodeIndex node) {
    pictures += ' ';
    if (tree_[node].tag == HtmlTag::img) pictures += tree_.attribute(node, "alt");
    if (tree_[node].tag == HtmlTag::svg)
      pictures += tree_.has_attribute(node, "aria-label") ? tree_.attribute(node, "aria-label") : tree_.svg_title(node);
  }

  const html::Tree& tree_;
  const style::StyledTree& styled_;
};

}  // namespace

std::string element_text(const Document& document, NodeIndex element) {
  Collector collector(document);
  collector.collect(element);
  auto words = squeezed(collector.words);
  return words.empty() ? squeezed(collector.pictures) : words;
}

}  // namespace sats::layout
