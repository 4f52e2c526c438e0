#include "sats/layout/layouter.h"

namespace sats::layout {

Widths Layouter::atomic_widths(BoxIndex index) {
  const auto asked = widths(index);
  const float margins = margins_of(document_.box(index), 0).across();
  return {asked.min + margins, asked.max + margins};
}

AtomicSize Layouter::size_of(BoxIndex index, float line_width) {
  const auto margins = margins_of(document_.box(index), line_width);
  const float border_width = fitting_width(index, line_width - margins.across(), line_width);
  // Boxes inside boxes inside boxes are measured once for each width, or the work would double at every level.
  const auto known = atomics_.find(index);
  const bool same =
      known != atomics_.end() && known->second.border_width == border_width && known->second.line_width == line_width;
  if (same) return known->second.size;
  const auto before = mark();
  const auto laid = in_one_piece(index, line_width, -1, border_width);
  const auto& box = document_.box(index);
  AtomicSize size;
  size.width = fragments[laid].width + margins.across();
  const float height = fragments[laid].height + margins.down();
  const bool stands_on_edge =
      box.kind == BoxKind::picture || box.kind == BoxKind::field || box.style->overflow == style::Overflow::hidden;
  const float baseline = stands_on_edge ? -1 : last_baseline(laid);
  size.ascent = baseline < 0 ? height : baseline + margins.top;
  size.descent = height - size.ascent;
  go_back(before);
  atomics_[index] = {border_width, line_width, size};
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
