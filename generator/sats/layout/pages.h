#pragma once

#include <unordered_map>

#include "sats/layout/page_style.h"
#include "sats/layout/painter.h"
#include "sats/layout/paragraph_builder.h"

namespace sats::layout {

/// What a document may grow to.
struct LayoutLimits {
  std::uint32_t max_pages = 20'000;
  double max_seconds = 120;
  std::size_t max_bytes = std::size_t{2} << 30U;
};

/// Whether every page number found its place in one pass.
enum class Numbers : std::uint8_t { right, need_another_pass };

/// Fills pages with the boxes of a document until nothing is left, and paints them into the laid document.
class Pages {
 public:
  Pages(Document& document, const base::PageSetup& setup, const LayoutLimits& limits);

  void fill();

  /// Puts the page numbers in that were not known; `last` pass or not, a number that does not fit is squeezed in when last.
  enum class Pass : std::uint8_t { may_ask_again, last };
  Numbers settle_numbers(Pass pass);

  /// Counts the pages: one up from page to page, unless a style says another number (css-page-3 §6.2).
  void number_pages();

  /// The number of a page, as it is shown.
  [[nodiscard]] int number_of(std::uint32_t page) const { return page < numbers_.size() ? numbers_[page] : 0; }

  /// Boxes in the margins, bookmarks, destinations; and the items of all pages in order.
  void finish();

 private:
  /// What one page shows of the named strings, by name.
  struct Strings {
    std::vector<const std::string*> entry, start, first, last;
  };
  /// What a box in the margin last held, text by text of its content.
  struct MarginContent {
    std::vector<std::string> texts;
    BoxIndex box = kNoBox;
  };
  struct PageRecord {
    const PageGeometry* geometry;
    std::uint32_t first_item;
    std::uint32_t end_item;
    Strings strings;
  };

  /// A page number that is known and shaped.
  struct SettledNumber {
    ShapedText shaped;
    std::string text;
    float width = 0;
  };

  /// Says which limit the document has outgrown, if any.
  [[nodiscard]] bool is_too_big();
  [[nodiscard]] bool costs_too_much();
  bool stop(const char* code, std::string limit);
  bool fill_page(TokenIndex& token, style::Break& forced);
  void turn_to_side(std::uint16_t name, style::Break forced);
  void lay_body(TokenIndex& token, style::Break& forced, Region& region, std::vector<FragmentIndex>& notes);
  void take_hidden_strings();
  float notes_edge(const PageGeometry& page) const;
  std::vector<FragmentIndex> place_carried_notes(Region& region);
  void place_notes(FragmentIndex root, Region& region, const PageGeometry& page, std::vector<FragmentIndex>& placed);
  void place_part_of_note(BoxIndex box, const FloatArea::Size& room, std::vector<FragmentIndex>& placed);
  void paint_notes(const std::vector<FragmentIndex>& placed, const PageGeometry& page);
  void release_paragraphs(TokenIndex token);
  void collect_unfinished(TokenIndex token, std::vector<std::uint32_t>& paragraphs) const;
  void begin_record(const PageGeometry& page);
  void end_record();
  void remember_strings(PageRecord& record);
  void add_blank_page(std::uint16_t name);
  [[nodiscard]] std::uint16_t name_after(TokenIndex token) const;
  [[nodiscard]] PageKind kind_of(std::uint16_t name, PageKind::Content content) const;

  void paint_margins(std::uint32_t page);
  /// The three boxes along one edge of the page, from the left or from above.
  struct EdgeBoxes {
    css::MarginBox first, middle, last;
  };
  void paint_margin_row(std::uint32_t page, const EdgeBoxes& boxes, float y, float height, ArtifactKind kind);
  /// The same along the left or right edge: they share the height (css-page-3 §5.3.2.4).
  void paint_margin_side(std::uint32_t page, const EdgeBoxes& boxes, float x, float width);
  void paint_margin_box(std::uint32_t page, css::MarginBox which, const Rect& area, ArtifactKind kind);
  BoxIndex margin_box(std::uint32_t page, const ComputedStyle& style);
  BoxIndex make_margin_box(const ComputedStyle& style, const std::vector<std::string>& texts);
  void add_margin_picture(ParagraphBuilder& paragraph, std::string_view address, const ComputedStyle& style);
  [[nodiscard]] std::string margin_text(std::uint32_t page, const css::ContentItem& item) const;
  [[nodiscard]] std::string margin_string(std::uint32_t page, const css::ContentItem& item) const;
  SettledNumber shape_number(const DeferredNumber& place);
  void put_number(const DeferredNumber& place, const SettledNumber& number);
  void make_room(const DeferredNumber& place, float grows);
  [[nodiscard]] std::string page_label(std::uint32_t page, style::ListStyleType style) const;
  void add_page_labels();
  [[nodiscard]] NumberStyle number_style(const PageGeometry& page) const;
  void add_destinations();

  Document& document_;
  PageStyles styles_;
  LayoutLimits limits_;
  Layouter layouter_;
  Painter painter_;
  double deadline_;  ///< In seconds of a clock that is never set back.
  std::vector<PageRecord> records_;
  std::unordered_map<const ComputedStyle*, MarginContent> margin_contents_;
  std::vector<int> numbers_;                              ///< By page.
  std::vector<std::pair<BoxIndex, TokenIndex>> carried_;  ///< Footnotes that go on.
  std::vector<const std::string*> current_strings_;
  bool body_done_ = false;
};

}  // namespace sats::layout
