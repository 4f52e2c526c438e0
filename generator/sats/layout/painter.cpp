#include "sats/layout/painter.h"

#include <algorithm>
#include <cmath>

#include "sats/layout/decoration.h"
#include "sats/layout/ink.h"
#include "sats/layout/line_painter.h"
#include "sats/layout/line_rules.h"
#include "sats/layout/marker_painter.h"

namespace sats::layout {

namespace {

bool is_positioned(const Box& box, style::Position position) { return !box.anonymous && box.style->position == position; }

/// A border box without its borders.
Rect padding_box(const ComputedStyle& s, const Rect& box) {
  return {box.x + s.border_left_width.points, box.y + s.border_top_width.points,
          box.width - s.border_left_width.points - s.border_right_width.points,
          box.height - s.border_top_width.points - s.border_bottom_width.points};
}

}  // namespace

Place relative_shift(const ComputedStyle& s, float width, float height) {
  Place shift;
  if (s.left.is_fixed())
    shift.x = s.left.resolve(width);
  else if (s.right.is_fixed())
    shift.x = -s.right.resolve(width);
  if (s.top.is_fixed())
    shift.y = s.top.resolve(height);
  else if (s.bottom.is_fixed())
    shift.y = -s.bottom.resolve(height);
  return shift;
}

void Painter::begin_page(std::uint32_t page, const Rect& area) {
  page_ = page;
  page_area_ = area;
  first_item_ = out_.items.size();
  pending_.clear();
  strings.clear();
}

void Painter::end_page() {
  // The box that one is placed in may have ended on the page before, when a float goes on behind it. One may hold another.
  while (!pending_.empty()) {
    for (auto& pending : pending_) pending.containing = kNoBox;
    paint_absolutes(kNoBox, page_area_);
  }
}

sats::Tag Painter::tag_of(NodeId leaf) const {
  return is_artifact_ || leaf == kNone ? sats::Tag{kNone, artifact_} : sats::Tag{leaf, ArtifactKind::layout};
}

void Painter::add_link_area(std::uint32_t link, const Rect& area) {
  if (is_artifact_) return;
  auto& areas = out_.links[link].areas;
  if (!areas.empty()) {
    auto& last = areas.back();
    const bool same_line = last.page == page_ && std::abs(last.box.y - area.y) < 1;
    const bool is_left = std::abs(area.x + area.width - last.box.x) < 1;  // As in text from right to left.
    if (same_line && (is_left || std::abs(last.box.x + last.box.width - area.x) < 1)) {
      const float right = is_left ? last.box.x + last.box.width : area.x + area.width;
      last.box.x = std::min(last.box.x, area.x);
      last.box.width = right - last.box.x;
      return;
    }
  }
  areas.push_back({page_, area});
}

void Painter::note_anchor(std::uint32_t row, float x, float y) {
  if (row == kNone || is_artifact_) return;
  auto& anchor = document_.boxes.anchors[row];
  if (anchor.page != kNone) return;
  anchor.page = page_;
  anchor.x = x;
  anchor.y = y;
  if (anchor.strings.empty()) return;
  const bool opens_page = !has_content();
  for (const auto& set : anchor.strings) strings.push_back({&set, opens_page});
}

bool Painter::has_content() const {
  return std::any_of(out_.items.begin() + static_cast<std::ptrdiff_t>(first_item_), out_.items.end(), [](const auto& item) {
    return (item.kind == ItemKind::glyphs || item.kind == ItemKind::picture) && item.tag.leaf != kNone;
  });
}

void Painter::paint_artifact(FragmentIndex fragment, float x, float y, ArtifactKind kind) {
  const bool was = std::exchange(is_artifact_, true);
  const auto before = std::exchange(artifact_, kind);
  paint(fragment, x, y);
  is_artifact_ = was;
  artifact_ = before;
}

void Painter::paint(FragmentIndex index, float x, float y) {
  const auto fragment = layouter_.fragments[index];
  const auto& box = document_.box(fragment.box);
  if (fragment.placeholder) {
    const auto around = box.parent;
    const bool rtl = around != kNoBox && document_.box(around).style->direction == style::Direction::rtl;
    return wait_at(fragment.box, {x, y}, rtl ? Side::right : Side::left);
  }
  if (fragment.repeated && !is_artifact_) return paint_artifact(index, x, y, ArtifactKind::pagination);
  const bool relative = is_positioned(box, style::Position::relative) && !is_column(fragment);
  if (relative) {
    const auto shift = relative_shift(*box.style, fragment.width, fragment.height);
    x += shift.x;
    y += shift.y;
  }
  note_anchor(box.anchor, x, y);
  // Positioned boxes are painted in the order of the document, so those that wait come before the next one.
  if (relative && !pending_.empty()) paint_waiting();
  if (box.kind == BoxKind::lines) return LinePainter(*this, index, x, y).paint();
  paint_box(index, x, y);
}

void Painter::paint_box(FragmentIndex index, float x, float y) {
  const auto fragment = layouter_.fragments[index];
  const auto& box = document_.box(fragment.box);
  const auto& s = *box.style;
  const Rect inner = padding_box(s, {x, y, fragment.width, fragment.height});
  Ink ink(out_);
  // A column is a piece of the box around it, which has been moved, faded and cut already.
  const bool own = !box.anonymous && !is_column(fragment);
  const bool groups = own && s.opacity < 1;
  if (groups) ink.opacity(std::clamp(s.opacity, 0.0F, 1.0F));
  paint_decoration(index, x, y);
  const bool clips = own && s.overflow == style::Overflow::hidden && box.kind != BoxKind::table;
  if (clips) ink.clip({inner, corner_radii(s, {inner, fragment.starts_box, fragment.ends_box})});
  if (box.kind == BoxKind::picture || box.kind == BoxKind::field) paint_replaced(index, x, y);
  const bool positioned = own && s.position != style::Position::static_;
  if (positioned) positioned_.emplace_back(fragment.box, inner);
  if (own && box.marker != kNone && fragment.starts_box) paint_list_marker(index, x, y);
  paint_content(index, x, y);
  if (clips) ink.restore();
  if (groups) ink.restore();
  if (!positioned) return;
  // A copy, because boxes painted in it put their own behind it.
  paint_absolutes(fragment.box, Rect(positioned_.back().second));
  positioned_.pop_back();
}

bool Painter::is_column(const Fragment& fragment) const {
  return document_.box(fragment.box).kind == BoxKind::columns && fragment.line_count == 0 &&
         fragment.box == painting_columns_;
}

void Painter::paint_decoration(FragmentIndex index, float x, float y) {
  const auto& fragment = layouter_.fragments[index];
  const auto& box = document_.box(fragment.box);
  const bool is_table = box.kind == BoxKind::table;
  const bool is_row = box.kind == BoxKind::row;  // The table has painted its background.
  const bool hidden_empty =
      box.kind == BoxKind::cell && box.style->empty_cells == style::EmptyCells::hide && fragment.first_child == kNoIndex;
  if (box.anonymous || is_column(fragment) || hidden_empty || is_row) return;
  const bool collapsed_cell = box.kind == BoxKind::cell && box.content != kNone;
  const bool collapsed_table = is_table && layouter_.grid(fragment.box).collapsed;
  static constexpr Edges kNoEdges;
  DecoratedBox piece;
  piece.box = {x, y + fragment.inner_top, fragment.width, is_table ? fragment.inner_height : fragment.height};
  piece.starts = fragment.starts_box;
  piece.ends = fragment.ends_box;
  if (collapsed_cell || collapsed_table) piece.widths = &kNoEdges;
  // The box that is there to be filled in with a pen is what a flat field shows.
  if (box.kind == BoxKind::field && document_.forms == FormMode::flat) piece.border_tag = tag_of(box.leaf);
  decorate(document_, *box.style, piece);
}

void Painter::paint_replaced(FragmentIndex index, float x, float y) {
  const auto& fragment = layouter_.fragments[index];
  const auto& box = document_.box(fragment.box);
  const auto edge = layouter_.edges(fragment.box, 0);
  const Rect content{x + edge.left, y + edge.top, fragment.width - edge.across(), fragment.height - edge.down()};
  if (box.kind == BoxKind::picture)
    paint_picture(box, content);
  else
    paint_field(box, {x, y + fragment.inner_top, fragment.width, fragment.height}, content);
}

void Painter::paint_list_marker(FragmentIndex index, float x, float y) {
  const auto& fragment = layouter_.fragments[index];
  const auto& marker = document_.boxes.markers[document_.box(fragment.box).marker];
  auto place = marker_place(document_, layouter_, index, {x, y, fragment.width, fragment.height});
  place.tag = tag_of(marker.leaf);
  paint_marker(document_, marker, place);
}

void Painter::paint_content(FragmentIndex index, float x, float y) {
  const auto fragment = layouter_.fragments[index];
  const auto kind = document_.box(fragment.box).kind;
  if (kind != BoxKind::columns || is_column(fragment)) {
    if (kind == BoxKind::table) paint_table_tracks(document_, layouter_, {index, x, y});
    paint_children(index, x, y);
    if (kind == BoxKind::table && layouter_.grid(fragment.box).collapsed)
      paint_table_lines(document_, layouter_, {index, x, y});
    return;
  }
  const auto outer = std::exchange(painting_columns_, fragment.box);
  paint_column_rules(document_, layouter_, {index, x, y});
  paint_children(index, x, y);
  painting_columns_ = outer;
}

void Painter::paint_children(FragmentIndex index, float x, float y) {
  for (auto child = layouter_.fragments[index].first_child; child != kNoIndex; child = layouter_.fragments[child].next) {
    paint(child, x + layouter_.fragments[child].x, y + layouter_.fragments[child].y);
  }
}

}  // namespace sats::layout
