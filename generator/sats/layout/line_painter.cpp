#include "sats/layout/line_painter.h"

#include <algorithm>

#include "sats/text/bidi.h"

namespace sats::layout {

using style::ComputedStyle;

namespace {

float edge_width(const ComputedStyle& s, bool opening) {
  return opening ? s.margin_left.points + s.border_left_width.points + s.padding_left.points
                 : s.margin_right.points + s.border_right_width.points + s.padding_right.points;
}

bool is_decorated(const ComputedStyle& s) {
  return s.background_color.alpha > 0 || s.border_top_width.points > 0 || s.border_right_width.points > 0 ||
         s.border_bottom_width.points > 0 || s.border_left_width.points > 0;
}

}  // namespace

LinePainter::LinePainter(Painter& painter, FragmentIndex fragment, float x, float y)
    : painter_(painter),
      document_(painter.document_),
      out_(painter.out_),
      fragment_(painter.layouter_.fragments[fragment]),
      paragraph_(document_.boxes.paragraphs[document_.box(fragment_.box).content]),
      prepared_(painter.layouter_.prepared(document_.box(fragment_.box))),
      items_(document_.items(paragraph_)),
      x_(x),
      y_(y) {}

void LinePainter::paint() {
  if (fragment_.line_count == 0) {
    for (const auto& item : items_) {
      if (item.type == ItemType::open) painter_.note_anchor(item.anchor, x_, y_);
    }
    return;
  }
  const auto& lines = painter_.layouter_.fragments.lines;
  const auto first = lines[fragment_.first_line].begin;
  // Elements that were opened before the first line here.
  for (; next_item_ < items_.size() && items_[next_item_].begin < first; ++next_item_) {
    const auto& item = items_[next_item_];
    if (item.type == ItemType::open) open_.push_back(next_item_);
    if (item.type == ItemType::close && !open_.empty()) open_.pop_back();
    if (item.type == ItemType::text && item.end > first) break;
  }
  for (std::uint32_t i = 0; i < fragment_.line_count; ++i) paint_line(LineBox(lines[fragment_.first_line + i]));
}

void LinePainter::paint_line(const LineBox& line) {
  pieces_.clear();
  boxes_.clear();
  underlines_.clear();
  line_leader_ = kNone;
  for (const auto item : open_) boxes_.push_back({item, 1e9F, -1e9F, false, false});
  collect(line);
  place(line);
  paint_boxes(line);
  const auto first_run = static_cast<std::uint32_t>(out_.runs.size());
  const auto first_deferred = painter_.deferred.size();
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const auto& piece = pieces_[i];
    if (piece.kind == PieceKind::leader) paint_leader(line, piece);
    if (piece.kind == PieceKind::glyphs) {
      const bool last = std::none_of(pieces_.begin() + static_cast<std::ptrdiff_t>(i) + 1, pieces_.end(),
                                     [](const Piece& p) { return p.kind == PieceKind::glyphs; });
      paint_glyphs(line, piece, last);
    }
  }
  (void)first_run;
  flush_decoration();
  for (auto i = first_deferred; i < painter_.deferred.size(); ++i)
    painter_.deferred[i].line_end = static_cast<std::uint32_t>(out_.runs.size());
}

void LinePainter::collect(const LineBox& line) {
  const bool last_line = line.end >= text().size();
  for (; next_item_ < items_.size(); ++next_item_) {
    const auto& item = items_[next_item_];
    const bool mark = item.begin == item.end;
    if (mark ? (item.begin > line.end || (item.begin == line.end && !last_line && item.type != ItemType::close))
             : item.begin >= line.end)
      break;
    switch (item.type) {
      case ItemType::open:
        boxes_.push_back({next_item_, 1e9F, -1e9F, true, false});
        open_.push_back(next_item_);
        collect_edge(next_item_);
        break;
      case ItemType::close:
        collect_edge(next_item_);
        for (auto& box : boxes_) {
          if (box.item == item.partner) box.ends = true;
        }
        std::erase(open_, item.partner);
        break;
      case ItemType::text: collect_text(line, next_item_); break;
      case ItemType::atomic:
        pieces_.push_back({.kind = PieceKind::object,
                           .item = next_item_,
                           .begin = item.begin,
                           .end = item.end,
                           .width = prepared_.width(item.begin, item.end)});
        break;
      case ItemType::leader:
        pieces_.push_back(
            {.kind = PieceKind::leader, .item = next_item_, .begin = item.begin, .end = item.end, .width = line.stretch});
        break;
      default: break;
    }
    if (item.type == ItemType::text && item.end > line.end) break;  // It goes on in the next line.
  }
}

