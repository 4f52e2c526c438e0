#pragma once

#include <unordered_map>

#include "sats/layout/document.h"
#include "sats/layout/edges.h"
#include "sats/layout/float_area.h"
#include "sats/layout/fragment.h"
#include "sats/layout/prepared_paragraph.h"
#include "sats/layout/table_grid.h"

namespace sats::layout {

/// Which of the breaks that are asked for are taken: in columns of a box in one piece no page ends, and the last of these
/// columns takes all that is left.
enum class AskedBreaks : std::uint8_t { all, columns, none };

/// The page or column that is being filled. Nothing may reach below `end`, unless it is the first thing in it.
struct Region {
  float end = kUnlimited;
  AskedBreaks breaks = AskedBreaks::all;
  float notes_width = 0;  ///< Footnotes are set in this width; 0: no footnotes here.
  float notes_extra = 0;  ///< Margin, border and padding of the footnote area, taken with the first one.
  bool has_notes = false;

  [[nodiscard]] bool takes(style::Break kind) const {
    if (breaks == AskedBreaks::all) return is_forced(kind);
    return breaks == AskedBreaks::columns && kind == style::Break::column;
  }

  /// Takes room for footnotes away from the text.
  void take_notes(float height) {
    end -= height;
    has_notes = has_notes || height > 0;
  }
};

/// Where a box is to be laid out.
struct Space {
  float width = 0;               ///< Of its border box.
  float containing_width = 0;    ///< What percentages of its margins and padding refer to.
  float containing_height = -1;  ///< What percentages of its height refer to; negative: unknown.
  float height = -1;             ///< A border box height that is given from outside; negative: its own.
  float top = 0;                 ///< Of its border box in the region.
  bool at_top = true;            ///< Nothing stands above it in the region: a break before it would not help.
  Region* region = nullptr;      ///< nullptr: it may not be broken.
  FloatArea* floats = nullptr;   ///< Of the context it is in.
  float float_x = 0;             ///< Its border box in the context's coordinates.
  float float_y = 0;
};

/// What became of a box.
struct Result {
  FragmentIndex fragment = kNoIndex;          ///< kNoIndex: nothing of it fits here.
  TokenIndex token = kNoIndex;                ///< How it goes on; kNoIndex: it is done.
  style::Break forced = style::Break::auto_;  ///< The break is a forced one.
  MarginStrut end;                            ///< Margins below it that may still meet others.

  [[nodiscard]] bool nothing() const { return fragment == kNoIndex; }
};

struct PictureSize {
  float width = 0;
  float height = 0;
};

/// Least width of a picture whose width is a percentage: it gives way to the words beside it.
inline constexpr float kLeastPicture = 10;

/// Lays boxes out into fragments. One layouter serves a document; the fragments are of the page in work.
class Layouter final : public AtomicSizer {
 public:
  explicit Layouter(Document& document) : document_(document) {}

  Fragments fragments;
  std::vector<BreakToken> tokens;

  /// Lays out any box, or what is left of it.
  Result layout(BoxIndex box, const Space& space, TokenIndex token);

  /// The same for the content of a whole page or column: afterwards the best place for the break is looked for.
  Result fill(BoxIndex box, const Space& space, TokenIndex token);

  /// Whether two tokens go on at the same place; two pages in a row that end so would have no end.
  [[nodiscard]] bool is_same_place(TokenIndex one, TokenIndex other) const;

  /// Moves a break to a better place above it when it stands where a style wants none. False: boxes that are to stay whole
  /// had better give way.
  bool improve(Result& result, const Region& room);

  /// Whether something gave way in a column, at its end or above: a rule that keeps boxes or lines together, or a size.
  [[nodiscard]] bool is_strained(const Result& column);

  /// A box that is kept in one piece: a float, an absolute box, a footnote. Width by shrink-to-fit unless it is given.
  FragmentIndex in_one_piece(BoxIndex box, float containing_width, float containing_height, float border_width = -1);

  /// A float; one that is taller than the page it begins is cut, and `floats` keeps what is left.
  struct Floated {
    FragmentIndex fragment = kNoIndex;
    FloatArea::Place place;  ///< Of its margin box, in the context's coordinates.
    FloatArea::Size size;
    TokenIndex token = kNoIndex;
  };
  /// `space` is that of the line or block it is called from, `y` where it is called, in the context's coordinates.
  Floated lay_float(BoxIndex box, const Space& space, float y);

  /// Says that a box which is never divided reaches below the sheet, when words are lost by it; once for each.
  void report_cut_off(BoxIndex box);

  /// The width a box takes when it may choose (css-sizing-3, fit-content), of its border box.
  float fitting_width(BoxIndex box, float available, float containing_width);

  /// The width of a block that fills its container unless it says otherwise, of its border box.
  float filling_width(BoxIndex box, float available, float containing_width);

