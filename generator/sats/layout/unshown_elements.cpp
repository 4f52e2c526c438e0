// Elements of HTML whose content is not for paper.

#include "sats/layout/box_builder.h"
#include "sats/layout/element_text.h"

namespace sats::layout {

using html::NodeIndex;

namespace {

/// Whether browsers show something else than the words inside an element.
bool shows_more_than_words(const html::Tree& tree, NodeIndex index) {
  switch (tree[index].tag) {
    case HtmlTag::object:
    case HtmlTag::canvas:
    case HtmlTag::video:
    case HtmlTag::audio:
    case HtmlTag::iframe: return true;
    case HtmlTag::unknown: return tree[index].kind == html::NodeKind::element && tree[index].text == "embed";
    default: return false;
  }
}

bool holds_picture(const html::Tree& tree, NodeIndex index) {
  for (auto inner = index + 1; inner < tree[index].end; ++inner) {
    if (tree[inner].tag == HtmlTag::img || tree[inner].tag == HtmlTag::svg) return true;
  }
  return false;
}

}  // namespace

void BoxBuilder::report_unshown(NodeIndex index, const TagContext& tags) {
  const auto& tree = document_.tree;
  if (tree[index].tag == HtmlTag::math) return document_.report(base::Severity::warning, "sats.html.formel", index);
  if (!shows_more_than_words(tree, index) || tags.artifact || tree.has_attribute(index, "hidden")) return;
  const bool is_hidden = style_of(index).display == style::Display::none;
  if (!is_hidden && (holds_picture(tree, index) || !element_text(document_, index).empty())) return;
  document_.report(base::Severity::warning, "sats.html.vises-ikke", index, {{"navn", std::string(tree[index].text)}});
}

}  // namespace sats::layout
