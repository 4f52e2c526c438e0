#pragma once

#include <cstdint>
#include <type_traits>

#include "sats/css/value.h"

namespace sats::style {

using css::Colour;
using css::Length;

enum class Display : std::uint8_t {
  inline_,
  block,
  inline_block,
  list_item,
  flow_root,
  table,
  inline_table,
  table_row_group,
  table_header_group,
  table_footer_group,
  table_row,
  table_cell,
  table_column,
  table_column_group,
  table_caption,
  flex,
  inline_flex,
  none
};
enum class Position : std::uint8_t { static_, relative, absolute, fixed };
enum class Float : std::uint8_t { none, left, right, footnote };
enum class Clear : std::uint8_t { none, left, right, both };
enum class BoxSizing : std::uint8_t { content_box, border_box };
enum class Overflow : std::uint8_t { visible, hidden };
enum class Visibility : std::uint8_t { visible, hidden, collapse };
enum class BorderStyle : std::uint8_t { none, hidden, solid, dashed, dotted, double_ };
enum class Break : std::uint8_t { auto_, avoid, page, left, right, recto, verso, column, avoid_column };
enum class BoxDecorationBreak : std::uint8_t { slice, clone };
enum class TextAlign : std::uint8_t { start, end, left, right, center, justify };
enum class TextAlignLast : std::uint8_t { auto_, start, end, left, right, center, justify };
enum class TextTransform : std::uint8_t { none, uppercase, lowercase, capitalize };
enum class WhiteSpace : std::uint8_t { normal, nowrap, pre, pre_wrap, pre_line };
enum class Hyphens : std::uint8_t { manual, none, auto_ };
enum class OverflowWrap : std::uint8_t { normal, break_word, anywhere };
enum class WordBreak : std::uint8_t { normal, break_all, keep_all };
enum class FontStyle : std::uint8_t { normal, italic, oblique };
enum class FontCaps : std::uint8_t { normal, small_caps };
enum class FontNumeric : std::uint8_t { normal, tabular, oldstyle, lining, proportional };
enum class FontPosition : std::uint8_t { normal, sub, super };
enum class Ligatures : std::uint8_t { normal, none };
enum class Kerning : std::uint8_t { auto_, normal, none };
enum class Direction : std::uint8_t { ltr, rtl };
enum class UnicodeBidi : std::uint8_t { normal, embed, isolate, bidi_override, isolate_override, plaintext };
enum class VerticalAlign : std::uint8_t { baseline, sub, super, top, middle, bottom, text_top, text_bottom, length };
enum class ListStyleType : std::uint8_t {
  disc,
  circle,
  square,
  dash,
  decimal,
  decimal_leading_zero,
  lower_alpha,
  upper_alpha,
  lower_roman,
  upper_roman,
  lower_greek,
  none,
  string
};
enum class ListStylePosition : std::uint8_t { outside, inside };
enum class TableLayout : std::uint8_t { auto_, fixed };
enum class BorderCollapse : std::uint8_t { separate, collapse };
enum class CaptionSide : std::uint8_t { top, bottom };
enum class EmptyCells : std::uint8_t { show, hide };
enum class FlexDirection : std::uint8_t { row, row_reverse, column, column_reverse };
enum class FlexWrap : std::uint8_t { nowrap, wrap, wrap_reverse };
enum class Justify : std::uint8_t {
  flex_start,
  flex_end,
  start,
  end,
  center,
  space_between,
  space_around,
  space_evenly,
  left,
  right
};
enum class Align : std::uint8_t { auto_, stretch, flex_start, flex_end, start, end, center, baseline };
enum class ColumnFill : std::uint8_t { balance, auto_ };
enum class ColumnSpan : std::uint8_t { none, all };
enum class DecorationStyle : std::uint8_t { solid, double_, dotted, dashed, wavy };
enum class LineHeightKind : std::uint8_t { normal, number, length };
enum class ObjectFit : std::uint8_t { fill, contain, cover, none };
enum class BackgroundRepeat : std::uint8_t { repeat, repeat_x, repeat_y, no_repeat };
enum class FootnotePolicy : std::uint8_t { auto_, line, block };

/// Bits of `text_decoration_line`.
enum Decoration : std::uint8_t { decoration_underline = 1, decoration_overline = 2, decoration_line_through = 4 };

/// Lines along the text of an element and of everything inline in it.
struct LineDecoration {
  std::uint8_t lines = 0;
  DecorationStyle style = DecorationStyle::solid;
  Colour color{};
  Length thickness = Length::automatic();
  Length offset = Length::automatic();
};

/// The height of lines: a number of the font's size or points, as `kind` says.
struct LineHeight {
  float value = 0;
  LineHeightKind kind = LineHeightKind::normal;
  bool flat =
      false;  ///< Raised and lowered letters take no height on a line of others, so that lines stay apart as they are.
};

/// Everything that is known of an element's look once the cascade has run. Lengths are in points or percent.
/// Equal elements share one of these; it is plain memory so that it can be copied and inherited by field.
struct ComputedStyle {
  // Inherited.
  Colour color{0, 0, 0, 255, false};
  const css::FamilyList* font_family = nullptr;
  float font_size = 12;
  float font_weight = 400;
  LineHeight line_height{};
  float orphans = 2;
  float widows = 2;
  float tab_size = 8;
  FontStyle font_style = FontStyle::normal;
  FontCaps font_variant_caps = FontCaps::normal;
  FontNumeric font_variant_numeric = FontNumeric::normal;
  FontPosition font_variant_position = FontPosition::normal;
  Ligatures font_variant_ligatures = Ligatures::normal;
  Kerning font_kerning = Kerning::auto_;
  Length letter_spacing{};
  Length word_spacing{};
  Length text_indent{};
  TextAlign text_align = TextAlign::start;
  TextAlignLast text_align_last = TextAlignLast::auto_;
  TextTransform text_transform = TextTransform::none;
  WhiteSpace white_space = WhiteSpace::normal;
  Hyphens hyphens = Hyphens::manual;
  OverflowWrap overflow_wrap = OverflowWrap::normal;
  WordBreak word_break = WordBreak::normal;
  Direction direction = Direction::ltr;
  Visibility visibility = Visibility::visible;
  ListStyleType list_style_type = ListStyleType::disc;
  ListStylePosition list_style_position = ListStylePosition::outside;
  BorderCollapse border_collapse = BorderCollapse::separate;
  CaptionSide caption_side = CaptionSide::top;
  EmptyCells empty_cells = EmptyCells::show;
  std::uint16_t language = 0;  ///< From `lang`: a row of the document's languages.
  Length border_spacing_x{};
  Length border_spacing_y{};
  const css::StringValue* list_style_string = nullptr;
  const css::StringValue* list_style_image = nullptr;
  const css::QuoteList* quotes = nullptr;
  const css::StringValue* page = nullptr;
  LineDecoration decoration{};              ///< What holds here of the element's own and its ancestors' text-decoration.
  const void* custom_properties = nullptr;  ///< The scope of `--name` values; see `style::CustomScope`.