void LinePainter::collect_edge(std::uint32_t index) {
  const auto& item = items_[index];
  const bool opening = item.type == ItemType::open;
  const float width = item.partner == kNone ? 0 : edge_width(*item.style, opening);
  Piece piece{.kind = PieceKind::edge, .item = index, .begin = item.begin, .end = item.begin, .width = width};
  if (!pieces_.empty()) piece.level = pieces_.back().level;
  pieces_.push_back(piece);
}

void LinePainter::collect_text(const LineBox& line, std::uint32_t index) {
  const auto& item = items_[index];
  const auto& runs = prepared_.shaped.runs;
  // The space that hangs at the end is kept, so that words stay apart when they are read.
  const auto hang = line.content_end < line.end && text()[line.content_end] == ' ' ? line.content_end + 1 : line.content_end;
  const auto begin = std::max(item.begin, line.begin);
  const auto end = std::min(item.end, hang);
  if (begin >= end) return;
  auto run = static_cast<std::uint32_t>(std::ranges::upper_bound(runs, begin, {}, &ShapedRun::end) - runs.begin());
  for (; run < runs.size() && runs[run].begin < end; ++run) {
    const auto& shaped = runs[run];
    if (prepared_.run_items[run] != index) continue;
    Piece piece{.kind = PieceKind::glyphs, .level = shaped.level, .item = index, .run = run};
    piece.begin = std::max(begin, shaped.begin);
    piece.end = std::min(end, shaped.end);
    const auto* glyphs = prepared_.shaped.glyphs.data() + shaped.first_glyph;
    const auto inside = [&piece](const Glyph& glyph) { return glyph.cluster >= piece.begin && glyph.cluster < piece.end; };
    // Clusters ascend from left to right in all but right-to-left runs.
    const auto* end_of_run = glyphs + shaped.glyph_count;
    const auto* first = shaped.level % 2 == 0
                            ? std::lower_bound(glyphs, end_of_run, piece.begin,
                                               [](const Glyph& glyph, std::uint32_t at) { return glyph.cluster < at; })
                            : std::find_if(glyphs, end_of_run, inside);
    const auto* last = first;
    for (; last < glyphs + shaped.glyph_count && inside(*last); ++last) {
      piece.width += last->advance;
      if (text()[last->cluster] == ' ' && line.stretch > 0 && !prepared_.has_flexible && last->cluster < line.content_end)
        piece.width += line.stretch;
      if (text()[last->cluster] == '\t') piece.width += prepared_.width(last->cluster, last->cluster + 1) - last->advance;
    }
    piece.first_glyph = shaped.first_glyph + static_cast<std::uint32_t>(first - glyphs);
    piece.glyph_count = static_cast<std::uint32_t>(last - first);
    if (piece.glyph_count > 0) pieces_.push_back(piece);
  }
}

void LinePainter::place(const LineBox& line) {
  float x = x_ + line.x;
  if (prepared_.has_bidi) {
    std::vector<std::uint8_t> levels;
    for (const auto& piece : pieces_) levels.push_back(piece.level);
    const auto order = visual_order(levels);
    std::vector<Piece> ordered;
    for (const auto index : order) ordered.push_back(pieces_[index]);
    pieces_ = std::move(ordered);
    const bool rtl = paragraph_.style->direction == style::Direction::rtl;
    if (rtl && line.content_end < line.end && text()[line.content_end] == ' ' && !pieces_.empty())
      x -= prepared_.width(line.content_end, line.content_end + 1);
  }
  for (auto& piece : pieces_) {
    piece.x = x;
    const auto& item = items_[piece.item];
    if (piece.kind == PieceKind::edge && item.type == ItemType::open) painter_.note_anchor(item.anchor, x, y_ + line.y);
    x += piece.width;
    grow_boxes(line, piece);
  }
}

