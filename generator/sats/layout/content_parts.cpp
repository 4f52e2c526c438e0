// What `content()` and `target-text()` take from an element: its words, or what is put in front of them, behind them or
// beside.

#include "base/utf8.h"
#include "sats/layout/box_builder.h"
#include "sats/layout/counting.h"
#include "sats/layout/element_text.h"

namespace sats::layout {

using css::PseudoElement;
using css::TextPart;
using html::NodeIndex;

namespace {

/// Generated content of generated content is followed no deeper; at last it would be made of itself.
constexpr int kDeepestPart = 4;

}  // namespace

std::string BoxBuilder::part_of(NodeIndex index, TextPart part) {
  switch (part) {
    case TextPart::content: return element_text(document_, index);
    case TextPart::before: return generated_text(index, PseudoElement::before);
    case TextPart::after: return generated_text(index, PseudoElement::after);
    case TextPart::first_letter: return std::string(base::code_point_window(element_text(document_, index), 0, 1));
    case TextPart::marker: break;
  }
  if (style_of(index).display != style::Display::list_item) return {};
  const auto marker = marker_of(index);
  if (!marker) return {};
  return marker->text.empty() ? format_number(1, marker->type) : marker->text;
}

std::string BoxBuilder::part_of_target(NodeIndex index, TextPart part) {
  if (part == TextPart::content || part == TextPart::first_letter) return part_of(index, part);
  if (surveyed_.empty()) survey_counters();
  const auto there = surveyed_.find(index);
  if (there == surveyed_.end()) return {};
  auto here = std::exchange(counters_, there->second);
  auto text = part_of(index, part);
  counters_ = std::move(here);
  return text;
}

std::string BoxBuilder::generated_text(NodeIndex index, PseudoElement which) {
  const auto row = document_.styled.nodes[index].of(which);
  if (row == style::kNoStyle || part_depth_ >= kDeepestPart) return {};
  const auto& style = document_.styled.styles[row];
  if (style.content == nullptr) return {};
  const auto counters = counters_;
  const auto quotes = quote_depth_;
  ++part_depth_;
  counters_.enter();
  count_generated(style, counters_);
  auto text = content_text(index, *style.content);
  --part_depth_;
  counters_ = counters;
  quote_depth_ = quotes;
  return text;
}

}  // namespace sats::layout
