#include <array>
#include <cstddef>

#include "sats/css/property.h"
#include "sats/css/value_parsers.h"
#include "sats/style/apply.h"

namespace sats::css {

namespace {

using style::ComputedStyle;

// The words of the table below read like CSS, and a field that is a pointer is copied as one: its size is what is wanted.
// NOLINTBEGIN(readability-identifier-naming, bugprone-sizeof-expression)
constexpr auto no = Inherited::no;
constexpr auto yes = Inherited::yes;

#define FIELD(field) offsetof(ComputedStyle, field), sizeof(ComputedStyle::field)
#define ROW(name, inherited, parse, field) \
  Property { name, inherited, parse, nullptr, FIELD(field), {}, 0 }
#define WORDS(name, inherited, field, words) \
  Property { name, inherited, parse_keyword, nullptr, FIELD(field), words, 0 }
#define LENGTH(name, inherited, field, accepts) \
  Property { name, inherited, parse_length, nullptr, FIELD(field), {}, static_cast<std::uint8_t>(accepts) }
#define NUMBER(name, inherited, field, accepts) \
  Property { name, inherited, parse_number, nullptr, FIELD(field), {}, accepts }
#define COLOUR(name, inherited, field) \
  Property { name, inherited, parse_colour, nullptr, FIELD(field), {}, 0 }

constexpr std::string_view kBorderStyles =
    "none hidden solid dashed dotted double groove=solid ridge=solid inset=solid outset=solid";
constexpr std::string_view kBreaks =
    "auto avoid page left right recto verso column avoid-column avoid-page=avoid always=page";
constexpr std::string_view kAligns = "auto stretch flex-start flex-end start end center baseline normal=stretch";
constexpr auto percent = accepts_percent;
constexpr auto size_words = accepts_percent | accepts_auto;
constexpr auto place_words = accepts_percent | accepts_auto | accepts_negative;

const std::array kProperties = std::to_array<Property>({
    // Text and fonts.
    COLOUR("color", yes, color),
    ROW("font-family", yes, parse_font_family, font_family),
    {"font-size", yes, parse_font_size, style::apply_font_size, FIELD(font_size), {}, percent},
    {"font-weight", yes, parse_font_weight, style::apply_font_weight, FIELD(font_weight), "normal bold bolder lighter", 0},
    WORDS("font-style", yes, font_style, "normal italic oblique"),
    WORDS("font-variant-caps", yes, font_variant_caps, "normal small-caps"),
    WORDS("font-variant-numeric", yes, font_variant_numeric,
          "normal tabular-nums oldstyle-nums lining-nums proportional-nums"),
    WORDS("font-variant-position", yes, font_variant_position, "normal sub super"),
    WORDS("font-variant-ligatures", yes, font_variant_ligatures, "normal none"),
    WORDS("font-kerning", yes, font_kerning, "auto normal none"),
    {"line-height",
     yes,
     parse_line_height,
     style::apply_line_height,
     FIELD(line_height),
     {},
     percent | accepts_normal | accepts_number},
    LENGTH("letter-spacing", yes, letter_spacing, accepts_normal | accepts_negative),
    LENGTH("word-spacing", yes, word_spacing, accepts_normal | accepts_negative),
    LENGTH("text-indent", yes, text_indent, percent | accepts_negative),
    WORDS("text-align", yes, text_align, "start end left right center justify"),
    WORDS("text-align-last", yes, text_align_last, "auto start end left right center justify"),
    WORDS("text-transform", yes, text_transform, "none uppercase lowercase capitalize"),
    WORDS("white-space", yes, white_space, "normal nowrap pre pre-wrap pre-line"),
    WORDS("hyphens", yes, hyphens, "manual none auto"),
    WORDS("overflow-wrap", yes, overflow_wrap, "normal break-word anywhere"),
    WORDS("word-break", yes, word_break, "normal break-all keep-all"),
    {"tab-size", yes, parse_length, style::apply_tab_size, FIELD(tab_size), {}, accepts_number},
    WORDS("direction", yes, direction, "ltr rtl"),
    WORDS("unicode-bidi", no, unicode_bidi, "normal embed isolate bidi-override isolate-override plaintext"),
    {"vertical-align", no, parse_keyword_or_length, style::apply_vertical_align, FIELD(vertical_align),
     "baseline sub super top middle bottom text-top text-bottom", percent | accepts_negative},
    ROW("text-decoration-line", no, parse_decoration_line, text_decoration_line),
    WORDS("text-decoration-style", no, text_decoration_style, "solid double dotted dashed wavy"),
    COLOUR("text-decoration-color", no, text_decoration_color),
    LENGTH("text-decoration-thickness", no, text_decoration_thickness, percent | accepts_auto),
    LENGTH("text-underline-offset", no, text_underline_offset, size_words | accepts_negative),
    WORDS("visibility", yes, visibility, "visible hidden collapse"),
    ROW("quotes", yes, parse_quotes, quotes),
    // Lists, counters and generated content.
    {"list-style-type", yes, parse_list_style_type, style::apply_list_style_type, FIELD(list_style_type), kListStyleWords,
     0},
    WORDS("list-style-position", yes, list_style_position, "outside inside"),
    ROW("list-style-image", yes, parse_picture, list_style_image),
    ROW("content", no, parse_content, content),
    ROW("counter-reset", no, parse_counters, counter_reset),
    ROW("counter-increment", no, parse_counters, counter_increment),
    ROW("counter-set", no, parse_counters, counter_set),
    ROW("string-set", no, parse_string_set, string_set),
    NUMBER("bookmark-level", no, bookmark_level, accepts_none),
    ROW("bookmark-label", no, parse_content, bookmark_label),
    // Boxes.
    WORDS("display", no, display,
          "inline block inline-block list-item flow-root table inline-table table-row-group table-header-group "
          "table-footer-group table-row table-cell table-column table-column-group table-caption flex inline-flex none"),
    WORDS("position", no, position, "static relative absolute fixed"),
    WORDS("float", no, float_, "none left right footnote inline-start=left inline-end=right"),
    WORDS("clear", no, clear, "none left right both inline-start=left inline-end=right"),
    WORDS("box-sizing", no, box_sizing, "content-box border-box"),
    WORDS("overflow", no, overflow, "visible hidden clip=hidden auto=hidden scroll=hidden"),
    NUMBER("opacity", no, opacity, accepts_percent),
    LENGTH("width", no, width, size_words),
    LENGTH("height", no, height, size_words),
    LENGTH("min-width", no, min_width, size_words),
    LENGTH("min-height", no, min_height, size_words),
    LENGTH("max-width", no, max_width, percent | accepts_none),
    LENGTH("max-height", no, max_height, percent | accepts_none),
    LENGTH("margin-top", no, margin_top, place_words),
    LENGTH("margin-right", no, margin_right, place_words),
    LENGTH("margin-bottom", no, margin_bottom, place_words),
    LENGTH("margin-left", no, margin_left, place_words),
    LENGTH("padding-top", no, padding_top, percent),
    LENGTH("padding-right", no, padding_right, percent),
    LENGTH("padding-bottom", no, padding_bottom, percent),
    LENGTH("padding-left", no, padding_left, percent),
    LENGTH("top", no, top, place_words),
    LENGTH("right", no, right, place_words),
    LENGTH("bottom", no, bottom, place_words),
    LENGTH("left", no, left, place_words),
    ROW("border-top-width", no, parse_border_width, border_top_width),
    ROW("border-right-width", no, parse_border_width, border_right_width),
    ROW("border-bottom-width", no, parse_border_width, border_bottom_width),
    ROW("border-left-width", no, parse_border_width, border_left_width),
    WORDS("border-top-style", no, border_top_style, kBorderStyles),
    WORDS("border-right-style", no, border_right_style, kBorderStyles),
    WORDS("border-bottom-style", no, border_bottom_style, kBorderStyles),
    WORDS("border-left-style", no, border_left_style, kBorderStyles),
    COLOUR("border-top-color", no, border_top_color),
    COLOUR("border-right-color", no, border_right_color),
    COLOUR("border-bottom-color", no, border_bottom_color),
    COLOUR("border-left-color", no, border_left_color),
    LENGTH("border-top-left-radius", no, border_top_left_radius, percent),
    LENGTH("border-top-right-radius", no, border_top_right_radius, percent),
    LENGTH("border-bottom-right-radius", no, border_bottom_right_radius, percent),
    LENGTH("border-bottom-left-radius", no, border_bottom_left_radius, percent),
    COLOUR("background-color", no, background_color),
    ROW("background-image", no, parse_background_picture, background_image),
    WORDS("background-repeat", no, background_repeat, "repeat repeat-x repeat-y no-repeat"),
    LENGTH("-sats-background-x", no, background_x, percent | accepts_negative),
    LENGTH("-sats-background-y", no, background_y, percent | accepts_negative),
    LENGTH("-sats-background-width", no, background_width, size_words),
    LENGTH("-sats-background-height", no, background_height, size_words),
    WORDS("box-decoration-break", no, box_decoration_break, "slice clone"),
    WORDS("object-fit", no, object_fit, "fill contain cover none"),
    // Tables.
    WORDS("table-layout", no, table_layout, "auto fixed"),
    WORDS("border-collapse", yes, border_collapse, "separate collapse"),
    LENGTH("-sats-border-spacing-x", yes, border_spacing_x, 0),
    LENGTH("-sats-border-spacing-y", yes, border_spacing_y, 0),
    WORDS("caption-side", yes, caption_side, "top bottom"),
    WORDS("empty-cells", yes, empty_cells, "show hide"),
    // Flex and columns.
    WORDS("flex-direction", no, flex_direction, "row row-reverse column column-reverse"),
    WORDS("flex-wrap", no, flex_wrap, "nowrap wrap wrap-reverse"),
    NUMBER("flex-grow", no, flex_grow, 0),
    NUMBER("flex-shrink", no, flex_shrink, 0),
    LENGTH("flex-basis", no, flex_basis, size_words),
    NUMBER("order", no, order, accepts_negative),
    WORDS("justify-content", no, justify_content,
          "flex-start flex-end start end center space-between space-around space-evenly left right normal=flex-start"),
    WORDS("align-items", no, align_items, kAligns),
    WORDS("align-self", no, align_self, kAligns),
    LENGTH("column-gap", no, column_gap, percent | accepts_normal),
    LENGTH("row-gap", no, row_gap, percent | accepts_normal),
    NUMBER("column-count", no, column_count, accepts_auto),
    LENGTH("column-width", no, column_width, accepts_auto),
    WORDS("column-fill", no, column_fill, "balance auto balance-all=balance"),
    WORDS("column-span", no, column_span, "none all"),
    ROW("column-rule-width", no, parse_border_width, column_rule_width),
    WORDS("column-rule-style", no, column_rule_style, kBorderStyles),
    COLOUR("column-rule-color", no, column_rule_color),
    // Pages.
    WORDS("break-before", no, break_before, kBreaks),
    WORDS("break-after", no, break_after, kBreaks),
    WORDS("break-inside", no, break_inside, "auto avoid avoid-page=avoid avoid-column=avoid"),
    NUMBER("orphans", yes, orphans, 0),
    NUMBER("widows", yes, widows, 0),
    ROW("page", yes, parse_page_name, page),
    ROW("size", no, parse_page_size, page_size),
    WORDS("footnote-policy", no, footnote_policy, "auto line block"),
    ROW("-sats-continued-title", no, parse_string_or_none, continued_title),
});
// NOLINTEND(readability-identifier-naming, bugprone-sizeof-expression)
static_assert(std::size(kProperties) < 256);

}  // namespace

std::span<const Property> properties() { return kProperties; }

}  // namespace sats::css
