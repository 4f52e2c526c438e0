#include "sats/layout/retract.h"

#include <algorithm>

#include "sats/layout/box_kinds.h"
#include "sats/layout/line_flow.h"

namespace sats::layout {

using style::Break;

namespace {

/// A page that is filled less than this is not left so for a box that has to be divided anyway.
constexpr float kSparse = 0.6F;

bool avoids(Break value) { return value == Break::avoid || value == Break::avoid_column; }

/// Whether a fragment is something the page gains by: neither a mere mark nor what is only shown again.
bool is_content(const Fragment& fragment) { return !fragment.placeholder && !fragment.repeated && fragment.height > 0; }

bool keeps_whole(const Box& box) { return !box.anonymous && box.style->break_inside == Break::avoid; }

}  // namespace

bool Retractor::hangs_on_float(const Result& result) const {
  for (auto token = result.token; token != kNoIndex; token = tokens_[token].inner) {
    if (!tokens_[token].floats.empty()) return true;
  }
  return false;
}

bool Retractor::improve(Result& result, const Region& room) {
  // What a cut float leaves for the next page hangs on the break as it is.
  if (hangs_on_float(result)) return true;
  const auto standing = standing_of(result);
  Cut cut;
  path_ = {result.fragment};
  const bool moves = standing != Standing::fine && find(result.fragment, Inside::divisible, cut);
  if (standing == Standing::between_tied && !moves) return false;
  const float bottom = fragments_[result.fragment].height;
  const float filled = moves ? top_of_cut(cut) : bottom;
  if (filled < kSparse * room.end && room.breaks == AskedBreaks::all && standing != Standing::inside_whole &&
      bottom - filled + whole_behind(result) > room.end)
    return false;
  if (moves) apply(cut, result);
  return true;
}

bool Retractor::improve_divided(Result& result) {
  Cut cut;
  path_ = {result.fragment};
  if (hangs_on_float(result) || standing_of(result) != Standing::between_tied) return true;
  if (find(result.fragment, Inside::divisible, cut)) apply(cut, result);
  return true;
}

float Retractor::top_of_cut(const Cut& cut) const {
  float top =
      cut.lines > 0 ? fragments_.lines[fragments_[cut.fragment].first_line + cut.lines].y : fragments_[cut.fragment].y;
  for (const auto index : best_path_) {
    if (index != cut.fragment || cut.lines > 0) top += fragments_[index].y;
  }
  return top;
}

float Retractor::whole_behind(const Result& result) {
  auto fragment = result.fragment;
  auto token = result.token;
  while (tokens_[token].inner != kNoIndex) {
    token = tokens_[token].inner;
    fragment = last_solid(fragments_[fragment].last_child);
    if (fragment == kNoIndex || fragments_[fragment].box != tokens_[token].box) return 0;
  }
  const auto& box = document_.box(fragments_[fragment].box);
  if (box.kind != BoxKind::block || tokens_[token].child == kNoBox) return 0;
  const float width = fragments_[fragment].width;
  return height_of_whole(tokens_[token].child, width - layouter_.edges(fragments_[fragment].box, width).across());
}

float Retractor::height_of_whole(BoxIndex index, float containing_width) {
  // What stands first in a box goes to the next page with it, so it is looked for through first children.
  while (index != kNoBox) {
    const auto& box = document_.box(index);
    if (box.kind != BoxKind::block) return 0;
    const float room = containing_width - (box.anonymous ? 0 : margins_of(box, containing_width).across());
    const float width = box.anonymous ? room : layouter_.filling_width(index, room, containing_width);
    if (keeps_whole(box)) {
      const auto before = layouter_.mark();
      const float height = fragments_[layouter_.in_one_piece(index, containing_width, -1, width)].height;
      layouter_.go_back(before);
      return height;
    }
    containing_width = box.anonymous ? width : width - layouter_.edges(index, containing_width).across();
    index = box.first_child;
    while (index != kNoBox && document_.box(index).flow != FlowKind::in_flow) index = document_.box(index).next;
  }
  return 0;
}

FragmentIndex Retractor::last_solid(FragmentIndex from) const {
  const auto is_loose = [this](FragmentIndex index) {
    return fragments_[index].placeholder || fragments_[index].floating || fragments_[index].foot;
  };
  while (from != kNoIndex && is_loose(from)) from = fragments_[from].previous;
  return from;
}

bool Retractor::is_fine(const Result& result) const { return standing_of(result) == Standing::fine; }

Retractor::Standing Retractor::standing_of(const Result& result) const {
  bool in_whole = false;
  auto fragment = result.fragment;
  auto token = result.token;
  while (true) {
    const auto& here = tokens_[token];
    const auto& box = document_.box(here.box);
    // That columns are to stay on one page says nothing of where each of them ends.
    in_whole = in_whole || (fragment != result.fragment && keeps_whole(box));
    const auto inside = in_whole ? Standing::inside_whole : Standing::fine;
    if (box.kind == BoxKind::lines || !here.parts.empty()) return inside;
    const auto last = last_solid(fragments_[fragment].last_child);
    if (here.inner == kNoIndex) {
      if (last == kNoIndex || here.child == kNoBox) return inside;
      const bool tied =
          avoids(document_.box(fragments_[last].box).break_after) || avoids(document_.box(here.child).break_before);
      return tied ? Standing::between_tied : inside;
    }
    if (last == kNoIndex || fragments_[last].box != tokens_[here.inner].box) return inside;
    fragment = last;
    token = here.inner;
  }
}

bool Retractor::may_part(FragmentIndex above, FragmentIndex below) const {
  const auto& first = fragments_[above];
  const auto& second = fragments_[below];
  // What goes on from the page before is cut where it stands, never before it: its token is spent.
  if (first.repeated || !second.starts_box || second.tied || second.placeholder || second.floating) return false;
  return !avoids(document_.box(first.box).break_after) && !avoids(document_.box(second.box).break_before);
}

bool Retractor::find_in_lines(FragmentIndex index, Cut& cut) const {
  const auto& fragment = fragments_[index];
  if (fragment.line_count < 2) return false;
  const auto& style = *document_.box(fragment.box).style;
  const auto orphans = fragment.starts_box ? static_cast<std::uint32_t>(std::max(1.0F, style.orphans)) : 1U;
  const auto widows = fragment.ends_box ? static_cast<std::uint32_t>(std::max(1.0F, style.widows)) : 1U;
  if (fragment.line_count < orphans + widows) return false;
  cut = {index, fragment.line_count - widows};
  return true;
}

bool Retractor::has_content_before(FragmentIndex index) const {
  // Something of some height must stay on the page, or nothing is gained.
  for (auto before = fragments_[index].previous; before != kNoIndex; before = fragments_[before].previous) {
    if (is_content(fragments_[before])) return true;
  }
  for (std::size_t i = path_.size(); i-- > 1;) {
    for (auto before = fragments_[path_[i]].previous; before != kNoIndex; before = fragments_[before].previous) {
      if (is_content(fragments_[before])) return true;
    }
  }
  return false;
}

bool Retractor::stands_side_by_side(const Box& box) const {
  return box.kind == BoxKind::row || box.kind == BoxKind::columns || is_flex_row(box);
}

bool Retractor::find(FragmentIndex index, Inside inside, Cut& cut) {
  const auto& self = fragments_[index];
  if (self.repeated) return false;
  const auto& box = document_.box(self.box);
  if (index != path_.front() && keeps_whole(box)) inside = Inside::kept_whole;
  if (box.kind == BoxKind::lines) {
    if (inside == Inside::kept_whole || !find_in_lines(index, cut)) return false;
    best_path_ = path_;
    return true;
  }
  // Boxes side by side are cut between, not inside.
  if (stands_side_by_side(box) && index != path_.front()) return false;
  for (auto child = last_solid(self.last_child); child != kNoIndex; child = last_solid(fragments_[child].previous)) {
    if (box.kind != BoxKind::table) {
      path_.push_back(child);
      if (find(child, inside, cut)) return true;
      path_.pop_back();
    }
    if (inside == Inside::divisible && find_between(child, cut)) return true;
  }
  return false;
}

bool Retractor::find_between(FragmentIndex child, Cut& cut) {
  const auto above = last_solid(fragments_[child].previous);
  if (above == kNoIndex || !may_part(above, child) || !has_content_before(child)) return false;
  cut = {child, 0};
  best_path_ = path_;
  return true;
}

TokenIndex Retractor::add_token(BreakToken token) {
  tokens_.push_back(std::move(token));
  return static_cast<TokenIndex>(tokens_.size() - 1);
}

void Retractor::end_here(FragmentIndex index, float bottom) {
  auto& fragment = fragments_[index];
  const auto& box = document_.box(fragment.box);
  const bool clone =
      !box.anonymous && box.kind != BoxKind::columns && box.style->box_decoration_break == style::BoxDecorationBreak::clone;
  fragment.height = bottom + (clone ? layouter_.edges(fragment.box, fragment.width).bottom : 0);
  fragment.inner_height = fragment.height - fragment.inner_top;
  fragment.ends_box = false;
}

std::vector<FragmentIndex> Retractor::feet_of(FragmentIndex parent) const {
  std::vector<FragmentIndex> feet;
  auto last = fragments_[parent].last_child;
  for (; last != kNoIndex && fragments_[last].foot; last = fragments_[last].previous) feet.insert(feet.begin(), last);
  return feet;
}

void Retractor::put_back(FragmentIndex parent, const std::vector<FragmentIndex>& feet, float y) {
  if (feet.empty()) return;
  const float shift = y - fragments_[feet.front()].y;
  for (const auto foot : feet) {
    fragments_[foot].y += shift;
    fragments_.append(parent, foot);
  }
}

TokenIndex Retractor::cut_lines(const Cut& cut) {
  auto& lines = fragments_[cut.fragment];
  const auto& next = fragments_.lines[lines.first_line + cut.lines];
  drop_boxes_from(document_, fragments_, cut.fragment, next.begin);
  lines.line_count = cut.lines;
  end_here(cut.fragment, next.y);
  BreakToken token;
  token.box = lines.box;
  token.offset = next.begin;
  return add_token(std::move(token));
}

TokenIndex Retractor::cut_children(const Cut& cut, FragmentIndex parent) {
  BreakToken token;
  token.box = fragments_[parent].box;
  token.child = fragments_[cut.fragment].box;
  token.row = fragments_[cut.fragment].first_line;  // For rows of a table: which row it is.
  const auto feet = feet_of(parent);
  const float top = fragments_[cut.fragment].y;
  fragments_.drop_after(parent, fragments_[cut.fragment].previous);
  put_back(parent, feet, top);
  const auto last = feet.empty() ? last_solid(fragments_[parent].last_child) : feet.back();
  end_here(parent, last == kNoIndex ? 0 : fragments_[last].y + fragments_[last].height);
  token.consumed = fragments_[parent].height;
  return add_token(std::move(token));
}

TokenIndex Retractor::cut_parent(FragmentIndex parent, TokenIndex inner) {
  const auto child_box = tokens_[inner].box;
  auto child = fragments_[parent].last_child;
  while (child != kNoIndex && fragments_[child].box != child_box) child = fragments_[child].previous;
  fragments_.drop_after(parent, child);
  end_here(parent, child == kNoIndex ? fragments_[parent].height : fragments_[child].y + fragments_[child].height);
  BreakToken token;
  token.box = fragments_[parent].box;
  token.child = child_box;
  token.inner = inner;
  token.consumed = fragments_[parent].height;
  token.row = child == kNoIndex ? 0 : fragments_[child].first_line;
  return add_token(std::move(token));
}

void Retractor::apply(const Cut& cut, Result& result) {
  auto path = best_path_;
  const auto holder = path.back();
  path.pop_back();
  auto inner = cut.lines > 0 ? cut_lines(cut) : cut_children(cut, holder);
  for (; !path.empty(); path.pop_back()) inner = cut_parent(path.back(), inner);
  result.token = inner;
}

}  // namespace sats::layout
