#pragma once

#include "sats/layout/inline_opacity.h"
#include "sats/layout/line_pieces.h"
#include "sats/layout/painter.h"
#include "sats/layout/relative_inlines.h"
#include "sats/layout/underlines.h"

namespace sats::layout {

/// Paints the lines of one paragraph fragment.
class LinePainter {
 public:
  LinePainter(Painter& painter, FragmentIndex fragment, float x, float y);

  void paint();

 private:
  void paint_gap(const LineBox& line, const InlineItem& beside);
  void paint_line(const LineBox& line);
  void place(const LineBox& line);

  /// Whether words are written in another order than from left to right, so that mixed text is read as it was written.
  [[nodiscard]] bool is_read_otherwise() const;
  [[nodiscard]] std::vector<const LinePiece*> in_reading_order() const;
  void grow_boxes(const LineBox& line, const LinePiece& piece);
  void paint_boxes(const LineBox& line);
  void paint_box(const OpenBox& box, const Rect& area);

  /// How far below the line's baseline words stand that are aligned to its top or bottom.
  [[nodiscard]] float edge_shift(const LineBox& line, std::uint32_t item) const;
  [[nodiscard]] Rect area_of(const LineBox& line, const OpenBox& box) const;
  void paint_lines();

  /// A box in a line, or the mark of an absolute one, where the words around it came to stand.
  struct PlacedBox {
    BoxIndex box = kNoBox;
    std::uint32_t item = 0;
    float x = 0;  ///< Of its margin box.
    bool rightward = true;
  };

  /// Boxes in and beside the lines, moved with the inline elements around them.
  void paint_children();
  void paint_child(FragmentIndex child);
  [[nodiscard]] PlacedBox place_of(const Fragment& child) const;
  void paint_held(BoxIndex box, std::uint32_t item, const Place& place);
  void note_relative(const LineBox& line, const OpenBox& box, const Rect& area);
  void paint_glyphs(const LineBox& line, const LinePiece& piece);
  void paint_leader(const LineBox& line, const LinePiece& piece);
  void defer_number(const LineBox& line, const LinePiece& piece);
  void add_hyphen(GlyphRun& run, const LinePiece& piece, const ComputedStyle& style);
  /// Whether a line ends where the document says so, right behind a word.
  [[nodiscard]] bool is_forced(const LineBox& line, const LinePiece& piece) const;
  /// A space at the end of such a line, so that its last word and the next line's first are two when they are read.
  void add_space(GlyphRun& run, const LinePiece& piece, const ComputedStyle& style);
  [[nodiscard]] GlyphRun run_of(const LineBox& line, const LinePiece& piece) const;
  [[nodiscard]] bool is_last_text(const LinePiece& piece) const;
  /// How much of an item the elements around it let show.
  [[nodiscard]] float opacity_of(std::uint32_t item) const { return opacities_.empty() ? 1 : opacities_[item]; }
  /// The paragraph's text; asked for each time because painting may move it.
  [[nodiscard]] std::string_view text() const { return document_.text(paragraph_); }
  [[nodiscard]] float baseline(const LineBox& line, const LinePiece& piece) const;

  Painter& painter_;
  Document& document_;
  LaidDocument& out_;
  FragmentIndex index_;
  Fragment fragment_;  ///< A copy, because painting absolute boxes makes more of them.
  const Paragraph& paragraph_;
  const PreparedParagraph& prepared_;
  std::span<const InlineItem> items_;
  LinePieces line_;
  Underlines underlines_;
  std::vector<RelativeInline> relatives_;
  std::vector<float> opacities_;  ///< By item; empty when all show in full.
  std::vector<PlacedBox> placed_;
  float x_;
  float y_;
  std::uint32_t line_leader_ = kNone;
};

}  // namespace sats::layout