void LinePainter::grow_boxes(const LineBox& line, const Piece& piece) {
  const auto& item = items_[piece.item];
  float left = piece.x;
  float right = piece.x + piece.width;
  // The space that hangs at the end of the line has no background.
  if (piece.kind == PieceKind::glyphs && piece.level % 2 == 0 && piece.end > line.content_end)
    right -= prepared_.width(std::max(piece.begin, line.content_end), piece.end);
  for (auto& box : boxes_) {
    const auto& open = items_[box.item];
    const auto close = open.partner;
    const bool own_edge = piece.kind == PieceKind::edge && (piece.item == box.item || piece.item == close);
    const bool inside = piece.item >= box.item && piece.item <= (close == kNone ? kNone : close);
    if (!inside) continue;
    float l = left;
    float r = right;
    if (own_edge) {
      // The margin is outside.
      if (item.type == ItemType::open)
        l += open.style->margin_left.points;
      else
        r -= open.style->margin_right.points;
    }
    box.left = std::min(box.left, l);
    box.right = std::max(box.right, r);
  }
}

void LinePainter::paint_boxes(const LineBox& line) {
  for (const auto& box : boxes_) {
    const auto& item = items_[box.item];
    if (box.right <= box.left || !is_decorated(*item.style) || item.style->visibility != style::Visibility::visible)
      continue;
    const auto& s = *item.style;
    const auto& measures = document_.measures(s);
    const float base = y_ + line.y + line.baseline - prepared_.heights[box.item].shift;
    const float top = base - measures.font_ascent - s.padding_top.points - s.border_top_width.points;
    const float bottom = base + measures.font_descent + s.padding_bottom.points + s.border_bottom_width.points;
    const bool clone = s.box_decoration_break == style::BoxDecorationBreak::clone;
    ComputedStyle shown = s;
    if (!box.starts && !clone)
      shown.border_left_width = {}, shown.border_top_left_radius = {}, shown.border_bottom_left_radius = {};
    if (!box.ends && !clone)
      shown.border_right_width = {}, shown.border_top_right_radius = {}, shown.border_bottom_right_radius = {};
    painter_.decorate(shown, {box.left, top, box.right - box.left, bottom - top}, true, true);
  }
}

float LinePainter::baseline(const LineBox& line, const Piece& piece) const {
  return y_ + line.y + line.baseline - prepared_.heights[piece.item].shift;
}

void LinePainter::add_hyphen(GlyphRun& run, const Piece& piece, const ComputedStyle& style) {
  ShapedText hyphen;
  document_.shaper.shape({"-", 0, 1, piece.level}, document_.measures(style).text, hyphen);
  if (hyphen.runs.size() != 1 || hyphen.glyphs.empty() || hyphen.runs[0].face != run.face) return;
  auto glyph = hyphen.glyphs[0];
  glyph.cluster = piece.end;
  out_.glyphs.push_back(glyph);
  ++run.glyph_count;
  run.ends_with_hyphen = true;
}

bool LinePainter::is_forced(const LineBox& line, const Piece& piece) const {
  const auto last = text()[piece.end - 1];
  return line.end > line.content_end && text()[line.end - 1] == '\n' && last != ' ' && last != '\t';
}

void LinePainter::add_space(GlyphRun& run, const Piece& piece, const ComputedStyle& style) {
  ShapedText space;
  document_.shaper.shape({" ", 0, 1, 0}, document_.measures(style).text, space);
  if (space.runs.size() != 1 || space.glyphs.empty() || space.runs[0].face != run.face) return;
  auto glyph = space.glyphs[0];
  glyph.cluster = piece.end;
  glyph.advance = 0;  // It takes no room, and lines keep their width.
  out_.glyphs.push_back(glyph);
  ++run.glyph_count;
}

