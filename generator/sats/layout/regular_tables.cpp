// Tables in the tag tree are regular, as PDF/UA wants them: spans end where the table does, and all rows are equally long.

#include <algorithm>
#include <limits>
#include <map>

#include "sats/layout/cell_places.h"
#include "sats/layout/tagging.h"

namespace sats::layout {

namespace {

/// A table with more columns is left without spans; more can be said of no cell.
constexpr std::uint32_t kMostTaggedColumns = std::numeric_limits<std::uint16_t>::max();

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

/// Gives the cells of one table the spans that they can have, and its rows the cells that they lack.
class RegularTable {
 public:
  RegularTable(StructureTree& tree, const std::vector<TaggedRow>& rows) : tree_(tree), rows_(rows) {}

  void make() {
    if (!place_cells()) return forget_spans();
    missing_.assign(rows_.size(), count_);
    for (const auto& place : places_) {
      for (std::uint32_t row = 0; row < place.row_span; ++row) missing_[place.row + row] -= place.column_span;
    }
    write_spans();
    fill_rows();
  }

 private:
  /// False when the table has more columns than can be said of a cell.
  bool place_cells() {
    CellPlacer placer(kMostTaggedColumns);
    for (std::uint32_t row = 0, left = 0; row < rows_.size(); ++row, --left) {
      if (left == 0) left = rows_left(rows_, row);
      placer.begin_row(row);
      for (const auto cell : rows_[row].cells) {
        const auto& said = tree_.attributes_of(cell);
        const auto place = placer.place(std::min<std::uint32_t>(said.row_span, left), said.column_span);
        if (!place) return false;
        cells_.push_back(cell);
        places_.push_back(*place);
      }
    }
    count_ = join_columns(places_, placer.column_count(), 0);
    return true;
  }

  void forget_spans() {
    for (const auto& row : rows_) {
      for (const auto cell : row.cells) tree_.attributes_of(cell).row_span = tree_.attributes_of(cell).column_span = 1;
    }
  }

  /// Rows that cells from above take whole have no cells and therefore no tags: no span reaches over them.
  void write_spans() {
    std::vector<std::uint32_t> before(rows_.size() + 1, 0);  // By row: how many tagged rows stand before it.
    for (std::size_t row = 0; row < rows_.size(); ++row)
      before[row + 1] = before[row] + (rows_[row].cells.empty() && missing_[row] == 0 ? 0 : 1);
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const auto& place = places_[i];
      auto& said = tree_.attributes_of(cells_[i]);
      said.row_span = static_cast<std::uint16_t>(before[place.row + place.row_span] - before[place.row]);
      said.column_span = static_cast<std::uint16_t>(place.column_span);
    }
  }

  /// What a row lacks may stand on both sides of a cell from above: each gap gets a cell.
  void fill_rows() {
    std::vector<std::uint32_t> taken(count_, 0);  // By column: the first row that is free again.
    std::size_t next = 0;
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
      for (; next < places_.size() && places_[next].row == row; ++next) {
        const auto first = taken.begin() + places_[next].column;
        std::fill(first, first + places_[next].column_span, row + places_[next].row_span);
      }
      for (std::uint32_t column = 0; missing_[row] > 0; ++column) {
        auto end = column;
        while (end < count_ && taken[end] <= row) ++end;
        if (end == column) continue;
        add_empty_cell(rows_[row].element, end - column);
        missing_[row] -= end - column;
        column = end;
      }
    }
  }

  void add_empty_cell(NodeId row, std::uint32_t columns) {
    const auto cell = tree_.add(Role::table_data_cell, row, tree_.nodes[row].source_offset);
    tree_.attributes_of(cell).column_span = static_cast<std::uint16_t>(columns);
  }

  StructureTree& tree_;
  const std::vector<TaggedRow>& rows_;
  std::vector<NodeId> cells_;  ///< Row by row.
  std::vector<CellPlace> places_;
  std::uint32_t count_ = 0;
  std::vector<std::uint32_t> missing_;  ///< By row: how many columns no cell takes.
};

}  // namespace

void Tagging::make_tables_regular() {
  for (const auto& [table, rows] : tables_of(structure_)) RegularTable(structure_, rows).make();
}

}  // namespace sats::layout
