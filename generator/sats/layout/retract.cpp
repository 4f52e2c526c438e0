#include "sats/layout/retract.h"

#include <algorithm>

namespace sats::layout {

using style::Break;

namespace {

bool avoids(Break value) { return value == Break::avoid || value == Break::avoid_column; }

bool keeps_whole(const Box& box) { return !box.anonymous && box.style->break_inside == Break::avoid; }

}  // namespace

void Retractor::improve(Result& result) {
  natural_ = result.token;
  if (is_fine(result.fragment, result.token)) return;
  Cut cut;
  path_ = {result.fragment};
  if (find(result.fragment, false, cut)) apply(cut, result);
}

bool Retractor::is_fine(FragmentIndex root, TokenIndex token) const {
  auto fragment = root;
  while (true) {
    const auto& here = tokens_[token];
    const auto& box = document_.box(here.box);
    if (keeps_whole(box)) return false;
    if (box.kind == BoxKind::lines || !here.parts.empty()) return true;
    auto last = fragments_[fragment].last_child;
    while (last != kNoIndex && (fragments_[last].placeholder || fragments_[last].floating)) last = fragments_[last].previous;
    if (here.inner == kNoIndex) {
      if (last == kNoIndex || here.child == kNoBox) return true;
      return !avoids(document_.box(fragments_[last].box).break_after) && !avoids(document_.box(here.child).break_before);
    }
    if (last == kNoIndex || fragments_[last].box != tokens_[here.inner].box) return true;
    fragment = last;
    token = here.inner;
  }
}

bool Retractor::may_part(FragmentIndex above, FragmentIndex below, bool kept_whole) const {
  if (kept_whole) return false;
  const auto& first = fragments_[above];
  const auto& second = fragments_[below];
  if (first.repeated || second.tied || second.placeholder || second.floating) return false;
  return !avoids(document_.box(first.box).break_after) && !avoids(document_.box(second.box).break_before);
}

bool Retractor::find_in_lines(FragmentIndex index, bool kept_whole, Cut& cut) const {
  const auto& fragment = fragments_[index];
  if (kept_whole || fragment.line_count < 2) return false;
  const auto& style = *document_.box(fragment.box).style;
  const auto orphans = fragment.starts_box ? static_cast<std::uint32_t>(std::max(1.0F, style.orphans)) : 1U;
  const auto widows = fragment.ends_box ? static_cast<std::uint32_t>(std::max(1.0F, style.widows)) : 1U;
  if (fragment.line_count < orphans + widows) return false;
  cut = {index, fragment.line_count - widows};
  return true;
}

bool Retractor::has_content_before(FragmentIndex index) const {
  // Something of some height must stay on the page, or nothing is gained.
  float y = fragments_[index].y;
  for (std::size_t i = 1; i < path_.size(); ++i) y += fragments_[path_[i]].y;
  for (auto before = fragments_[index].previous; before != kNoIndex; before = fragments_[before].previous) {
    if (!fragments_[before].placeholder && fragments_[before].height > 0) return true;
  }
  for (std::size_t i = path_.size(); i-- > 1;) {
    for (auto before = fragments_[path_[i]].previous; before != kNoIndex; before = fragments_[before].previous) {
      if (!fragments_[before].placeholder && !fragments_[before].repeated && fragments_[before].height > 0) return true;
    }
  }
  return false;
}

bool Retractor::find(FragmentIndex index, bool kept_whole, Cut& cut) {
  const auto& self = fragments_[index];
  const auto& box = document_.box(self.box);
  if (box.kind == BoxKind::lines) return find_in_lines(index, kept_whole, cut) && (best_path_ = path_, true);
  const bool parallel = box.kind == BoxKind::row || box.kind == BoxKind::columns ||
                        (box.kind == BoxKind::flex && (box.style->flex_direction == style::FlexDirection::row ||
                                                       box.style->flex_direction == style::FlexDirection::row_reverse));
  // Boxes side by side are cut between, not inside.
  if (parallel && index != path_.front()) return false;
  const bool whole = kept_whole || keeps_whole(box);
  for (auto child = self.last_child; child != kNoIndex; child = fragments_[child].previous) {
    if (fragments_[child].placeholder || fragments_[child].floating) continue;
    if (box.kind != BoxKind::table) {
      path_.push_back(child);
      if (find(child, whole, cut)) return true;
      path_.pop_back();
    }
    auto above = fragments_[child].previous;
    while (above != kNoIndex && (fragments_[above].placeholder || fragments_[above].floating))
      above = fragments_[above].previous;
    if (above == kNoIndex || !may_part(above, child, whole) || !has_content_before(child)) continue;
    cut = {child, 0};
    best_path_ = path_;
    return true;
  }
  return false;
}

TokenIndex Retractor::add_token(BreakToken token) {
  tokens_.push_back(std::move(token));
  return static_cast<TokenIndex>(tokens_.size() - 1);
}

TokenIndex Retractor::cut_before(FragmentIndex child) {
  BreakToken token;
  token.child = fragments_[child].box;
  token.row = fragments_[child].first_line;  // For rows of a table: which row it is.
  return add_token(token);
}

void Retractor::apply(const Cut& cut, Result& result) {
  TokenIndex inner = kNoIndex;
  auto path = best_path_;
  float bottom = 0;
  if (cut.lines > 0) {
    auto& lines = fragments_[cut.fragment];
    const auto& next = fragments_.lines[lines.first_line + cut.lines];
    BreakToken token;
    token.box = lines.box;
    token.offset = next.begin;
    inner = add_token(token);
    while (lines.last_child != kNoIndex && fragments_[lines.last_child].y + kSlack >= next.y) {
      lines.last_child = fragments_[lines.last_child].previous;
      if (lines.last_child == kNoIndex)
        lines.first_child = kNoIndex;
      else
        fragments_[lines.last_child].next = kNoIndex;
    }
    lines.line_count = cut.lines;
    lines.height = next.y;
    lines.ends_box = false;
    path.pop_back();
  } else {
    const auto parent = path.back();
    inner = cut_before(cut.fragment);
    tokens_[inner].box = fragments_[parent].box;
    auto last = fragments_[cut.fragment].previous;
    fragments_[last].next = kNoIndex;
    fragments_[parent].last_child = last;
    while (last != kNoIndex && (fragments_[last].placeholder || fragments_[last].floating)) last = fragments_[last].previous;
    bottom = last == kNoIndex ? 0 : fragments_[last].y + fragments_[last].height;
    fragments_[parent].height = bottom;
    fragments_[parent].ends_box = false;
    tokens_[inner].consumed = bottom;
    path.pop_back();
  }
  while (!path.empty()) {
    const auto parent = path.back();
    path.pop_back();
    auto& fragment = fragments_[parent];
    const auto child_box = tokens_[inner].box;
    auto child = fragment.last_child;
    while (child != kNoIndex && fragments_[child].box != child_box) child = fragments_[child].previous;
    fragment.last_child = child;
    if (child != kNoIndex) {
      fragments_[child].next = kNoIndex;
      fragment.height = fragments_[child].y + fragments_[child].height;
    }
    fragment.ends_box = false;
    BreakToken token;
    token.box = fragment.box;
    token.child = child_box;
    token.inner = inner;
    token.consumed = fragment.height;
    token.row = child == kNoIndex ? 0 : fragments_[child].first_line;
    inner = add_token(token);
  }
  result.token = inner;
}

}  // namespace sats::layout
