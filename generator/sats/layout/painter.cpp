#include "sats/layout/painter.h"

#include <algorithm>
#include <cmath>

#include "sats/layout/line_painter.h"

namespace sats::layout {

using style::BorderStyle;
using style::ListStyleType;

LineStyle line_style(BorderStyle style) {
  switch (style) {
    case BorderStyle::solid: return LineStyle::solid;
    case BorderStyle::dashed: return LineStyle::dashed;
    case BorderStyle::dotted: return LineStyle::dotted;
    case BorderStyle::double_: return LineStyle::double_;
    default: return LineStyle::none;
  }
}

namespace {

/// A disc's width and a marker's distance from the text, in parts of the font size.
constexpr float kDiscSize = 0.34F;
constexpr float kMarkerGap = 0.45F;

Radii radii_of(const ComputedStyle& s, const Rect& box, bool starts, bool ends) {
  Radii radii;
  const css::Length corners[] = {s.border_top_left_radius, s.border_top_right_radius, s.border_bottom_right_radius,
                                 s.border_bottom_left_radius};
  for (std::size_t i = 0; i < 4; ++i) {
    const bool here = i < 2 ? starts : ends;
    radii.x[i] = here ? corners[i].resolve(box.width) : 0;
    radii.y[i] = here ? corners[i].resolve(box.height) : 0;
  }
  // Corners that would meet are made smaller together (css-backgrounds-3 §5.5).
  float scale = 1;
  const auto fit = [&scale](float room, float a, float b) {
    scale = a + b > room && a + b > 0 ? std::min(scale, room / (a + b)) : scale;
  };
  fit(box.width, radii.x[0], radii.x[1]);
  fit(box.width, radii.x[3], radii.x[2]);
  fit(box.height, radii.y[0], radii.y[3]);
  fit(box.height, radii.y[1], radii.y[2]);
  for (std::size_t i = 0; i < 4; ++i) radii.x[i] *= scale, radii.y[i] *= scale;
  return radii;
}

constexpr sats::Tag kBackground{kNone, ArtifactKind::background};
constexpr sats::Tag kLayout{kNone, ArtifactKind::layout};

}  // namespace

void Painter::begin_page(std::uint32_t page, const Rect& area) {
  page_ = page;
  page_area_ = area;
  pending_.clear();
  strings.clear();
}

void Painter::end_page() { paint_absolutes(kNoBox, page_area_); }

sats::Tag Painter::tag_of(NodeId leaf) const {
  return is_artifact_ || leaf == kNone ? sats::Tag{kNone, artifact_} : sats::Tag{leaf, ArtifactKind::layout};
}

void Painter::add_stroke(const Stroke& stroke, sats::Tag tag) {
  out_.strokes.push_back(stroke);
  add(ItemKind::stroke, static_cast<std::uint32_t>(out_.strokes.size() - 1), tag);
}

void Painter::add_link_area(std::uint32_t link, const Rect& area) {
  if (is_artifact_) return;
  auto& areas = out_.links[link].areas;
  if (!areas.empty()) {
    auto& last = areas.back();
    const bool same_line =
        last.page == page_ && std::abs(last.box.y - area.y) < 1 && std::abs(last.box.x + last.box.width - area.x) < 1;
    if (same_line) {
      last.box.width = area.x + area.width - last.box.x;
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
  for (const auto& set : anchor.strings) strings.push_back(&set);
}

void Painter::decorate(const ComputedStyle& s, const Rect& box, bool starts, bool ends, const Edges* widths) {
  if (s.visibility != style::Visibility::visible) return;
  const bool clone = s.box_decoration_break == style::BoxDecorationBreak::clone;
  starts = starts || clone;
  ends = ends || clone;
  const auto radii = radii_of(s, box, starts, ends);
  if (s.background_color.alpha > 0 && box.width > 0 && box.height > 0) {
    out_.boxes.push_back({box, radii, resolved_color(s.background_color, s)});
    add(ItemKind::box, static_cast<std::uint32_t>(out_.boxes.size() - 1), kBackground);
  }
  if (s.background_image != nullptr) paint_background_picture(s, box);
  Border border;
  border.box = box;
  border.radii = radii;
  border.widths = {starts ? s.border_top_width.points : 0, s.border_right_width.points,
                   ends ? s.border_bottom_width.points : 0, s.border_left_width.points};
  if (widths != nullptr) border.widths = {widths->top, widths->right, widths->bottom, widths->left};
  if (border.widths[0] + border.widths[1] + border.widths[2] + border.widths[3] <= 0) return;
  border.colors = {resolved_color(s.border_top_color, s), resolved_color(s.border_right_color, s),
                   resolved_color(s.border_bottom_color, s), resolved_color(s.border_left_color, s)};
  border.styles = {line_style(s.border_top_style), line_style(s.border_right_style), line_style(s.border_bottom_style),
                   line_style(s.border_left_style)};
  out_.borders.push_back(border);
  add(ItemKind::border, static_cast<std::uint32_t>(out_.borders.size() - 1), kLayout);
}

void Painter::paint_background_picture(const ComputedStyle& s, const Rect& box) {
  const auto row = document_.picture(s.background_image->text, html::kNoNode);
  if (row == kNone) return;
  const auto& file = *out_.pictures[row];
  const float ratio = file.ratio > 0 ? file.ratio : file.height > 0 ? file.width / file.height : 1;
  Rect size{0, 0, file.width, file.height};
  using Kind = css::Length::Kind;
  const bool contain = s.background_width.kind == Kind::none;
  const bool cover = s.background_width.kind == Kind::normal;
  if (contain || cover) {
    const bool by_width = (box.width / ratio <= box.height) == contain;
    size.width = by_width ? box.width : box.height * ratio;
    size.height = size.width / ratio;
  } else {
    if (s.background_width.is_fixed()) size.width = s.background_width.resolve(box.width), size.height = size.width / ratio;
    if (s.background_height.is_fixed()) {
      size.height = s.background_height.resolve(box.height);
      if (!s.background_width.is_fixed()) size.width = size.height * ratio;
    }
  }
  if (size.width <= 0.5F || size.height <= 0.5F) return;
  const auto offset = [](const css::Length& length, float room) { return length.points + length.percent * room; };
  const float x = box.x + offset(s.background_x, box.width - size.width);
  const float y = box.y + offset(s.background_y, box.height - size.height);
  out_.clips.push_back({box, radii_of(s, box, true, true)});
  add(ItemKind::clip, static_cast<std::uint32_t>(out_.clips.size() - 1), kBackground);
  const bool repeats_x =
      s.background_repeat == style::BackgroundRepeat::repeat || s.background_repeat == style::BackgroundRepeat::repeat_x;
  const bool repeats_y =
      s.background_repeat == style::BackgroundRepeat::repeat || s.background_repeat == style::BackgroundRepeat::repeat_y;
  const float first_x = repeats_x ? x - std::ceil((x - box.x) / size.width) * size.width : x;
  const float first_y = repeats_y ? y - std::ceil((y - box.y) / size.height) * size.height : y;
  int tiles = 0;
  for (float ty = first_y; ty < box.y + box.height && tiles < 4000; ty += size.height) {
    for (float tx = first_x; tx < box.x + box.width && tiles < 4000; tx += size.width, ++tiles) {
      out_.placed_pictures.push_back({row, {tx, ty, size.width, size.height}});
      add(ItemKind::picture, static_cast<std::uint32_t>(out_.placed_pictures.size() - 1), kBackground);
      if (!repeats_x) break;
    }
    if (!repeats_y) break;
  }
  add(ItemKind::restore, 0, kBackground);
}

void Painter::paint_artifact(FragmentIndex fragment, float x, float y, ArtifactKind kind) {
  const bool was = std::exchange(is_artifact_, true);
  const auto before = std::exchange(artifact_, kind);
  paint(fragment, x, y);
  is_artifact_ = was;
  artifact_ = before;
}

BoxIndex Painter::containing_block(BoxIndex index) const {
  if (document_.box(index).style->position == style::Position::fixed) return kNoBox;
  for (auto up = document_.box(index).parent; up != kNoBox; up = document_.box(up).parent) {
    const auto& box = document_.box(up);
    if (!box.anonymous && box.style->position != style::Position::static_) return up;
  }
  return kNoBox;
}

void Painter::paint(FragmentIndex index, float x, float y) {
  const auto fragment = layouter_.fragments[index];
  const auto& box = document_.box(fragment.box);
  if (fragment.placeholder) {
    pending_.push_back({fragment.box, containing_block(fragment.box), x, y});
    return;
  }
  if (fragment.repeated && !is_artifact_) return paint_artifact(index, x, y, ArtifactKind::pagination);
  const auto& s = *box.style;
  if (!box.anonymous && s.position == style::Position::relative) {
    x += s.left.is_fixed() ? s.left.resolve(fragment.width) : s.right.is_fixed() ? -s.right.resolve(fragment.width) : 0;
    y += s.top.is_fixed() ? s.top.resolve(fragment.height) : s.bottom.is_fixed() ? -s.bottom.resolve(fragment.height) : 0;
  }
  note_anchor(box.anchor, x, y);
  // Positioned boxes are painted in the order of the document, so those that wait come before the next one.
  if (!box.anonymous && s.position == style::Position::relative && !pending_.empty()) paint_waiting();
  if (box.kind == BoxKind::lines) {
    LinePainter(*this, index, x, y).paint();
    for (auto child = fragment.first_child; child != kNoIndex; child = layouter_.fragments[child].next) {
      paint(child, x + layouter_.fragments[child].x, y + layouter_.fragments[child].y);
    }
    return;
  }
  const Rect border_box{x, y + fragment.inner_top, fragment.width,
                        box.kind == BoxKind::table ? fragment.inner_height : fragment.height};
  const bool groups = !box.anonymous && s.opacity < 1;
  if (groups) {
    out_.opacities.push_back(std::clamp(s.opacity, 0.0F, 1.0F));
    add(ItemKind::opacity, static_cast<std::uint32_t>(out_.opacities.size() - 1), kLayout);
  }
  const bool row_like = box.kind == BoxKind::row || box.kind == BoxKind::row_group;
  const bool collapsed_cell = box.kind == BoxKind::cell && box.content != kNone;
  const bool collapsed_table = box.kind == BoxKind::table && layouter_.grid(fragment.box).collapsed;
  const bool column_slot = box.kind == BoxKind::columns && fragment.line_count == 0 && fragment.box == painting_columns_;
  const bool hidden_empty =
      box.kind == BoxKind::cell && s.empty_cells == style::EmptyCells::hide && fragment.first_child == kNoIndex;
  if (!box.anonymous && !column_slot && !hidden_empty && (fragment.height > 0 || !row_like)) {
    static constexpr Edges kNoEdges;
    decorate(s, border_box, fragment.starts_box, fragment.ends_box,
             row_like || collapsed_cell || collapsed_table ? &kNoEdges : nullptr);
  }
  const bool clips = !box.anonymous && s.overflow == style::Overflow::hidden && box.kind != BoxKind::table;
  if (clips) {
    const auto inner = Rect{x + s.border_left_width.points, y + s.border_top_width.points,
                            fragment.width - s.border_left_width.points - s.border_right_width.points,
                            fragment.height - s.border_top_width.points - s.border_bottom_width.points};
    out_.clips.push_back({inner, radii_of(s, inner, fragment.starts_box, fragment.ends_box)});
    add(ItemKind::clip, static_cast<std::uint32_t>(out_.clips.size() - 1), kLayout);
  }
  if (box.kind == BoxKind::picture || box.kind == BoxKind::field) {
    const auto edge = layouter_.edges(fragment.box, 0);
    const Rect content{x + edge.left, y + edge.top, fragment.width - edge.across(), fragment.height - edge.down()};
    if (box.kind == BoxKind::picture)
      paint_picture(box, content);
    else
      paint_field(box, border_box);
  }
  const bool positioned = !box.anonymous && s.position != style::Position::static_;
  if (positioned) {
    positioned_.push_back({fragment.box,
                           {x + s.border_left_width.points, y + s.border_top_width.points,
                            fragment.width - s.border_left_width.points - s.border_right_width.points,
                            fragment.height - s.border_top_width.points - s.border_bottom_width.points}});
  }
  if (box.marker != kNone && fragment.starts_box) paint_marker(index, box, x, y);
  if (box.kind == BoxKind::columns && !column_slot) {
    const auto outer = std::exchange(painting_columns_, fragment.box);
    paint_column_rules(index, box, x, y);
    paint_children(index, x, y);
    painting_columns_ = outer;
  } else {
    paint_children(index, x, y);
  }
  if (collapsed_table) paint_table_lines(index, x, y);
  if (clips) add(ItemKind::restore, 0, kLayout);
  if (groups) add(ItemKind::restore, 0, kLayout);
  if (!positioned) return;
  // A copy, because boxes painted in it put their own behind it.
  paint_absolutes(fragment.box, Rect(positioned_.back().second));
  positioned_.pop_back();
}

void Painter::paint_children(FragmentIndex index, float x, float y) {
  for (auto child = layouter_.fragments[index].first_child; child != kNoIndex; child = layouter_.fragments[child].next) {
    paint(child, x + layouter_.fragments[child].x, y + layouter_.fragments[child].y);
  }
}

void Painter::paint_table_lines(FragmentIndex table, float x, float y) {
  const auto& fragments = layouter_.fragments;
  const auto& grid = layouter_.grid(fragments[table].box);
  const auto line = [this](const GridLine& side, float x1, float y1, float x2, float y2) {
    if (side.width <= 0 || line_style(side.style) == LineStyle::none) return;
    add_stroke({x1, y1, x2, y2, side.width, line_style(side.style), side.color}, kLayout);
  };
  FragmentIndex last_row = kNoIndex;
  for (auto row = fragments[table].first_child; row != kNoIndex; row = fragments[row].next) {
    if (document_.box(fragments[row].box).kind == BoxKind::row && fragments[row].height > 0) last_row = row;
  }
  for (auto row = fragments[table].first_child; row != kNoIndex; row = fragments[row].next) {
    if (document_.box(fragments[row].box).kind != BoxKind::row) continue;
    for (auto cell = fragments[row].first_child; cell != kNoIndex; cell = fragments[cell].next) {
      const auto found = std::ranges::find(grid.cells, fragments[cell].box, &GridCell::box);
      if (found == grid.cells.end()) continue;
      const float left = x + fragments[row].x + fragments[cell].x;
      const float top = y + fragments[row].y + fragments[cell].y;
      const float right = left + fragments[cell].width;
      const float bottom = top + fragments[cell].height;
      // A line between two cells is drawn once, by the one to the right and the one below.
      line(found->top, left - found->left.width / 2, top, right + found->right.width / 2, top);
      line(found->left, left, top, left, bottom);
      if (found->column + found->column_span == grid.column_count) line(found->right, right, top, right, bottom);
      const bool last = row == last_row || found->row + found->row_span == grid.rows.size();
      if (last) line(found->bottom, left - found->left.width / 2, bottom, right + found->right.width / 2, bottom);
    }
  }
}

void Painter::paint_picture(const Box& box, const Rect& content) {
  const auto& picture = document_.boxes.pictures[box.content];
  if (box.style->visibility != style::Visibility::visible) return;
  if (box.link != kNone) add_link_area(box.link, content);
  const auto tag = tag_of(box.leaf);
  if (picture.picture == kNone) {
    // The place of a picture that could not be read stays visible.
    Border border;
    border.box = content;
    border.widths.fill(0.5F);
    border.colors.fill({128, 128, 128, 255});
    border.styles.fill(LineStyle::dashed);
    out_.borders.push_back(border);
    add(ItemKind::border, static_cast<std::uint32_t>(out_.borders.size() - 1), tag);
    return;
  }
  const auto& file = *out_.pictures[picture.picture];
  Rect shown = content;
  const float ratio = file.ratio > 0 ? file.ratio : file.height > 0 ? file.width / file.height : 0;
  const auto fit = box.style->object_fit;
  const bool crops = fit == style::ObjectFit::cover || fit == style::ObjectFit::none;
  if (fit != style::ObjectFit::fill && ratio > 0) {
    const bool by_width = (content.width / ratio <= content.height) == (fit == style::ObjectFit::contain);
    shown.width = fit == style::ObjectFit::none ? file.width : by_width ? content.width : content.height * ratio;
    shown.height = shown.width / ratio;
    shown.x += (content.width - shown.width) / 2;
    shown.y += (content.height - shown.height) / 2;
  }
  const auto radii = radii_of(*box.style, content, true, true);
  const bool clips = crops || radii != Radii{};
  if (clips) {
    out_.clips.push_back({content, radii});
    add(ItemKind::clip, static_cast<std::uint32_t>(out_.clips.size() - 1), kLayout);
  }
  out_.placed_pictures.push_back({picture.picture, shown});
  add(ItemKind::picture, static_cast<std::uint32_t>(out_.placed_pictures.size() - 1), tag);
  if (clips) add(ItemKind::restore, 0, kLayout);
}

void Painter::paint_field(const Box& box, const Rect& border_box) {
  if (is_artifact_ || document_.forms == FormMode::flat) {
    const auto& flat = document_.boxes.fields[box.content];
    if (!flat.checked) return;
    out_.markers.push_back({border_box, flat.kind == FieldKind::radio ? MarkerShape::disc : MarkerShape::check, flat.color});
    add(ItemKind::marker, static_cast<std::uint32_t>(out_.markers.size() - 1), tag_of(box.leaf));
    return;
  }
  auto field = document_.boxes.fields[box.content];
  field.page = page_;
  field.box = border_box;
  out_.fields.push_back(std::move(field));
}

void Painter::paint_marker(FragmentIndex index, const Box& box, float x, float y) {
  const auto& marker = document_.boxes.markers[box.marker];
  const auto& style = *marker.style;
  if (style.visibility != style::Visibility::visible) return;
  const auto& measures = document_.measures(style);
  const float found = layouter_.first_baseline(index);
  const float baseline = y + (found >= 0 ? found : measures.ascent);
  const bool rtl = box.style->direction == style::Direction::rtl;
  const float size = style.font_size;
  const float edge = rtl ? x + layouter_.fragments[index].width + kMarkerGap * size : x - kMarkerGap * size;
  const auto tag = tag_of(marker.leaf);
  if (marker.picture != nullptr) {
    out_.pictures.push_back(marker.picture);
    const float height = size * 0.7F;
    const float width = marker.picture->ratio > 0 ? height * marker.picture->ratio : height;
    out_.placed_pictures.push_back({static_cast<std::uint32_t>(out_.pictures.size() - 1),
                                    {edge - (rtl ? 0 : width), baseline - height, width, height}});
    add(ItemKind::picture, static_cast<std::uint32_t>(out_.placed_pictures.size() - 1), tag);
    return;
  }
  if (marker.text.empty()) {
    const float width = kDiscSize * size;
    const auto shape = marker.type == ListStyleType::circle   ? MarkerShape::circle
                       : marker.type == ListStyleType::square ? MarkerShape::square
                                                              : MarkerShape::disc;
    out_.markers.push_back({{rtl ? edge : edge - width, baseline - measures.x_height / 2 - width / 2, width, width},
                            shape,
                            resolved_color(style.color, style)});
    add(ItemKind::marker, static_cast<std::uint32_t>(out_.markers.size() - 1), tag);
    return;
  }
  const auto begin = static_cast<std::uint32_t>(out_.text.size());
  out_.text += marker.text;
  ShapedText shaped;
  document_.shaper.shape({marker.text, 0, static_cast<std::uint32_t>(marker.text.size()), 0}, measures.text, shaped);
  float width = 0;
  for (const auto& glyph : shaped.glyphs) width += glyph.advance;
  float at = rtl ? edge : edge - width;
  for (const auto& run : shaped.runs) {
    GlyphRun painted;
    painted.face = run.face;
    painted.size = size;
    painted.x = at;
    painted.baseline = baseline;
    painted.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
    painted.glyph_count = run.glyph_count;
    painted.text_begin = begin + run.begin;
    painted.text_end = begin + run.end;
    painted.cluster_base = run.begin;
    painted.color = resolved_color(style.color, style);
    painted.level = run.level;
    for (std::uint32_t i = 0; i < run.glyph_count; ++i) {
      out_.glyphs.push_back(shaped.glyphs[run.first_glyph + i]);
      at += out_.glyphs.back().advance;
    }
    out_.runs.push_back(painted);
    add(ItemKind::glyphs, static_cast<std::uint32_t>(out_.runs.size() - 1), tag);
  }
}

void Painter::paint_column_rules(FragmentIndex index, const Box& box, float x, float y) {
  const auto& s = *box.style;
  if (s.column_rule_width.points <= 0) return;
  const auto& fragments = layouter_.fragments;
  float height = 0;
  for (auto column = fragments[index].first_child; column != kNoIndex; column = fragments[column].next)
    height = std::max(height, fragments[column].height);
  for (auto column = fragments[index].first_child; column != kNoIndex; column = fragments[column].next) {
    const auto next = fragments[column].next;
    if (next == kNoIndex) break;
    const float middle = x + (fragments[column].x + fragments[column].width + fragments[next].x) / 2;
    const float top = y + fragments[column].y;
    add_stroke({middle, top, middle, top + height, s.column_rule_width.points, line_style(s.column_rule_style),
                resolved_color(s.column_rule_color, s)},
               kLayout);
  }
}

void Painter::paint_absolutes(BoxIndex containing, const Rect& padding_box) {
  std::vector<Pending> mine;
  std::erase_if(pending_, [&](const Pending& pending) {
    if (pending.containing != containing) return false;
    mine.push_back(pending);
    return true;
  });
  for (const auto& pending : mine) paint_absolute(pending, padding_box);
}

void Painter::paint_waiting() {
  for (std::size_t i = 0; i < positioned_.size(); ++i) paint_absolutes(positioned_[i].first, Rect(positioned_[i].second));
}

void Painter::paint_absolute(const Pending& pending, const Rect& area) {
  const auto& s = *document_.box(pending.box).style;
  const auto margin = [&area](const css::Length& length) { return length.is_auto() ? 0 : length.resolve(area.width); };
  const float across = margin(s.margin_left) + margin(s.margin_right);
  float width = -1;
  if (!s.width.is_fixed() && s.left.is_fixed() && s.right.is_fixed()) {
    width = area.width - s.left.resolve(area.width) - s.right.resolve(area.width) - across;
  } else if (!s.width.is_fixed()) {
    const float room = area.width - across - (s.left.is_fixed() ? s.left.resolve(area.width) : 0) -
                       (s.right.is_fixed() ? s.right.resolve(area.width) : 0);
    width = layouter_.fitting_width(pending.box, std::max(1.0F, room), area.width);
  }
  const auto laid = layouter_.in_one_piece(pending.box, area.width, area.height, width);
  auto& fragment = layouter_.fragments[laid];
  if (!s.height.is_fixed() && s.top.is_fixed() && s.bottom.is_fixed()) {
    fragment.height = std::max(fragment.height, area.height - s.top.resolve(area.height) - s.bottom.resolve(area.height) -
                                                    margin(s.margin_top) - margin(s.margin_bottom));
  }
  float x = pending.x + margin(s.margin_left);
  float y = pending.y + margin(s.margin_top);
  if (s.left.is_fixed())
    x = area.x + s.left.resolve(area.width) + margin(s.margin_left);
  else if (s.right.is_fixed())
    x = area.x + area.width - s.right.resolve(area.width) - margin(s.margin_right) - fragment.width;
  if (s.top.is_fixed())
    y = area.y + s.top.resolve(area.height) + margin(s.margin_top);
  else if (s.bottom.is_fixed())
    y = area.y + area.height - s.bottom.resolve(area.height) - margin(s.margin_bottom) - fragment.height;
  paint(laid, x, y);
}

void Painter::fill_leader(const PaintedLeader& leader, float width) {
  auto& run = out_.runs[leader.run];
  const auto& measures = document_.measures(*leader.style);
  ShapedText pattern;
  document_.shaper.shape({leader.pattern, 0, static_cast<std::uint32_t>(leader.pattern.size()), 0}, measures.text, pattern);
  float step = 0;
  for (const auto& glyph : pattern.glyphs) step += glyph.advance;
  const int count = step > 0.1F ? std::clamp(static_cast<int>(width / step), 0, 2000) : 0;
  const auto begin = static_cast<std::uint32_t>(out_.text.size());
  run.face = pattern.runs.empty() ? first_face(measures) : pattern.runs[0].face;
  run.size = leader.style->font_size;
  run.color = resolved_color(leader.style->color, *leader.style);
  run.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
  run.glyph_count = 0;
  // Counted from the right, so that the dots of lines above each other stand in columns.
  run.x = leader.right - step * static_cast<float>(count);
  for (int i = 0; i < count; ++i) {
    for (auto glyph : pattern.glyphs) {
      glyph.cluster += static_cast<std::uint32_t>(out_.text.size()) - begin;
      out_.glyphs.push_back(glyph);
      ++run.glyph_count;
    }
    out_.text += leader.pattern;
  }
  run.text_begin = begin;
  run.text_end = static_cast<std::uint32_t>(out_.text.size());
  run.cluster_base = 0;
}

FaceId Painter::first_face(const TextMeasures& measures) { return document_.fonts.first_face(measures.text.font); }

}  // namespace sats::layout
