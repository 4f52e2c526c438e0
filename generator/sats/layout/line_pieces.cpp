#include "sats/layout/line_pieces.h"

#include <algorithm>

#include "sats/layout/bidi_controls.h"
#include "sats/text/bidi.h"
#include "sats/text/white_space.h"

namespace sats::layout {

namespace {

bool is_rightward(const ComputedStyle& style, std::string_view text) {
  const auto base = base_direction(style);
  return (base == Direction::from_text ? direction_of(text) : base) == Direction::left_to_right;
}

}  // namespace

LinePieces::LinePieces(Document& document, const Paragraph& paragraph, const PreparedParagraph& prepared)
    : runs_rightward(is_rightward(*paragraph.style, document.text(paragraph))),
      document_(document),
      paragraph_(paragraph),
      prepared_(prepared),
      items_(document.items(paragraph)) {}

void LinePieces::skip_to(std::uint32_t offset) {
  const auto stands_before = [this, offset] {
    return item().begin < offset || (item().begin == offset && closes_behind(items_, next_item_));
  };
  for (; next_item_ < items_.size() && stands_before(); ++next_item_) {
    if (item().type == ItemType::open) open_.push_back(next_item_);
    if (item().type == ItemType::close && !open_.empty()) open_.pop_back();
    if (item().type == ItemType::text && item().end > offset) break;
  }
}

bool LinePieces::stands_before_end(const LineBox& line) const {
  const auto& item = items_[next_item_];
  if (item.begin != item.end) return item.begin < line.end;
  const bool last_line = line.end >= text().size();
  return item.begin < line.end || (item.begin == line.end && (last_line || closes_behind(items_, next_item_)));
}

void LinePieces::collect(const LineBox& line) {
  pieces.clear();
  boxes.clear();
  hanging_ = 0;
  for (const auto opened : open_) boxes.push_back({.item = opened});
  if (prepared_.has_clones && !prepared_.has_bidi) open_cloned();
  for (; next_item_ < items_.size() && stands_before_end(line); ++next_item_) {
    collect_item(line);
    if (item().type == ItemType::text && item().end > line.end) break;  // It goes on in the next line.
  }
  for (auto& box : boxes) find_sides(box);
  if (prepared_.has_bidi)
    put_in_visual_order(line);
  else if (prepared_.has_clones)
    close_cloned(line);
}

void LinePieces::find_sides(OpenBox& box) const {
  const bool clone = is_cloned(items_[box.item]);
  const bool rtl = items_[box.item].style->direction == style::Direction::rtl;
  box.has_left = clone || (rtl ? box.ends : box.starts);
  box.has_right = clone || (rtl ? box.starts : box.ends);
}

LinePiece LinePieces::edge(std::uint32_t item) const {
  const auto offset = items_[item].begin;
  LinePiece piece{.kind = PieceKind::edge, .item = item, .begin = offset, .end = offset};
  if (items_[item].partner != kNone) piece.width = inline_edge(items_[item]);
  return piece;
}

void LinePieces::open_cloned() {
  for (const auto opened : open_) {
    if (is_cloned(items_[opened])) pieces.push_back(edge(opened));
  }
}

void LinePieces::close_cloned(const LineBox& line) {
  // Their edges stand before the space that hangs at the end of the line.
  const bool is_apart =
      !pieces.empty() && pieces.back().kind == PieceKind::glyphs && pieces.back().begin >= line.content_end;
  const float back = is_apart ? 0 : hanging_;
  auto at = static_cast<std::ptrdiff_t>(pieces.size()) - (is_apart ? 1 : 0);
  for (auto opened = open_.rbegin(); opened != open_.rend(); ++opened) {
    if (!is_cloned(items_[*opened])) continue;
    auto piece = edge(items_[*opened].partner);
    piece.back = back;
    pieces.insert(pieces.begin() + at++, piece);
  }
}

void LinePieces::collect_item(const LineBox& line) {
  LinePiece piece{
      .level = level_at(prepared_.bidi, item().begin), .item = next_item_, .begin = item().begin, .end = item().end};
  switch (item().type) {
    case ItemType::open: return collect_open(line);
    case ItemType::close: return collect_close();
    case ItemType::text: return collect_text(line);
    case ItemType::atomic:
      piece.kind = PieceKind::object;
      piece.width = prepared_.atomic_width(next_item_);
      break;
    case ItemType::leader:
      piece.kind = PieceKind::leader;
      piece.width = line.stretch;
      break;
    case ItemType::absolute:
      piece.kind = PieceKind::mark;
      piece.back = hanging_;
      // Between words of both directions it stands as the paragraph runs (annex 9, rule N2).
      if (prepared_.has_bidi) piece.level = std::min(level_before(item().begin), level_of_mark(line));
      break;
    default: return;
  }
  pieces.push_back(piece);
}

void LinePieces::collect_open(const LineBox& line) {
  boxes.push_back({.item = next_item_, .starts = true});
  open_.push_back(next_item_);
  pieces.push_back(edge(next_item_));
  pieces.back().back = hanging_;
  if (!prepared_.has_bidi) return;
  // Where edges come to stand is not known before the words are in order; this keeps the place of an element without any.
  pieces.back().width = 0;
  pieces.back().level = level_of_mark(line);
}

void LinePieces::collect_close() {
  if (!prepared_.has_bidi) pieces.push_back(edge(next_item_)), pieces.back().back = hanging_;
  for (auto& box : boxes) box.ends = box.ends || box.item == item().partner;
  std::erase(open_, item().partner);
}

void LinePieces::collect_text(const LineBox& line) {
  const auto& runs = prepared_.shaped.runs;
  // The space that hangs at the end is kept, so that words stay apart when they are read.
  const bool hangs = line.content_end < line.end && text()[line.content_end] == ' ';
  const auto begin = std::max(item().begin, line.begin);
  const auto end = std::min(item().end, line.content_end + (hangs ? 1 : 0));
  if (begin >= end) return;
  auto run = static_cast<std::uint32_t>(std::ranges::upper_bound(runs, begin, {}, &ShapedRun::end) - runs.begin());
  for (; run < runs.size() && runs[run].begin < end; ++run) {
    if (prepared_.run_items[run] != next_item_) continue;
    LinePiece piece{.level = runs[run].level, .item = next_item_, .run = run};
    piece.begin = std::max(begin, runs[run].begin);
    piece.end = std::min(end, runs[run].end);
    if (!prepared_.has_bidi || piece.end <= line.content_end) {
      add_glyphs(piece, line);
      continue;
    }
    // The space that hangs runs as the paragraph does, whatever stands before it (annex 9, rule L1).
    auto hanging = piece;
    piece.end = std::max(piece.begin, line.content_end);
    add_glyphs(piece, line);
    hanging.begin = piece.end;
    hanging.level = runs_rightward ? 0 : 1;
    add_glyphs(hanging, line);
  }
}

void LinePieces::add_glyphs(LinePiece piece, const LineBox& line) {
  const auto& shaped = prepared_.shaped.runs[piece.run];
  const auto glyphs = std::span(prepared_.shaped.glyphs).subspan(shaped.first_glyph, shaped.glyph_count);
  const auto inside = [&piece](const Glyph& glyph) { return glyph.cluster >= piece.begin && glyph.cluster < piece.end; };
  // Clusters ascend from left to right in all but right-to-left runs.
  const auto first = shaped.level % 2 == 0 ? std::ranges::lower_bound(glyphs, piece.begin, {}, &Glyph::cluster)
                                           : std::ranges::find_if(glyphs, inside);
  const bool justified = line.stretch > 0 && !prepared_.has_flexible;
  auto last = first;
  for (; last != glyphs.end() && inside(*last); ++last) {
    const char letter = text()[last->cluster];
    piece.width += letter == '\t' ? prepared_.width(last->cluster, last->cluster + 1) : last->advance;
    if (justified && is_word_separator(text(), last->cluster) && last->cluster < line.content_end)
      piece.width += line.stretch;
  }
  if (line.hyphen && piece.end == line.content_end)
    piece.width += document_.shaper.measure("-", document_.measures(*items_[piece.item].style).text);
  if (!prepared_.has_bidi && piece.end > line.content_end) {
    for (auto glyph = last; glyph != first && (glyph - 1)->cluster >= line.content_end; --glyph)
      hanging_ += (glyph - 1)->advance;
  }
  piece.first_glyph = shaped.first_glyph + static_cast<std::uint32_t>(first - glyphs.begin());
  piece.glyph_count = static_cast<std::uint32_t>(last - first);
  if (piece.glyph_count > 0) pieces.push_back(piece);
}

}  // namespace sats::layout
