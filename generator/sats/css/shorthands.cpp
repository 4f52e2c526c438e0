#include "sats/css/shorthand.h"

namespace sats::css {

std::span<const ShorthandRow> shorthands() {
  static const std::vector<ShorthandRow> rows{
      {"margin", expand_sides, {"margin-top", "margin-right", "margin-bottom", "margin-left"}},
      {"padding", expand_sides, {"padding-top", "padding-right", "padding-bottom", "padding-left"}},
      {"inset", expand_sides, {"top", "right", "bottom", "left"}},
      {"border-width", expand_sides, {"border-top-width", "border-right-width", "border-bottom-width", "border-left-width"}},
      {"border-style", expand_sides, {"border-top-style", "border-right-style", "border-bottom-style", "border-left-style"}},
      {"border-color", expand_sides, {"border-top-color", "border-right-color", "border-bottom-color", "border-left-color"}},
      {"border-radius",
       expand_sides,
       {"border-top-left-radius", "border-top-right-radius", "border-bottom-right-radius", "border-bottom-left-radius"}},
      {"border-top", expand_border, {"border-top-width", "border-top-style", "border-top-color"}},
      {"border-right", expand_border, {"border-right-width", "border-right-style", "border-right-color"}},
      {"border-bottom", expand_border, {"border-bottom-width", "border-bottom-style", "border-bottom-color"}},
      {"border-left", expand_border, {"border-left-width", "border-left-style", "border-left-color"}},
      {"border",
       expand_border,
       {"border-top-width", "border-top-style", "border-top-color", "border-right-width", "border-right-style",
        "border-right-color", "border-bottom-width", "border-bottom-style", "border-bottom-color", "border-left-width",
        "border-left-style", "border-left-color"}},
      {"column-rule", expand_border, {"column-rule-width", "column-rule-style", "column-rule-color"}},
      {"columns", expand_columns, {"column-width", "column-count"}},
      {"gap", expand_pair, {"row-gap", "column-gap"}},
      {"border-spacing", expand_pair, {"-sats-border-spacing-x", "-sats-border-spacing-y"}},
      {"list-style", expand_any_order, {"list-style-position", "list-style-type", "list-style-image"}},
      {"text-decoration",
       expand_any_order,
       {"text-decoration-line", "text-decoration-style", "text-decoration-color", "text-decoration-thickness"}},
      {"flex-flow", expand_any_order, {"flex-direction", "flex-wrap"}},
      {"flex", expand_flex, {"flex-grow", "flex-shrink", "flex-basis"}},
      {"font", expand_font, {"font-style", "font-variant-caps", "font-weight", "font-size", "line-height", "font-family"}},
      {"font-variant",
       expand_any_order,
       {"font-variant-caps", "font-variant-numeric", "font-variant-position", "font-variant-ligatures"}},
      {"background",
       expand_background,
       {"background-color", "background-image", "background-repeat", "-sats-background-x", "-sats-background-y",
        "-sats-background-width", "-sats-background-height"}},
      {"background-position", expand_background_position, {"-sats-background-x", "-sats-background-y"}},
      {"background-size", expand_background_size, {"-sats-background-width", "-sats-background-height"}},
      {"page-break-before", expand_alias, {"break-before"}},
      {"page-break-after", expand_alias, {"break-after"}},
      {"page-break-inside", expand_alias, {"break-inside"}},
      {"word-wrap", expand_alias, {"overflow-wrap"}},
  };
  return rows;
}

}  // namespace sats::css
