#include "sats/layout/layouter.h"

namespace sats::layout {

namespace {

/// Whether nothing stands between a box's top edge and its first child's.
bool joins_first_child(const Box& box) {
  const auto& s = *box.style;
  return !box.own_context && box.kind == BoxKind::block && s.border_top_width.points <= 0 && s.padding_top == css::Length{};
}

}  // namespace

void Layouter::add_empty(BoxIndex index, float containing_width, MarginStrut& strut) const {
  const auto margins = margins_of(document_.box(index), containing_width);
  strut.add(margins.top);
  strut.add(margins.bottom);
  for (auto child = document_.box(index).first_child; child != kNoBox; child = document_.box(child).next) {
    if (document_.box(child).flow == FlowKind::in_flow) add_empty(child, containing_width, strut);
  }
}

BoxIndex Layouter::margin_child(BoxIndex index, float containing_width, MarginStrut& strut) const {
  auto child = document_.box(index).first_child;
  for (; child != kNoBox; child = document_.box(child).next) {
    const auto& inner = document_.box(child);
    if (inner.flow != FlowKind::in_flow) continue;
    if (!inner.collapses_through) break;
    add_empty(child, containing_width, strut);
  }
  if (child == kNoBox) return kNoBox;
  const auto& found = document_.box(child);
  return found.anonymous || found.style->clear == style::Clear::none ? child : kNoBox;
}

MarginStrut Layouter::start_strut(BoxIndex index, float containing_width) const {
  MarginStrut strut;
  for (auto box = index; box != kNoBox; box = margin_child(box, containing_width, strut)) {
    const auto& self = document_.box(box);
    if (self.kind == BoxKind::lines) break;
    strut.add(margins_of(self, containing_width).top);
    if (!joins_first_child(self)) break;
  }
  return strut;
}

}  // namespace sats::layout
