// Tables in the tag tree are regular, as PDF/UA wants them: spans end where the table does, and all rows are equally long.

#include <algorithm>
#include <map>

#include "sats/layout/cell_places.h"
#include "sats/layout/tagging.h"

namespace sats::layout {

namespace {

/// Cells behind this are left as they are.
constexpr std::uint32_t kMostTaggedColumns = 65536;

struct TaggedRow {
  NodeId element;
  NodeId group;
  std::vector<NodeId> cells;
};

using TaggedTables = std::map<NodeId, std::vector<TaggedRow>>;

bool is_tagged_cell(Role role) { return role == Role::table_header_cell || role == Role::table_data_cell; }

TaggedTables tables_of(const StructureTree& tree) {
  TaggedTables tables;
  std::map<NodeId, std::pair<NodeId, std::size_t>> places;  // By row: its table, and which row of it.
  for (NodeId node = 0; node < tree.nodes.size(); ++node) {
    const auto& [role, parent, attributes, offset] = tree.nodes[node];
    if (role == Role::table_row) {
      const auto table = tree.nodes[parent].role == Role::table ? parent : tree.nodes[parent].parent;
      places[node] = {table, tables[table].size()};
      tables[table].push_back({node, parent, {}});
    } else if (is_tagged_cell(role)) {
      const auto place = places.find(parent);
      if (place != places.end()) tables[place->second.first][place->second.second].cells.push_back(node);
    }
  }
  return tables;
}

/// The rows from one on that are of its group.
std::uint32_t rows_left(const std::vector<TaggedRow>& rows, std::uint32_t row) {
  auto end = row;
  while (end < rows.size() && rows[end].group == rows[row].group) ++end;
  return end - row;
}

void make_regular(StructureTree& tree, const std::vector<TaggedRow>& rows) {
  CellPlacer placer(kMostTaggedColumns);
  std::vector<NodeId> cells;
  std::vector<CellPlace> places;
  for (std::uint32_t row = 0, left = 0; row < rows.size(); ++row, --left) {
    if (left == 0) left = rows_left(rows, row);
    placer.begin_row(row);
    for (const auto cell : rows[row].cells) {
      const auto& said = tree.attributes_of(cell);
      const auto place = placer.place(std::min<std::uint32_t>(said.row_span, left), said.column_span);
      if (!place) return;
      cells.push_back(cell);
      places.push_back(*place);
    }
  }
  const auto count = join_columns(places, placer.column_count(), 0);
  std::vector<std::uint32_t> missing(rows.size(), count);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto& said = tree.attributes_of(cells[i]);
    said.row_span = static_cast<std::uint16_t>(places[i].row_span);
    said.column_span = static_cast<std::uint16_t>(places[i].column_span);
    for (std::uint32_t row = 0; row < places[i].row_span; ++row) missing[places[i].row + row] -= places[i].column_span;
  }
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (missing[row] == 0) continue;
    const auto cell = tree.add(Role::table_data_cell, rows[row].element, tree.nodes[rows[row].element].source_offset);
    tree.attributes_of(cell).column_span = static_cast<std::uint16_t>(missing[row]);
  }
}

}  // namespace

void Tagging::make_tables_regular() {
  for (const auto& [table, rows] : tables_of(structure_)) make_regular(structure_, rows);
}

}  // namespace sats::layout