void LinePainter::paint_glyphs(const LineBox& line, const Piece& piece, bool last) {
  const auto& item = items_[piece.item];
  const auto& style = *item.style;
  if (style.visibility != style::Visibility::visible) return;
  const auto& measures = document_.measures(style);
  GlyphRun run;
  run.face = prepared_.shaped.runs[piece.run].face;
  run.size = style.font_size;
  run.x = piece.x;
  run.baseline = baseline(line, piece);
  run.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
  run.glyph_count = piece.glyph_count;
  run.text_begin = paragraph_.text_begin + piece.begin;
  run.text_end = paragraph_.text_begin + piece.end;
  run.cluster_base = piece.begin;
  run.color = resolved_color(style.color, style);
  run.level = piece.level;
  const bool justified = line.stretch > 0 && !prepared_.has_flexible;
  for (std::uint32_t i = 0; i < piece.glyph_count; ++i) {
    auto glyph = prepared_.shaped.glyphs[piece.first_glyph + i];
    if (justified && text()[glyph.cluster] == ' ' && glyph.cluster < line.content_end) glyph.advance += line.stretch;
    if (text()[glyph.cluster] == '\t') glyph.advance = prepared_.width(glyph.cluster, glyph.cluster + 1);
    out_.glyphs.push_back(glyph);
  }
  const float hanging = piece.end > line.content_end ? prepared_.width(line.content_end, piece.end) : 0;
  const float shown = piece.width - hanging;
  if (last && line.hyphen) add_hyphen(run, piece, style);
  if (last && piece.level % 2 == 0 && is_forced(line, piece)) add_space(run, piece, style);
  if (item.deferred != kNone) {
    DeferredNumber number;
    number.number = item.deferred;
    number.page = painter_.page_;
    number.run = static_cast<std::uint32_t>(out_.runs.size());
    number.leader = line_leader_;
    number.width = piece.width;
    number.slack = line.available - line.width;
    number.at_right = last && paragraph_.style->text_align == style::TextAlign::right;
    number.style = &style;
    painter_.deferred.push_back(number);
  }
  out_.runs.push_back(run);
  painter_.add(ItemKind::glyphs, static_cast<std::uint32_t>(out_.runs.size() - 1), painter_.tag_of(item.leaf));
  if (style.decoration.lines != 0 && shown > 0) paint_decoration(line, piece, shown);
  if (item.link != kNone && shown > 0) {
    painter_.add_link_area(
        item.link, {piece.x, run.baseline - measures.font_ascent, shown, measures.font_ascent + measures.font_descent});
  }
}

void LinePainter::paint_leader(const LineBox& line, const Piece& piece) {
  const auto& item = items_[piece.item];
  PaintedLeader leader;
  leader.style = item.style;
  leader.pattern = item.style->content->items[item.deferred].text;
  leader.width = piece.width;
  leader.right = piece.x + piece.width;
  leader.run = static_cast<std::uint32_t>(out_.runs.size());
  GlyphRun run;
  run.baseline = baseline(line, piece);
  out_.runs.push_back(run);
  painter_.add(ItemKind::glyphs, leader.run, {kNone, ArtifactKind::layout});
  painter_.fill_leader(leader, leader.width);
  line_leader_ = static_cast<std::uint32_t>(painter_.leaders.size());
  painter_.leaders.push_back(leader);
}

void LinePainter::paint_decoration(const LineBox& line, const Piece& piece, float width) {
  const auto& style = *items_[piece.item].style;
  const auto& decoration = style.decoration;
  const auto& measures = document_.measures(style);
  const float base = baseline(line, piece);
  Stroke stroke;
  stroke.width = decoration.thickness.is_fixed() ? decoration.thickness.resolve(style.font_size)
                                                 : std::max(0.4F, measures.underline_thickness);
  stroke.color = {decoration.color.red, decoration.color.green, decoration.color.blue, decoration.color.alpha};
  static constexpr LineStyle kStyles[] = {LineStyle::solid, LineStyle::double_, LineStyle::dotted, LineStyle::dashed};
  stroke.style = kStyles[static_cast<std::size_t>(decoration.style)];
  stroke.x1 = piece.x;
  stroke.x2 = piece.x + width;
  const auto add = [&](float y) {
    stroke.y1 = stroke.y2 = y;
    for (auto& before : underlines_) {
      const bool goes_on = before.y1 == y && std::abs(before.x2 - stroke.x1) < 0.1F && before.width == stroke.width &&
                           before.color == stroke.color && before.style == stroke.style;
      if (!goes_on) continue;
      before.x2 = stroke.x2;
      return;
    }
    underlines_.push_back(stroke);
  };
  const float offset = decoration.offset.is_fixed() ? decoration.offset.resolve(style.font_size) + stroke.width / 2
                                                    : measures.underline_offset;
  if ((decoration.lines & style::decoration_underline) != 0) add(base + offset);
  if ((decoration.lines & style::decoration_overline) != 0) add(base - measures.font_ascent);
  if ((decoration.lines & style::decoration_line_through) != 0) add(base - measures.strikeout_offset);
}

void LinePainter::flush_decoration() {
  for (const auto& stroke : underlines_) painter_.add_stroke(stroke, {kNone, ArtifactKind::layout});
}

}  // namespace sats::layout
