#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sats/html/tree.h"
#include "sats/page/laid_document.h"
#include "sats/style/styled_tree.h"

namespace sats::layout {

using style::ComputedStyle;
using BoxIndex = std::uint32_t;
inline constexpr BoxIndex kNoBox = 0xFFFFFFFF;

enum class BoxKind : std::uint8_t {
  block,  ///< Holds boxes under each other.
  lines,  ///< Holds a paragraph: text and what stands in it.
  picture,
  field,  ///< A form control.
  table,
  row_group,
  row,
  cell,
  flex,
  columns,
};

/// Whether a break was asked for, and is not only allowed or unwanted.
inline bool is_forced(style::Break value) {
  return value != style::Break::auto_ && value != style::Break::avoid && value != style::Break::avoid_column;
}

/// How a box takes part in the flow around it.
enum class FlowKind : std::uint8_t { in_flow, floating, absolute, atomic, footnote };

/// A box that is laid out; boxes form a tree in one array.
struct Box {
  BoxKind kind = BoxKind::block;
  FlowKind flow = FlowKind::in_flow;
  bool own_context = false;                         ///< Margins and floats stay inside (a block formatting context).
  bool collapses_through = false;                   ///< No height at all: the margins above and below are one.
  bool anonymous = false;                           ///< Has no edges of its own; `style` is the parent's.
  style::Break break_before = style::Break::auto_;  ///< With what the first child asks for.
  style::Break break_after = style::Break::auto_;   ///< With what the last child asks for.
  std::uint16_t page_start = 0;  ///< Name of the page that its first and last content ask for; 0 is unnamed.
  std::uint16_t page_end = 0;
  std::uint16_t column_span = 1;
  std::uint16_t row_span = 1;
  const ComputedStyle* style = nullptr;
  html::NodeIndex node = html::kNoNode;
  BoxIndex parent = kNoBox;
  BoxIndex first_child = kNoBox;
  BoxIndex last_child = kNoBox;
  BoxIndex next = kNoBox;
  std::uint32_t content = kNone;   ///< Paragraph, picture or field, by kind.
  std::uint32_t marker = kNone;    ///< Row of `BoxTree::markers`.
  std::uint32_t anchor = kNone;    ///< What is noted when it is placed: its id, bookmark, named strings.
  std::uint32_t link = kNone;      ///< The link that a picture stands in.
  NodeId leaf = kNone;             ///< What a picture or field is in the tag tree.
  std::uint32_t measured = kNone;  ///< Cached widths, row of the layouter's table.
};

enum class ItemType : std::uint8_t {
  text,
  open,
  close,
  atomic,
  floating,
  absolute,
  footnote,
  line_break,
  leader,
};

/// A piece of a paragraph. Offsets are bytes of the paragraph's text.
struct InlineItem {
  ItemType type = ItemType::text;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  const ComputedStyle* style = nullptr;
  BoxIndex box = kNoBox;
  NodeId leaf = kNone;
  std::uint32_t link = kNone;
  std::uint32_t anchor = kNone;
  std::uint32_t deferred = kNone;  ///< A page number that is not known yet: row of `BoxTree::numbers`.
  std::uint32_t partner = kNone;   ///< For open the item that closes it, and the other way.
  html::NodeIndex node = html::kNoNode;
};

struct PreparedParagraph;

/// Inline content that is broken into lines together. Its text lies in the laid document.
struct Paragraph {
  std::uint32_t text_begin = 0;
  std::uint32_t text_end = 0;
  std::uint32_t first_item = 0;
  std::uint32_t item_count = 0;
  std::uint32_t gaps = kNone;  ///< Row of `BoxTree::gaps`.
  const ComputedStyle* style = nullptr;
  bool breaks_words = false;  ///< In a cell that has no room for its words: they are broken anywhere.
  std::shared_ptr<PreparedParagraph> prepared;
};

/// Whether a space that nobody sees stands before and after a paragraph's text, for those who hear it.
struct ParagraphGaps {
  bool before = false;
  bool after = false;
};

/// A list item's sign: drawn, or a text.
struct ListMarker {
  std::string text;
  style::ListStyleType type = style::ListStyleType::disc;
  const ComputedStyle* style = nullptr;
  NodeId leaf = kNone;
  std::shared_ptr<const Picture> picture;
};

/// A page number to be filled in: of the page an anchor is on, or of the page it stands on itself when that is kNone.
struct PageNumber {
  std::uint32_t anchor = kNone;
  style::ListStyleType style = style::ListStyleType::decimal;
};

/// The page numbers of an earlier pass, by anchor; empty in the first.
using KnownNumber = std::optional<int>;
using KnownNumbers = std::vector<KnownNumber>;

/// A picture of the document in a box.
struct PictureBox {
  std::uint32_t picture = kNone;  ///< Index in the laid document; kNone when it could not be read.
  float width = 0;                ///< From the attributes, in points; 0 when unsaid.
  float height = 0;
  std::string alternative;
};

/// Assignment of a named string (`string-set`).
struct NamedString {
  std::uint16_t name = 0;
  std::string value;
};

/// What is noted of an element when its first piece is placed on a page.
struct Anchor {
  html::NodeIndex node = html::kNoNode;
  std::string_view id;
  NodeId tag = kNone;  ///< Its element in the tag tree.
  std::string bookmark;
  int bookmark_level = 0;
  std::vector<NamedString> strings;
  std::optional<int> page_number;  ///< `counter-reset: page`: the number of the page it comes to stand on.
  std::uint32_t page = kNone;      ///< Where it came to stand; kNone until then.
  float x = 0;
  float y = 0;
};

/// Everything layout places, made from the styled document in one walk.
struct BoxTree {
  std::vector<Box> boxes;
  std::vector<Paragraph> paragraphs;
  std::vector<ParagraphGaps> gaps;
  std::vector<InlineItem> items;
  std::vector<ListMarker> markers;
  std::vector<PageNumber> numbers;
  std::vector<PictureBox> pictures;
  std::vector<FormField> fields;
  std::vector<std::string> page_names{""};
  std::vector<std::string> string_names;
  std::vector<Anchor> anchors;
  std::vector<BoxIndex> fixed_boxes;
  bool has_footnotes = false;
  bool has_relative_inlines = false;  ///< Inline elements with `position: relative`.
  BoxIndex root = kNoBox;
};

}  // namespace sats::layout
