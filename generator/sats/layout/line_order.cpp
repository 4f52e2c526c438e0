#include <algorithm>

#include "sats/layout/line_pieces.h"
#include "sats/text/bidi.h"

namespace sats::layout {

namespace {

bool hangs(const LinePiece& piece, const LineBox& line) {
  return piece.kind == PieceKind::glyphs && piece.begin >= line.content_end;
}

}  // namespace

void LinePieces::put_in_visual_order(const LineBox& line) {
  // The space that hangs at the end of the line stands behind all edges.
  std::stable_partition(pieces.begin(), pieces.end(), [&line](const LinePiece& piece) { return !hangs(piece, line); });
  std::vector<std::uint8_t> levels;
  for (const auto& piece : pieces) levels.push_back(piece.level);
  std::vector<LinePiece> ordered;
  for (const auto index : visual_order(levels)) ordered.push_back(pieces[index]);
  pieces = std::move(ordered);
  // From the inside out, so that the edges of outer elements stand outside.
  for (auto box = boxes.rbegin(); box != boxes.rend(); ++box) add_edges(*box, line);
  split_boxes(line);
}

std::uint8_t LinePieces::level_before(std::uint32_t offset) const {
  if (offset == 0) return runs_rightward ? 0 : 1;
  return level_at(prepared_.bidi, offset - 1);
}

std::uint8_t LinePieces::level_of_mark(const LineBox& line) const {
  // At the end of a line only the paragraph's own direction counts (annex 9, rule L1).
  if (item().begin >= line.content_end) return runs_rightward ? 0 : 1;
  return level_at(prepared_.bidi, item().begin);
}

bool LinePieces::is_in(const OpenBox& box, const LinePiece& piece, const LineBox& line) const {
  return !hangs(piece, line) && piece.item >= box.item && piece.item <= items_[box.item].partner;
}

void LinePieces::add_edges(const OpenBox& box, const LineBox& line) {
  if (items_[box.item].partner == kNone) return;
  const auto is_inside = [&](const LinePiece& piece) { return is_in(box, piece, line); };
  const bool rtl = items_[box.item].style->direction == style::Direction::rtl;
  if (box.has_left) {
    const auto first = std::ranges::find_if(pieces, is_inside);
    pieces.insert(first, edge(rtl ? items_[box.item].partner : box.item));
  }
  if (box.has_right) {
    const auto last = std::find_if(pieces.rbegin(), pieces.rend(), is_inside);
    pieces.insert(last.base(), edge(rtl ? box.item : items_[box.item].partner));
  }
}

void LinePieces::split_boxes(const LineBox& line) {
  std::vector<OpenBox> parts;
  for (const auto& box : boxes) {
    const auto first_part = parts.size();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      if (!is_in(box, pieces[i], line)) continue;
      auto& part = parts.emplace_back(box);
      part.first = i;
      while (i < pieces.size() && is_in(box, pieces[i], line)) ++i;
      part.last = i;
      part.has_left = box.has_left && parts.size() == first_part + 1;
      part.has_right = false;
    }
    if (parts.size() > first_part) parts.back().has_right = box.has_right;
  }
  boxes = std::move(parts);
}

}  // namespace sats::layout