  // Not inherited.
  Display display = Display::inline_;
  bool stands_in_line = false;  ///< An absolute box would stand in a line if it were not taken out of the flow.
  Position position = Position::static_;
  Float float_ = Float::none;
  Clear clear = Clear::none;
  BoxSizing box_sizing = BoxSizing::content_box;
  Overflow overflow = Overflow::visible;
  UnicodeBidi unicode_bidi = UnicodeBidi::normal;
  VerticalAlign vertical_align = VerticalAlign::baseline;
  Break break_before = Break::auto_;
  Break break_after = Break::auto_;
  Break break_inside = Break::auto_;
  BoxDecorationBreak box_decoration_break = BoxDecorationBreak::slice;
  TableLayout table_layout = TableLayout::auto_;
  FlexDirection flex_direction = FlexDirection::row;
  FlexWrap flex_wrap = FlexWrap::nowrap;
  Justify justify_content = Justify::flex_start;
  Align align_items = Align::stretch;
  Align align_self = Align::auto_;
  ColumnFill column_fill = ColumnFill::balance;
  ColumnSpan column_span = ColumnSpan::none;
  std::uint8_t text_decoration_line = 0;
  DecorationStyle text_decoration_style = DecorationStyle::solid;
  ObjectFit object_fit = ObjectFit::fill;
  BackgroundRepeat background_repeat = BackgroundRepeat::repeat;
  FootnotePolicy footnote_policy = FootnotePolicy::auto_;
  BorderStyle border_top_style = BorderStyle::none;
  BorderStyle border_right_style = BorderStyle::none;
  BorderStyle border_bottom_style = BorderStyle::none;
  BorderStyle border_left_style = BorderStyle::none;
  BorderStyle column_rule_style = BorderStyle::none;
  Colour border_top_color{0, 0, 0, 255, true};
  Colour border_right_color{0, 0, 0, 255, true};
  Colour border_bottom_color{0, 0, 0, 255, true};
  Colour border_left_color{0, 0, 0, 255, true};
  Colour column_rule_color{0, 0, 0, 255, true};
  Colour text_decoration_color{0, 0, 0, 255, true};
  Colour background_color{0, 0, 0, 0, false};
  float flex_grow = 0;
  float flex_shrink = 1;
  float order = 0;
  float opacity = 1;
  float column_count = 0;     ///< 0 is `auto`.
  float bookmark_level = -1;  ///< -1 is by the element, 0 is none.
  Length border_top_width{2.25F};
  Length border_right_width{2.25F};
  Length border_bottom_width{2.25F};
  Length border_left_width{2.25F};
  Length border_top_left_radius{};
  Length border_top_right_radius{};
  Length border_bottom_right_radius{};
  Length border_bottom_left_radius{};
  Length column_rule_width{2.25F};
  Length margin_top{}, margin_right{}, margin_bottom{}, margin_left{};
  Length padding_top{}, padding_right{}, padding_bottom{}, padding_left{};
  Length top = Length::automatic(), right = Length::automatic(), bottom = Length::automatic(), left = Length::automatic();
  Length width = Length::automatic(), height = Length::automatic();
  Length min_width = Length::automatic(), min_height = Length::automatic();
  Length max_width = Length::none(), max_height = Length::none();
  Length vertical_align_length{};
  Length flex_basis = Length::automatic();
  Length column_gap = Length::normal(), row_gap = Length::normal();
  Length column_width = Length::automatic();
  Length text_decoration_thickness = Length::automatic();
  Length text_underline_offset = Length::automatic();
  Length background_width = Length::automatic(), background_height = Length::automatic();
  Length background_x{}, background_y{};
  const css::BackgroundPicture* background_image = nullptr;
  const css::ContentList* content = nullptr;  ///< nullptr is `normal`; an empty list is `none`.
  const css::ContentList* bookmark_label = nullptr;
  const css::CounterList* counter_reset = nullptr;
  const css::CounterList* counter_increment = nullptr;
  const css::CounterList* counter_set = nullptr;
  const css::StringSetList* string_set = nullptr;
  const css::StringValue* continued_title = nullptr;
  const css::PageSize* page_size = nullptr;
  std::uint32_t index = 0;  ///< Its own row in the document's table.
};

static_assert(std::is_trivially_copyable_v<ComputedStyle> && std::is_standard_layout_v<ComputedStyle>);

}  // namespace sats::style
