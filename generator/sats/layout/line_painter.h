#pragma once

#include "sats/layout/painter.h"

namespace sats::layout {

/// Paints the lines of one paragraph fragment.
class LinePainter {
 public:
  LinePainter(Painter& painter, FragmentIndex fragment, float x, float y);

  void paint();

 private:
  enum class PieceKind : std::uint8_t { glyphs, object, leader, edge };

  /// Something that takes room along the line, in the order of the text.
  struct Piece {
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
  };

  /// An inline element that is open on the line, with what of it is here.
  struct OpenBox {
    std::uint32_t item;
    float left;
    float right;
    bool starts;
    bool ends;
  };

  void paint_line(const LineBox& line);
  void collect(const LineBox& line);
  void collect_text(const LineBox& line, std::uint32_t item);
  void collect_edge(std::uint32_t item);
  void place(const LineBox& line);
  void grow_boxes(const LineBox& line, const Piece& piece);
  void paint_boxes(const LineBox& line);
  void paint_glyphs(const LineBox& line, const Piece& piece, bool last);
  void paint_leader(const LineBox& line, const Piece& piece);
  void paint_decoration(const LineBox& line, const Piece& piece, float width);
  void flush_decoration();
  /// Whether a line ends where the document says so, right behind a word.
  [[nodiscard]] bool is_forced(const LineBox& line, const Piece& piece) const;

  /// A space at the end of such a line, so that its last word and the next line's first are two when they are read.
  void add_space(GlyphRun& run, const Piece& piece, const ComputedStyle& style);

  void add_hyphen(GlyphRun& run, const Piece& piece, const ComputedStyle& style);
  /// The paragraph's text; asked for each time because painting may move it.
  [[nodiscard]] std::string_view text() const { return document_.text(paragraph_); }
  [[nodiscard]] float baseline(const LineBox& line, const Piece& piece) const;

  Painter& painter_;
  Document& document_;
  LaidDocument& out_;
  const Fragment& fragment_;
  const Paragraph& paragraph_;
  const PreparedParagraph& prepared_;
  std::span<const InlineItem> items_;
  float x_;
  float y_;
  std::uint32_t next_item_ = 0;
  std::vector<std::uint32_t> open_;  ///< Inline elements that began on an earlier line.
  std::vector<Piece> pieces_;
  std::vector<OpenBox> boxes_;
  std::vector<Stroke> underlines_;
  std::uint32_t line_leader_ = kNone;
};

}  // namespace sats::layout
