#include <algorithm>
#include <unordered_set>

#include "sats/layout/line_flow.h"

namespace sats::layout {

namespace {

std::unordered_set<BoxIndex> boxes_from(const Document& document, BoxIndex lines, std::uint32_t offset) {
  const auto items = document.items(document.boxes.paragraphs[document.box(lines).content]);
  std::unordered_set<BoxIndex> later;
  for (auto item = std::ranges::lower_bound(items, offset, {}, &InlineItem::begin); item != items.end(); ++item) {
    const auto at = static_cast<std::size_t>(item - items.begin());
    const bool is_above = item->type == ItemType::absolute && item->begin == offset && closes_behind(items, at);
    if (item->box != kNoBox && !is_above) later.insert(item->box);
  }
  return later;
}

}  // namespace

void drop_boxes_from(const Document& document, Fragments& fragments, FragmentIndex lines, std::uint32_t offset) {
  if (fragments[lines].first_child == kNoIndex) return;
  const auto later = boxes_from(document, fragments[lines].box, offset);
  const auto first = fragments[lines].first_child;
  fragments.drop_after(lines, kNoIndex);
  for (auto child = first; child != kNoIndex;) {
    const auto next = fragments[child].next;
    if (!later.contains(fragments[child].box)) fragments.append(lines, child);
    child = next;
  }
}

void LineFlow::drop_floats_from(std::uint32_t offset) {
  drop_boxes_from(document_, layouter_.fragments, fragment_, offset);
  // A float may stand beside the line before the one that calls it, and be cut: it begins anew with its own line.
  if (floats_->open.empty()) return;
  const auto later = boxes_from(document_, box_, offset);
  std::erase_if(floats_->open, [&later](const OpenFloat& rest) { return later.contains(rest.box); });
}

void LineFlow::place_atomics(const LineBox& line) {
  const auto from = static_cast<std::uint32_t>(first_item(line.begin));
  auto atomic = std::ranges::lower_bound(prepared_.atomics, from, {}, &AtomicPlace::item);
  for (; atomic != prepared_.atomics.end() && items_[atomic->item].begin < line.content_end; ++atomic)
    place_atomic(line, *atomic);
}

void LineFlow::place_atomic(const LineBox& line, const AtomicPlace& place) {
  const auto& item = items_[place.item];
  const auto laid = layouter_.in_one_piece(item.box, space_.width, -1);
  auto& atomic = layouter_.fragments[laid];
  const auto& box = document_.box(item.box);
  const auto margins = margins_of(box, space_.width);
  const auto& height = prepared_.heights[place.item];
  atomic.x = line.x + line.lead + prepared_.width(line.begin, item.begin) + place.lead + margins.left;
  atomic.y = line.y + line.baseline - height.ascent + margins.top;
  if (height.to_line_edge) {
    const bool to_top = box.style->vertical_align == style::VerticalAlign::top;
    atomic.y = to_top ? line.y + margins.top : line.y + line.height - (height.ascent + height.descent) + margins.top;
  }
  layouter_.fragments.append(fragment_, laid);
}

bool LineFlow::holds_mark(const LineBox& line, std::size_t item) const {
  const auto offset = items_[item].begin;
  if (offset == line.begin && line.begin > 0) return !closes_behind(items_, item);
  return offset < line.end || is_last(line) || closes_behind(items_, item);
}

void LineFlow::place_marks(const LineBox& line) {
  for (auto i = first_item(line.begin); i < items_.size() && items_[i].begin <= line.end; ++i) {
    if (items_[i].type != ItemType::absolute || !holds_mark(line, i)) continue;
    const auto place = layouter_.fragments.add(items_[i].box);
    auto& fragment = layouter_.fragments[place];
    fragment.placeholder = true;
    const auto at = std::max(line.begin, items_[i].begin);
    fragment.x = line.x + line.lead + prepared_.width(line.begin, at);
    fragment.y = line.y;
    // What would be a block of its own would begin below the words before it.
    if (!document_.box(items_[i].box).style->stands_in_line) {
      fragment.x = paragraph_.style->direction == style::Direction::rtl ? space_.width : 0;
      fragment.y += at > line.begin ? line.height : 0;
    }
    layouter_.fragments.append(fragment_, place);
  }
}

const AtomicPlace* LineFlow::too_tall_box(const LineBox& line) const {
  if (prepared_.atomics.empty() || !is_at_top() || fits(line.y + line.height)) return nullptr;
  const AtomicPlace* found = nullptr;
  for (const auto& atomic : prepared_.atomics) {
    const auto& item = items_[atomic.item];
    if (item.begin < line.begin || item.begin >= line.content_end) continue;
    const auto kind = document_.box(item.box).kind;
    if (kind == BoxKind::picture || kind == BoxKind::field || found != nullptr) return nullptr;
    found = &atomic;
  }
  return found;
}

bool LineFlow::divide_box(LineBox line) {
  const auto place = *too_tall_box(line);
  const auto box = items_[place.item].box;
  const auto margins = margins_of(document_.box(box), space_.width);
  Space space;
  space.containing_width = space_.width;
  space.width = layouter_.fitting_width(box, space_.width - margins.across(), space_.width);
  space.top = space_.top + line.y + margins.top;
  space.region = space_.region;
  const auto laid = layouter_.layout(box, space, kNoIndex);
  if (laid.nothing()) return false;
  auto& piece = layouter_.fragments[laid.fragment];
  piece.x = line.x + line.lead + prepared_.width(line.begin, items_[place.item].begin) + place.lead + margins.left;
  piece.y = line.y + margins.top;
  layouter_.fragments.append(fragment_, laid.fragment);
  // The words beside it stand on the baseline of its first line.
  line.height = margins.top + piece.height;
  const float baseline = layouter_.first_baseline(laid.fragment);
  line.baseline = baseline < 0 ? ascent_ : margins.top + baseline;
  lines_.push_back(line);
  place_marks(line);
  if (space_.region != nullptr) regions_.push_back(*space_.region);
  y_ = line.y + line.height;
  offset_ = line.end;
  divided_ = box;
  box_rest_ = laid.token;
  return box_rest_ == kNoIndex;
}

bool LineFlow::resume_box() {
  const auto box = token().child;
  const auto margins = margins_of(document_.box(box), space_.width);
  Space space;
  space.containing_width = space_.width;
  space.width = layouter_.fitting_width(box, space_.width - margins.across(), space_.width);
  space.top = space_.top;
  space.region = space_.region;
  const auto laid = layouter_.layout(box, space, token().inner);
  if (laid.nothing()) return true;
  auto& piece = layouter_.fragments[laid.fragment];
  piece.x = margins.left;
  y_ = piece.height + (laid.token == kNoIndex ? margins.bottom : 0);
  layouter_.fragments.append(fragment_, laid.fragment);
  piece_placed_ = true;
  divided_ = box;
  box_rest_ = laid.token;
  return box_rest_ == kNoIndex;
}

}  // namespace sats::layout
