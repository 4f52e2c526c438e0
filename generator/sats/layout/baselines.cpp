#include "sats/layout/layouter.h"

namespace sats::layout {

AtomicSize Layouter::size_of(BoxIndex index) {
  const auto before = mark();
  const auto& box = document_.box(index);
  const auto laid = in_one_piece(index, 0, -1);
  const auto margins = margins_of(box, 0);
  const auto& fragment = fragments[laid];
  AtomicSize size;
  size.width = fragment.width + margins.across();
  const float height = fragment.height + margins.down();
  const bool stands_on_edge =
      box.kind == BoxKind::picture || box.kind == BoxKind::field || box.style->overflow == style::Overflow::hidden;
  const float baseline = stands_on_edge ? -1 : last_baseline(laid);
  size.ascent = baseline < 0 ? height : baseline + margins.top;
  size.descent = height - size.ascent;
  go_back(before);
  return size;
}

float Layouter::first_baseline(FragmentIndex index) const {
  const auto& fragment = fragments[index];
  if (fragment.line_count > 0) {
    const auto& line = fragments.lines[fragment.first_line];
    return line.y + line.baseline;
  }
  for (auto child = fragment.first_child; child != kNoIndex; child = fragments[child].next) {
    if (fragments[child].placeholder || fragments[child].floating) continue;
    const float found = first_baseline(child);
    if (found >= 0) return fragments[child].y + found;
  }
  return -1;
}

float Layouter::last_baseline(FragmentIndex index) const {
  const auto& fragment = fragments[index];
  if (fragment.line_count > 0) {
    const auto& line = fragments.lines[fragment.first_line + fragment.line_count - 1];
    return line.y + line.baseline;
  }
  for (auto child = fragment.last_child; child != kNoIndex; child = fragments[child].previous) {
    if (fragments[child].placeholder || fragments[child].floating) continue;
    const float found = last_baseline(child);
    if (found >= 0) return fragments[child].y + found;
  }
  return -1;
}

}  // namespace sats::layout
