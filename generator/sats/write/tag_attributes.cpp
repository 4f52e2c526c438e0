#include "sats/write/tag_attributes.h"

#include <array>
#include <cstddef>

#include "sats/write/pdf_syntax.h"

namespace sats {
namespace {

constexpr std::array<std::string_view, 39> kRoleNames{
    "",      "Document", "Part",      "Art",  "Sect", "Div",   "BlockQuote", "Caption", "TOC",   "TOCI",
    "Index", "P",        "H1",        "H2",   "H3",   "H4",    "H5",         "H6",      "L",     "LI",
    "Lbl",   "LBody",    "Table",     "TR",   "TH",   "TD",    "THead",      "TBody",   "TFoot", "Span",
    "Quote", "Note",     "Reference", "Code", "Link", "Annot", "Figure",     "Formula", "Form"};
static_assert(static_cast<std::size_t>(Role::form) + 1 == kRoleNames.size());

constexpr std::array<std::string_view, 4> kScopes{"", "/Scope/Row", "/Scope/Column", "/Scope/Both"};
constexpr std::array<std::string_view, 9> kNumberings{"None",       "Disc",       "Circle",     "Square",    "Decimal",
                                                      "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"};
constexpr std::array<std::string_view, 6> kPlacements{"", "Block", "Inline", "Before", "Start", "End"};

std::string table_attributes(const ElementAttributes& said) {
  std::string text(kScopes[static_cast<std::size_t>(said.scope)]);
  if (said.column_span > 1) text += "/ColSpan " + std::to_string(said.column_span);
  if (said.row_span > 1) text += "/RowSpan " + std::to_string(said.row_span);
  if (!said.summary.empty()) {
    text += "/Summary";
    append_text(text, said.summary);
  }
  if (!said.headers.empty()) {
    text += "/Headers[";
    for (const std::string& id : said.headers) append_bytes(text, id);
    text += ']';
  }
  return text.empty() ? text : "<</O/Table" + text + ">>";
}

std::string layout_attributes(const ElementAttributes& said, const std::optional<Rect>& box) {
  std::string text;
  if (said.placement != Placement::unsaid)
    text += "/Placement/" + std::string(kPlacements[static_cast<std::size_t>(said.placement)]);
  if (box) {
    text += "/BBox[";
    append_numbers(text, box->x, box->y, box->x + box->width, box->y + box->height);
    text.back() = ']';
  }
  return text.empty() ? text : "<</O/Layout" + text + ">>";
}

std::string field_attributes(const std::optional<PrintedField>& field) {
  if (!field) return {};
  const bool button = field->kind == FieldKind::checkbox || field->kind == FieldKind::radio;
  std::string text = "<</O/PrintField/Role/";
  text += field->kind == FieldKind::checkbox ? "cb" : field->kind == FieldKind::radio ? "rb" : "tv";
  if (button) text += field->checked ? "/checked/on" : "/checked/off";
  if (!field->description.empty()) {
    text += "/Desc";
    append_text(text, field->description);
  }
  return text + ">>";
}

}  // namespace

std::string_view role_name(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

std::string attribute_objects(Role role, const ElementAttributes& said, const std::optional<Rect>& box) {
  std::string lists = table_attributes(said);
  if (role == Role::list)
    lists += "<</O/List/ListNumbering/" + std::string(kNumberings[static_cast<std::size_t>(said.numbering)]) + ">>";
  lists += layout_attributes(said, box) + field_attributes(said.printed_field);
  if (lists.empty()) return lists;
  return lists.find(">><<") == std::string::npos ? "/A" + lists : "/A[" + lists + "]";
}

std::string spoken_attributes(const ElementAttributes& said) {
  std::string text;
  const auto say = [&text](std::string_view key, const std::string& value) {
    text += key;
    append_text(text, value);
  };
  if (!said.language.empty()) say("/Lang", said.language);
  if (said.alternative) say("/Alt", *said.alternative);
  if (said.actual_text) say("/ActualText", *said.actual_text);
  if (!said.title.empty()) say("/T", said.title);
  return text;
}

}  // namespace sats
