#include <algorithm>

#include "sats/layout/painter.h"

namespace sats::layout {

namespace {

float margin_of(const css::Length& length, const Rect& area) { return length.is_auto() ? 0 : length.resolve(area.width); }

/// The width that a box is given from outside; negative when it has one of its own (CSS 2.1 §10.3.7).
float given_width(Layouter& layouter, BoxIndex box, const ComputedStyle& s, const Rect& area) {
  if (s.width.is_fixed()) return -1;
  const float left = s.left.is_fixed() ? s.left.resolve(area.width) : 0;
  const float right = s.right.is_fixed() ? s.right.resolve(area.width) : 0;
  const float room = area.width - margin_of(s.margin_left, area) - margin_of(s.margin_right, area) - left - right;
  if (s.left.is_fixed() && s.right.is_fixed()) return std::max(0.0F, room);
  return layouter.fitting_width(box, std::max(1.0F, room), area.width);
}

/// Where a box begins along one axis between two sides that are both set: automatic margins share what is left, and where
/// there is none to share, the side at the end gives way (CSS 2.1 §10.3.7, §10.6.4).
struct BetweenSides {
  float begin = 0;  ///< Of the room between the sides.
  float room = 0;   ///< Of that, without the box.
  const css::Length& before;
  const css::Length& after;

  [[nodiscard]] float place(const Rect& area, style::Direction direction) const {
    const float rest = room - margin_of(before, area) - margin_of(after, area);
    const bool from_end = direction == style::Direction::rtl;
    if (before.is_auto() && after.is_auto() && rest > 0) return begin + rest / 2;
    if (before.is_auto() && (rest > 0 || from_end)) return begin + rest;
    const bool ends_there = from_end && !after.is_auto();
    return begin + margin_of(before, area) + (ends_there ? rest : 0);
  }
};

}  // namespace

BoxIndex Painter::containing_block(BoxIndex index) const {
  if (document_.box(index).style->position == style::Position::fixed) return kNoBox;
  for (auto up = document_.box(index).parent; up != kNoBox; up = document_.box(up).parent) {
    const auto& box = document_.box(up);
    if (!box.anonymous && box.style->position != style::Position::static_) return up;
  }
  return kNoBox;
}

void Painter::wait_at(BoxIndex box, const Place& place, Side side) {
  const auto as = is_artifact_ ? PaintedAs::artifact : PaintedAs::content;
  pending_.push_back({box, containing_block(box), place.x, place.y, as, side});
}

template <typename Wanted>
std::vector<Painter::Pending> Painter::take_pending(Wanted wanted) {
  std::vector<Pending> taken;
  std::erase_if(pending_, [&](const Pending& pending) {
    if (!wanted(pending)) return false;
    taken.push_back(pending);
    return true;
  });
  return taken;
}

void Painter::paint_absolutes(BoxIndex containing, const Rect& padding_box) {
  for (const auto& pending : take_pending([containing](const Pending& one) { return one.containing == containing; }))
    paint_absolute(pending, padding_box);
}

void Painter::paint_absolutes_in(BoxIndex box, const Rect& area) {
  const auto stands_in_it = [this, box](const Pending& one) {
    if (document_.box(one.box).style->position == style::Position::fixed) return false;
    auto up = one.box;
    while (up != box && up != kNoBox) up = document_.box(up).parent;
    return up == box;
  };
  for (const auto& pending : take_pending(stands_in_it)) paint_absolute(pending, area);
}

void Painter::paint_waiting() {
  // Painting one may add more, so no range-based loop.
  for (std::size_t i = 0; i < positioned_.size(); ++i)  // NOLINT(modernize-loop-convert)
    paint_absolutes(positioned_[i].first, Rect(positioned_[i].second));
}

style::Direction Painter::direction_around(const Pending& pending) const {
  return pending.containing == kNoBox ? style::Direction::ltr : document_.box(pending.containing).style->direction;
}

void Painter::paint_absolute(const Pending& pending, const Rect& area) {
  const auto& s = *document_.box(pending.box).style;
  const float width = given_width(layouter_, pending.box, s, area);
  const auto laid = layouter_.in_one_piece(pending.box, area.width, area.height, width);
  auto& fragment = layouter_.fragments[laid];
  const float margin_top = margin_of(s.margin_top, area);
  const float margin_bottom = margin_of(s.margin_bottom, area);
  if (!s.height.is_fixed() && s.top.is_fixed() && s.bottom.is_fixed()) {
    fragment.height = std::max(fragment.height, area.height - s.top.resolve(area.height) - s.bottom.resolve(area.height) -
                                                    margin_top - margin_bottom);
  }
  float x = pending.side == Side::left ? pending.x + margin_of(s.margin_left, area)
                                       : pending.x - margin_of(s.margin_right, area) - fragment.width;
  float y = pending.y + margin_top;
  const float left = s.left.resolve(area.width);
  const float top = s.top.resolve(area.height);
  if (s.left.is_fixed() && s.right.is_fixed())
    x = BetweenSides{area.x + left, area.width - left - s.right.resolve(area.width) - fragment.width, s.margin_left,
                     s.margin_right}
            .place(area, direction_around(pending));
  else if (s.left.is_fixed())
    x = area.x + left + margin_of(s.margin_left, area);
  else if (s.right.is_fixed())
    x = area.x + area.width - s.right.resolve(area.width) - margin_of(s.margin_right, area) - fragment.width;
  if (s.top.is_fixed() && s.bottom.is_fixed())
    y = BetweenSides{area.y + top, area.height - top - s.bottom.resolve(area.height) - fragment.height, s.margin_top,
                     s.margin_bottom}
            .place(area, style::Direction::ltr);
  else if (s.top.is_fixed())
    y = area.y + top + margin_top;
  else if (s.bottom.is_fixed())
    y = area.y + area.height - s.bottom.resolve(area.height) - margin_bottom - fragment.height;
  if (y + fragment.height > out_.pages[page_].height + kSlack) layouter_.report_cut_off(pending.box);
  if (pending.as == PaintedAs::artifact && !is_artifact_) return paint_artifact(laid, x, y, ArtifactKind::pagination);
  paint(laid, x, y);
}

}  // namespace sats::layout
