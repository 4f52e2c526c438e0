#include "sats/style/presentational_hints.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>

#include "base/ascii.h"
#include "sats/css/token.h"

namespace sats::style {

namespace {

using html::Tag;

constexpr std::array kAligned{Tag::td,  Tag::th, Tag::tr, Tag::tbody, Tag::thead, Tag::tfoot, Tag::p,
                              Tag::div, Tag::h1, Tag::h2, Tag::h3,    Tag::h4,    Tag::h5,    Tag::h6};
constexpr std::array kCells{Tag::td, Tag::th};
constexpr std::array kRowsAndCells{Tag::td, Tag::th, Tag::tr, Tag::tbody, Tag::thead, Tag::tfoot};
constexpr std::array kTableParts{Tag::td, Tag::th, Tag::tr, Tag::tbody, Tag::thead, Tag::tfoot, Tag::table};
constexpr std::array kWide{Tag::table, Tag::td, Tag::th, Tag::col, Tag::colgroup};
constexpr std::array kTables{Tag::table};
constexpr std::array kPictures{Tag::img};

/// How a value is read; a word that none of a row's is says nothing.
enum class HintKind : std::uint8_t { word, length, percentage, colour, present };

struct HintRow {
  std::span<const Tag> tags;
  std::string_view attribute;
  HintKind kind;
  std::string_view word;  ///< Which word, of the kinds that are one.
  std::string_view css;   ///< What is declared; in front of a length or colour.
};

constexpr std::array kHints = std::to_array<HintRow>({
    {kAligned, "align", HintKind::word, "left", "text-align:left"},
    {kAligned, "align", HintKind::word, "right", "text-align:right"},
    {kAligned, "align", HintKind::word, "center", "text-align:center"},
    {kAligned, "align", HintKind::word, "middle", "text-align:center"},
    {kAligned, "align", HintKind::word, "justify", "text-align:justify"},
    {kTables, "align", HintKind::word, "left", "float:left"},
    {kTables, "align", HintKind::word, "right", "float:right"},
    {kTables, "align", HintKind::word, "center", "margin-left:auto;margin-right:auto"},
    {kPictures, "align", HintKind::word, "left", "float:left"},
    {kPictures, "align", HintKind::word, "right", "float:right"},
    {kRowsAndCells, "valign", HintKind::word, "top", "vertical-align:top"},
    {kRowsAndCells, "valign", HintKind::word, "middle", "vertical-align:middle"},
    {kRowsAndCells, "valign", HintKind::word, "bottom", "vertical-align:bottom"},
    {kRowsAndCells, "valign", HintKind::word, "baseline", "vertical-align:baseline"},
    {kWide, "width", HintKind::length, "", "width:"},
    {kTableParts, "height", HintKind::length, "", "height:"},
    // In pixels it is the picture's own size, which keeps its shape.
    {kPictures, "width", HintKind::percentage, "", "width:"},
    {kTableParts, "bgcolor", HintKind::colour, "", "background-color:"},
    {kCells, "nowrap", HintKind::present, "", "white-space:nowrap"},
});

std::string_view without_space(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(" \t\n\r\f"), text.size());
  return text.substr(begin, text.find_last_not_of(" \t\n\r\f") + 1 - begin);
}

/// Pixels, or a percentage with its sign; nothing when it is none, or 0, which means nothing in HTML.
std::string length_of(std::string_view text) {
  auto end = std::min(text.find_first_not_of("0123456789"), text.size());
  if (end == 0) return {};
  if (end + 1 < text.size() && text[end] == '.' && base::is_digit(text[end + 1]))
    end = std::min(text.find_first_not_of("0123456789", end + 1), text.size());
  const auto number = text.substr(0, end);
  if (number.find_first_not_of("0.") == std::string_view::npos || text.substr(end).starts_with('*')) return {};
  return std::string(number) + (text.substr(end).starts_with('%') ? "%" : "px");
}

/// A colour's name or its digits, which HTML lets stand without `#`.
std::string colour_of(std::string_view text) {
  const auto digits = text.substr(text.starts_with('#') ? 1 : 0);
  const bool is_hex = (digits.size() == 6 || (digits.size() == 3 && digits.size() < text.size())) &&
                      std::ranges::all_of(digits, base::is_hex_digit);
  if (is_hex) return '#' + std::string(digits);
  const bool is_name = std::ranges::all_of(text, [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; });
  return is_name ? std::string(text) : std::string();
}

void add(std::string& css, const HintRow& row, std::string_view value) {
  const auto text = without_space(value);
  std::string said;
  switch (row.kind) {
    case HintKind::word:
      if (!css::equals_ignoring_case(text, row.word)) return;
      break;
    case HintKind::length:
    case HintKind::percentage: said = length_of(text); break;
    case HintKind::colour: said = colour_of(text); break;
    case HintKind::present: break;
  }
  if (row.css.ends_with(':') && said.empty()) return;
  if (row.kind == HintKind::percentage && !said.ends_with('%')) return;
  css.append(row.css).append(said).append(";");
}

}  // namespace

std::string presentational_hints(const html::Tree& tree, html::NodeIndex node) {
  std::string css;
  const auto& element = tree[node];
  if (element.attribute_count == 0 || element.tag == Tag::unknown) return css;
  for (const auto& attribute : std::span(tree.attributes).subspan(element.first_attribute, element.attribute_count)) {
    // Nearly all attributes are these, and never one for looks.
    if (attribute.name == "class" || attribute.name == "id" || attribute.name == "href") continue;
    for (const auto& row : kHints) {
      if (attribute.name == row.attribute && std::ranges::find(row.tags, element.tag) != row.tags.end())
        add(css, row, attribute.value);
    }
  }
  return css;
}

}  // namespace sats::style
