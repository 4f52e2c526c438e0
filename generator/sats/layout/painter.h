#pragma once

#include "sats/layout/layouter.h"
#include "sats/layout/painted_text.h"

namespace sats::layout {

/// A page number that was set before it was known, and what on its line can give way.
struct DeferredNumber {
  std::uint32_t number = 0;  ///< Row of `BoxTree::numbers`.
  std::uint32_t page = 0;
  std::uint32_t run = 0;         ///< Its glyph run.
  std::uint32_t line_end = 0;    ///< Runs of its line go up to this one.
  std::uint32_t leader = kNone;  ///< A leader before it on the line.
  float width = 0;
  float slack = 0;        ///< Room the line has left.
  bool at_right = false;  ///< The line ends with it at the right edge.
  const ComputedStyle* style = nullptr;
};

/// A leader that was painted, so that it can be made longer or shorter.
struct PaintedLeader {
  std::uint32_t run = 0;
  float right = 0;
  float width = 0;
  const ComputedStyle* style = nullptr;
  std::string_view pattern;
};

/// A place on the page, or a way from one to another.
struct Place {
  float x = 0;
  float y = 0;
};

/// How far a relatively positioned box is moved from its place (CSS 2.1 §9.4.3); percentages are of `width` and `height`.
Place relative_shift(const ComputedStyle& style, float width, float height);

/// Turns the fragments of a page into items of the laid document.
class Painter {
 public:
  Painter(Document& document, Layouter& layouter) : document_(document), layouter_(layouter), out_(document.out) {}

  /// The page that is painted now; the containing block of absolute boxes without another.
  void begin_page(std::uint32_t page, const Rect& area);

  /// Absolute boxes that belong to the page itself.
  void end_page();

  /// A fragment and all below it, its border box at (x, y). `artifact` says what it is when it is not content.
  void paint(FragmentIndex fragment, float x, float y);

  /// The same for what is repeated on every page, such as running heads.
  void paint_artifact(FragmentIndex fragment, float x, float y, ArtifactKind kind);

  /// A box with `position: fixed`, again on a page that it does not stand in.
  void paint_fixed(BoxIndex box) {
    paint_absolute({box, kNoBox, page_area_.x, page_area_.y, PaintedAs::artifact}, page_area_);
  }

  std::vector<DeferredNumber> deferred;
  std::vector<PaintedLeader> leaders;
  /// A named string that was set on the page, and whether nothing stands before it there.
  struct SetString {
    const NamedString* string = nullptr;
    bool opens_page = false;
  };
  std::vector<SetString> strings;  ///< In the order of the page.
  PaintedText painted_text;

  /// Sets a leader's dots anew in a width.
  void fill_leader(const PaintedLeader& leader, float width);

 private:
  friend class LinePainter;

  enum class PaintedAs : std::uint8_t { content, artifact };

  enum class Side : std::uint8_t { left, right };

  struct Pending {
    BoxIndex box;
    BoxIndex containing;
    float x;
    float y;
    PaintedAs as = PaintedAs::content;  ///< What stands in a header row that is shown again is shown again, too.
    Side side = Side::left;             ///< Its side that stands at x.
  };

  void paint_box(FragmentIndex fragment, float x, float y);
  void paint_decoration(FragmentIndex fragment, float x, float y);
  void paint_replaced(FragmentIndex fragment, float x, float y);
  void paint_list_marker(FragmentIndex fragment, float x, float y);
  void paint_content(FragmentIndex fragment, float x, float y);
  void paint_children(FragmentIndex fragment, float x, float y);
  void paint_picture(const Box& box, const Rect& content);
  void paint_field(const Box& box, const Rect& border_box, const Rect& content);
  void paint_absolutes(BoxIndex containing, const Rect& padding_box);
  /// Those that wait and stand in a box, or are it, are placed in `area`, whatever is around them.
  void paint_absolutes_in(BoxIndex box, const Rect& area);
  template <typename Wanted>
  std::vector<Pending> take_pending(Wanted wanted);
  void paint_waiting();
  /// Notes an absolute box that would stand at a place; it is painted when its containing block is known.
  void wait_at(BoxIndex box, const Place& place, Side side);
  void paint_absolute(const Pending& pending, const Rect& area);
  [[nodiscard]] style::Direction direction_around(const Pending& pending) const;
  void note_anchor(std::uint32_t anchor, float x, float y);
  /// Whether words or a picture stand on the page by now.
  [[nodiscard]] bool has_content() const;

  /// Reports words that stand outside the sheet, once for each box or table; `words` goes down to their baseline.
  void check_on_sheet(BoxIndex lines, std::string_view text, const Rect& words);
  /// Whether a fragment is one column of the columns that are being painted, not the box around them.
  [[nodiscard]] bool is_column(const Fragment& fragment) const;
  [[nodiscard]] BoxIndex containing_block(BoxIndex box) const;
  [[nodiscard]] sats::Tag tag_of(NodeId leaf) const;
  void add_link_area(std::uint32_t link, const Rect& area);

  Document& document_;
  Layouter& layouter_;
  LaidDocument& out_;
  std::uint32_t page_ = 0;
  std::size_t first_item_ = 0;  ///< Of the page, in `out_.items`.
  Rect page_area_;
  bool is_artifact_ = false;
  ArtifactKind artifact_ = ArtifactKind::layout;
  std::vector<Pending> pending_;
  std::vector<std::pair<BoxIndex, Rect>>
      positioned_;  ///< Positioned boxes that are being painted, with their padding boxes.
  BoxIndex painting_columns_ = kNoBox;
};

}  // namespace sats::layout