  /// Makes the titles of boxes that may go on, before anything is laid out: boxes and text must not move then.
  void make_continued_titles();

  /// A box with the title of a box that goes on: the text of its first heading (or its first line) and what its style puts
  /// behind it; kNoBox when it has none.
  [[nodiscard]] BoxIndex continued_title(BoxIndex box) const;

  Widths widths(BoxIndex box);

  /// What a flex item may shrink to: its content, even when it is given a greater width (css-flexbox-1 §4.5).
  float least_width(BoxIndex box);
  Edges edges(BoxIndex box, float containing_width);
  PictureSize picture_size(BoxIndex box, float containing_width, float containing_height = -1);
  MarginStrut start_strut(BoxIndex box, float containing_width) const;
  AtomicSize size_of(BoxIndex box, float line_width) override;
  Widths atomic_widths(BoxIndex box) override;
  PreparedParagraph& prepared(const Box& box);

  /// Distance from a fragment's top to its first or last baseline; negative when it has none.
  float first_baseline(FragmentIndex fragment) const;
  float last_baseline(FragmentIndex fragment) const;

  /// The paragraphs that were prepared since the last call, to be let go when their page is painted.
  std::vector<std::uint32_t> take_prepared() { return std::exchange(prepared_, {}); }

  void keep_prepared(std::uint32_t paragraph) { prepared_.push_back(paragraph); }

  /// The height a footnote takes in its area; laid out once and kept for the page.
  float note_height(BoxIndex box, const Region& region);

  /// The footnotes that are called in a fragment and below, in order.
  void collect_notes(FragmentIndex fragment, std::vector<BoxIndex>& called) const;

  /// The fragments of footnotes that were laid out for this page.
  std::unordered_map<BoxIndex, FragmentIndex> notes;

  TableGrid& grid(BoxIndex table);

  [[nodiscard]] Document& document() { return document_; }

  /// How far the layout has come; going back drops everything that was laid out since, as after a try.
  struct Mark {
    std::size_t fragments, lines, tokens;
  };
  [[nodiscard]] Mark mark() const { return {fragments.all.size(), fragments.lines.size(), tokens.size()}; }
  void go_back(const Mark& mark);

  int columns_depth = 0;  ///< Columns inside columns, where the layout stands now.

  /// Whether a box is divided only when it has no room on a page of its own.
  [[nodiscard]] bool keeps_whole(const Box& box) const {
    return !box.anonymous && box.style->break_inside == style::Break::avoid && !wholes_give_way_;
  }

  /// Breaks a page or column well: `lay` lays it out, and is asked again with boxes that are to stay whole divided, when
  /// these leave a heading alone, or have no room on a page of their own either and leave this one nearly empty.
  template <typename Lay>
  Result fill_well(Region& region, Lay lay) {
    const auto room = region;
    const auto before = mark();
    auto result = lay();
    if (result.token == kNoIndex || result.forced != style::Break::auto_ || improve(result, room)) return result;
    go_back(before);
    region = room;
    wholes_give_way_ = true;
    result = lay();
    if (result.token != kNoIndex && result.forced == style::Break::auto_) improve(result, room);
    wholes_give_way_ = false;
    return result;
  }

 private:
  [[nodiscard]] bool is_strained(FragmentIndex fragment) const;
  Result lay_kind(BoxKind kind, BoxIndex box, const Space& space, TokenIndex token);
  Result lay_block(BoxIndex box, const Space& space, TokenIndex token);
  Result lay_picture(BoxIndex box, const Space& space);
  Result one_piece(BoxIndex box, const Space& space, float height);
  Widths measure(BoxIndex box);
  Widths measure_children(BoxIndex box);
  Widths measure_lines(const Box& box);
  BoxIndex make_continued_title(BoxIndex box, std::string_view suffix);
  BoxIndex margin_child(BoxIndex box, float containing_width, MarginStrut& strut) const;
  /// The margins of a box without height and of all in it: they are one.
  void add_empty(BoxIndex box, float containing_width, MarginStrut& strut) const;

  /// An inline box as it was last measured.
  struct MeasuredAtomic {
    float border_width = -1;
    float line_width = -1;
    AtomicSize size;
  };

  Document& document_;
  std::unordered_map<BoxIndex, MeasuredAtomic> atomics_;
  std::vector<std::uint32_t> prepared_;
  std::vector<Widths> measured_;
  std::vector<Edges> cell_borders_;  ///< Of cells with collapsed borders; their boxes' `content` is the row.
  std::unordered_map<BoxIndex, std::unique_ptr<TableGrid>> grids_;
  std::unordered_map<BoxIndex, BoxIndex> continued_titles_;
  bool wholes_give_way_ = false;  ///< For the page or column in work: boxes that are to stay whole may be divided.
};

/// Points by which something may stick out without being said not to fit; sums of decimals are never exact.
inline constexpr float kSlack = 0.02F;

}  // namespace sats::layout
