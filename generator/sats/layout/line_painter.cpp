#include "sats/layout/line_painter.h"

#include <algorithm>

#include "sats/layout/silent_space.h"
#include "sats/text/white_space.h"

namespace sats::layout {

using style::ComputedStyle;

namespace {

/// The height of capital letters in most fonts, as part of the font size.
constexpr float kCapHeight = 0.7F;

}  // namespace

LinePainter::LinePainter(Painter& painter, FragmentIndex fragment, float x, float y)
    : painter_(painter),
      document_(painter.document_),
      out_(painter.out_),
      index_(fragment),
      fragment_(painter.layouter_.fragments[fragment]),
      paragraph_(document_.boxes.paragraphs[document_.box(fragment_.box).content]),
      prepared_(painter.layouter_.prepared(document_.box(fragment_.box))),
      items_(document_.items(paragraph_)),
      line_(document_, paragraph_, prepared_),
      opacities_(inline_opacities(items_)),
      x_(x),
      y_(y) {
  if (document_.boxes.has_relative_inlines) relatives_ = relative_inlines(items_, fragment_.width);
}

void LinePainter::paint() {
  paint_lines();
  if (relatives_.empty() && placed_.empty()) return painter_.paint_children(index_, x_, y_);
  paint_children();
}

void LinePainter::paint_lines() {
  if (fragment_.line_count == 0) {
    for (const auto& item : items_) {
      if (item.type == ItemType::open) painter_.note_anchor(item.anchor, x_, y_);
    }
    return;
  }
  const auto& lines = painter_.layouter_.fragments.lines;
  const auto begin = lines[fragment_.first_line].begin;
  const auto end = lines[fragment_.first_line + fragment_.line_count - 1].end;
  if (!painter_.is_artifact_) painter_.painted_text.add(document_, document_.box(fragment_.box), begin, end);
  line_.skip_to(begin);
  const auto gaps = paragraph_.gaps == kNone ? ParagraphGaps{} : document_.boxes.gaps[paragraph_.gaps];
  for (std::uint32_t i = 0; i < fragment_.line_count; ++i) {
    const LineBox line(lines[fragment_.first_line + i]);
    if (gaps.before && line.begin == 0) paint_gap(line, *std::ranges::find(items_, ItemType::text, &InlineItem::type));
    paint_line(line);
    const auto last = std::ranges::find(items_.rbegin(), items_.rend(), ItemType::text, &InlineItem::type);
    if (gaps.after && line.end == text().size()) paint_gap(line, *last);
  }
}

void LinePainter::paint_gap(const LineBox& line, const InlineItem& beside) {
  if (const auto space = silent_space(document_, *beside.style, x_ + line.x, y_ + line.y + line.baseline))
    Ink(out_).glyphs(*space, painter_.tag_of(beside.leaf));
}

void LinePainter::paint_line(const LineBox& line) {
  line_leader_ = kNone;
  line_.collect(line);
  place(line);
  if (line.content_end > line.begin && !painter_.is_artifact_) {
    const float cap_height = paragraph_.style->font_size * kCapHeight;
    const Rect words{x_ + line.x, y_ + line.y + line.baseline - cap_height, line.width, cap_height};
    painter_.check_on_sheet(fragment_.box, text().substr(line.begin, line.content_end - line.begin), words);
  }
  paint_boxes(line);
  const auto first_deferred = painter_.deferred.size();
  if (is_read_otherwise()) {
    for (const auto* piece : in_reading_order()) paint_glyphs(line, *piece);
  } else {
    for (const auto& piece : line_.pieces) {
      if (piece.kind == PieceKind::leader) paint_leader(line, piece);
      if (piece.kind == PieceKind::glyphs) paint_glyphs(line, piece);
    }
  }
  Ink ink(out_);
  underlines_.paint(ink);
  for (auto i = first_deferred; i < painter_.deferred.size(); ++i)
    painter_.deferred[i].line_end = static_cast<std::uint32_t>(out_.runs.size());
}

bool LinePainter::is_read_otherwise() const {
  if (!prepared_.has_bidi || prepared_.has_flexible) return false;
  // Where a page number is put in later, all that stands to the right of it moves.
  return std::ranges::none_of(items_, [](const InlineItem& item) { return item.deferred != kNone; });
}

std::vector<const LinePiece*> LinePainter::in_reading_order() const {
  std::vector<const LinePiece*> order;
  for (const auto& piece : line_.pieces) {
    if (piece.kind == PieceKind::glyphs) order.push_back(&piece);
  }
  std::ranges::sort(order, {}, &LinePiece::begin);
  return order;
}

void LinePainter::place(const LineBox& line) {
  float x = x_ + line.x;
  const bool rtl = prepared_.has_bidi && !line_.runs_rightward;
  // The space that hangs at the end stands to the left of the line.
  if (rtl && line.content_end < line.end && text()[line.content_end] == ' ' && !line_.pieces.empty())
    x -= prepared_.width(line.content_end, line.content_end + 1);
  for (auto& piece : line_.pieces) {
    const auto shift = shift_at(relatives_, piece.item);
    piece.x = x + shift.x - piece.back;
    piece.y = shift.y + edge_shift(line, piece.item);
    const auto& item = items_[piece.item];
    if (piece.kind == PieceKind::edge && item.type == ItemType::open)
      painter_.note_anchor(item.anchor, piece.x, y_ + line.y + piece.y);
    if (item.box != kNoBox) placed_.push_back({item.box, piece.item, piece.x, piece.level % 2 == 0});
    x += piece.width;
    grow_boxes(line, piece);
  }
}

float LinePainter::baseline(const LineBox& line, const LinePiece& piece) const {
  return y_ + line.y + line.baseline - prepared_.heights[piece.item].shift + piece.y;
}

bool LinePainter::is_last_text(const LinePiece& piece) const {
  return std::none_of(line_.pieces.begin() + (&piece - line_.pieces.data()) + 1, line_.pieces.end(),
                      [](const LinePiece& other) { return other.kind == PieceKind::glyphs; });
}

void LinePainter::add_hyphen(GlyphRun& run, const LinePiece& piece, const ComputedStyle& style) {
  ShapedText hyphen;
  document_.shaper.shape({"-", 0, 1, piece.level}, document_.measures(style).text, hyphen);
  if (hyphen.runs.size() != 1 || hyphen.glyphs.empty() || hyphen.runs[0].face != run.face) return;
  auto glyph = hyphen.glyphs[0];
  glyph.cluster = piece.end;
  const bool rightward = piece.level % 2 == 0;
  out_.glyphs.insert(rightward ? out_.glyphs.end() : out_.glyphs.begin() + run.first_glyph, glyph);
  ++run.glyph_count;
  run.ends_with_hyphen = true;
}

bool LinePainter::is_forced(const LineBox& line, const LinePiece& piece) const {
  const auto last = text()[piece.end - 1];
  return line.end > line.content_end && text()[line.end - 1] == '\n' && last != ' ' && last != '\t';
}

void LinePainter::add_space(GlyphRun& run, const LinePiece& piece, const ComputedStyle& style) {
  ShapedText space;
  document_.shaper.shape({" ", 0, 1, 0}, document_.measures(style).text, space);
  if (space.runs.size() != 1 || space.glyphs.empty() || space.runs[0].face != run.face) return;
  auto glyph = space.glyphs[0];
  glyph.cluster = piece.end;
  glyph.advance = 0;  // It takes no room, and lines keep their width.
  out_.glyphs.push_back(glyph);
  ++run.glyph_count;
}

GlyphRun LinePainter::run_of(const LineBox& line, const LinePiece& piece) const {
  const auto& style = *items_[piece.item].style;
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
  run.color = faded(resolved_color(style.color, style), opacity_of(piece.item));
  run.level = piece.level;
  return run;
}

void LinePainter::paint_glyphs(const LineBox& line, const LinePiece& piece) {
  const auto& item = items_[piece.item];
  const auto& style = *item.style;
  if (style.visibility != style::Visibility::visible) return;
  auto run = run_of(line, piece);
  const bool justified = line.stretch > 0 && !prepared_.has_flexible;
  const auto words = text();
  for (std::uint32_t i = 0; i < piece.glyph_count; ++i) {
    auto glyph = prepared_.shaped.glyphs[piece.first_glyph + i];
    if (justified && is_word_separator(words, glyph.cluster) && glyph.cluster < line.content_end)
      glyph.advance += line.stretch;
    if (words[glyph.cluster] == '\t') glyph.advance = prepared_.width(glyph.cluster, glyph.cluster + 1);
    out_.glyphs.push_back(glyph);
  }
  if (line.hyphen && piece.end == line.content_end) add_hyphen(run, piece, style);
  if (is_last_text(piece) && piece.level % 2 == 0 && is_forced(line, piece)) add_space(run, piece, style);
  if (item.deferred != kNone) defer_number(line, piece);
  Ink(out_).glyphs(run, painter_.tag_of(item.leaf));
  const float hanging = piece.end > line.content_end ? prepared_.width(line.content_end, piece.end) : 0;
  const float shown = piece.width - hanging;
  if (shown <= 0) return;
  const auto& measures = document_.measures(style);
  if (style.decoration.lines != 0) underlines_.add({style, piece.x, run.baseline, shown, opacity_of(piece.item)}, measures);
  if (item.link == kNone) return;
  painter_.add_link_area(
      item.link, {piece.x, run.baseline - measures.font_ascent, shown, measures.font_ascent + measures.font_descent});
}

void LinePainter::defer_number(const LineBox& line, const LinePiece& piece) {
  const auto& item = items_[piece.item];
  DeferredNumber number;
  number.number = item.deferred;
  number.page = painter_.page_;
  number.run = static_cast<std::uint32_t>(out_.runs.size());
  number.leader = line_leader_;
  number.width = piece.width;
  number.slack = line.available - line.width;
  number.at_right = is_last_text(piece) && paragraph_.style->text_align == style::TextAlign::right;
  number.style = item.style;
  painter_.deferred.push_back(number);
}

void LinePainter::paint_leader(const LineBox& line, const LinePiece& piece) {
  const auto& item = items_[piece.item];
  PaintedLeader leader;
  leader.style = item.style;
  leader.pattern = item.style->content->items[item.deferred].text;
  leader.width = piece.width;
  leader.right = piece.x + piece.width;
  leader.run = static_cast<std::uint32_t>(out_.runs.size());
  GlyphRun run;
  run.baseline = baseline(line, piece);
  Ink(out_).glyphs(run, kLayoutTag);
  painter_.fill_leader(leader, leader.width);
  line_leader_ = static_cast<std::uint32_t>(painter_.leaders.size());
  painter_.leaders.push_back(leader);
}

}  // namespace sats::layout
