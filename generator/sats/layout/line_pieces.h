#pragma once

#include <limits>

#include "sats/layout/document.h"
#include "sats/layout/fragment.h"
#include "sats/layout/prepared_paragraph.h"

namespace sats::layout {

enum class PieceKind : std::uint8_t { glyphs, object, leader, edge, mark };

/// Something that takes room along a line, or the mark where an absolute box would stand.
struct LinePiece {
  PieceKind kind = PieceKind::glyphs;
  std::uint8_t level = 0;
  std::uint32_t item = 0;
  std::uint32_t run = 0;  ///< Of the shaped text.
  std::uint32_t first_glyph = 0;
  std::uint32_t glyph_count = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  float width = 0;
  float x = 0;
  float back = 0;  ///< How far before the end of what stands before it.
  float y = 0;     ///< How far below its place on the baseline it stands.
};

/// An inline element that is open on the line, with what of it is here. In mixed text it may stand in several places of one
/// line, and each is a box.
struct OpenBox {
  std::uint32_t item = 0;
  float left = 1e9F;
  float right = -1e9F;
  bool starts = false;  ///< The element begins or ends on the line.
  bool ends = false;
  bool has_left = false;  ///< The box has its left or right edge here; else something cut it off.
  bool has_right = false;
  std::size_t first = 0;  ///< Its pieces on the line are from here up to `last`.
  std::size_t last = std::numeric_limits<std::size_t>::max();
};

/// Walks over a paragraph line by line and says what stands in each.
class LinePieces {
 public:
  LinePieces(Document& document, const Paragraph& paragraph, const PreparedParagraph& prepared);

  /// Passes over what stands on earlier pages.
  void skip_to(std::uint32_t offset);

  /// Finds what stands in the next line.
  void collect(const LineBox& line);

  const bool runs_rightward;  ///< The paragraph as a whole runs from left to right.

  std::vector<LinePiece> pieces;  ///< From left to right.
  std::vector<OpenBox> boxes;     ///< The outer ones first.

 private:
  [[nodiscard]] bool stands_before_end(const LineBox& line) const;
  void collect_item(const LineBox& line);
  void collect_text(const LineBox& line);
  void collect_open(const LineBox& line);
  void collect_close();
  [[nodiscard]] LinePiece edge(std::uint32_t item) const;
  void open_cloned();
  void close_cloned(const LineBox& line);
  void find_sides(OpenBox& box) const;
  void add_glyphs(LinePiece piece, const LineBox& line);

  /// Mixed text: puts words in order, then edges around them (CSS 2.1 §8.6).
  void put_in_visual_order(const LineBox& line);
  void add_edges(const OpenBox& box, const LineBox& line);
  void split_boxes(const LineBox& line);
  [[nodiscard]] bool is_in(const OpenBox& box, const LinePiece& piece, const LineBox& line) const;
  [[nodiscard]] std::uint8_t level_before(std::uint32_t offset) const;
  [[nodiscard]] std::uint8_t level_of_mark(const LineBox& line) const;

  /// The paragraph's text; asked for each time because painting may move it.
  [[nodiscard]] std::string_view text() const { return document_.text(paragraph_); }
  [[nodiscard]] const InlineItem& item() const { return items_[next_item_]; }

  Document& document_;
  const Paragraph& paragraph_;
  const PreparedParagraph& prepared_;
  std::span<const InlineItem> items_;
  std::uint32_t next_item_ = 0;
  float hanging_ = 0;                ///< How much of the line hangs at its end; edges stand before it.
  std::vector<std::uint32_t> open_;  ///< Inline elements that began on an earlier line.
};

}  // namespace sats::layout
