#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/source_text.h"

namespace sats {

/// Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4), and `content` for a leaf that holds painted things.
enum class Role : std::uint8_t {
  content,
  document,
  part,
  article,
  section,
  division,
  block_quote,
  caption,
  toc,
  toc_item,
  index,
  paragraph,
  heading_1,
  heading_2,
  heading_3,
  heading_4,
  heading_5,
  heading_6,
  list,
  list_item,
  label,
  list_body,
  table,
  table_row,
  table_header_cell,
  table_data_cell,
  table_head,
  table_body,
  table_foot,
  span,
  quote,
  note,
  reference,
  code,
  link,
  annotation,
  figure,
  formula,
  form,
};

enum class HeaderScope : std::uint8_t { none, row, column, both };
enum class ListNumbering : std::uint8_t {
  none,
  disc,
  circle,
  square,
  decimal,
  upper_roman,
  lower_roman,
  upper_alpha,
  lower_alpha
};
enum class Placement : std::uint8_t { unsaid, block, inline_, before, start, end };

/// A rectangle on a page in points, origin at the top left corner, y downwards.
struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  bool operator==(const Rect&) const = default;
};

enum class FieldKind : std::uint8_t { text, multiline_text, checkbox, radio, select };

/// A form field that is only printed, not filled in on the screen (ISO 32000-1, 14.8.5.6).
struct PrintedField {
  FieldKind kind = FieldKind::text;
  bool checked = false;
  std::string description;
};

/// What only some elements carry.
struct ElementAttributes {
  std::string language;
  std::optional<std::string> alternative;  ///< Empty and said is not the same as unsaid.
  std::optional<std::string> actual_text;
  std::string title;
  std::string id;                    ///< Unique in the document; `headers` name it.
  std::vector<std::string> headers;  ///< Ids of the header cells of a cell.
  std::string summary;
  HeaderScope scope = HeaderScope::none;
  std::uint16_t column_span = 1;
  std::uint16_t row_span = 1;
  ListNumbering numbering = ListNumbering::none;
  Placement placement = Placement::unsaid;
  std::optional<PrintedField> printed_field;
  std::optional<Rect> bounding_box;  ///< Worked out from what is painted when it is not said.
};

using NodeId = std::uint32_t;
constexpr std::uint32_t kNone = 0xFFFFFFFF;

/// A node of the tag tree. Nodes stand in document order and a parent stands before its children, so the order of a node's
/// children, elements and content mixed, is the order in which a reader hears them, whatever order they are painted in.
struct StructureNode {
  Role role = Role::content;
  std::uint32_t parent = kNone;
  std::uint32_t attributes = kNone;     ///< Index into `StructureTree::attributes`.
  std::uint32_t source_offset = kNone;  ///< Byte in the HTML, for problems.
};

/// The tag tree; node 0 is the Document element.
struct StructureTree {
  std::vector<StructureNode> nodes;
  std::vector<ElementAttributes> attributes;

  /// Adds a node behind all others.
  NodeId add(Role role, NodeId parent, std::uint32_t source_offset = kNone) {
    nodes.push_back({role, parent, kNone, source_offset});
    return static_cast<NodeId>(nodes.size() - 1);
  }

  /// The attributes of a node, made when it has none yet.
  ElementAttributes& attributes_of(NodeId node) {
    if (nodes[node].attributes == kNone) {
      nodes[node].attributes = static_cast<std::uint32_t>(attributes.size());
      attributes.emplace_back();
    }
    return attributes[nodes[node].attributes];
  }
};

}  // namespace sats
