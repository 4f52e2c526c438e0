#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sats::layout {

/// The rows and columns of a table that a cell takes.
struct CellPlace {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
};

/// Gives the cells of a table their places, row by row, each in the first columns that are free (HTML, "forming a table").
/// A cell ends before the next column that a cell from above takes; HTML would lay the two over each other.
class CellPlacer {
 public:
  explicit CellPlacer(std::uint32_t most_columns) : most_columns_(most_columns) {}

  void begin_row(std::uint32_t row);

  /// The place of the next cell in the row; nothing when the table has no more columns.
  std::optional<CellPlace> place(std::uint32_t row_span, std::uint32_t column_span);

  /// Columns that cells have taken so far.
  [[nodiscard]] std::uint32_t column_count() const { return static_cast<std::uint32_t>(taken_.size()); }

 private:
  /// Columns up to as many as are wanted that are free in the row from the present one on, which is.
  [[nodiscard]] std::uint32_t free_columns(std::uint32_t wanted) const;

  std::uint32_t most_columns_;
  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
  std::vector<std::uint32_t> taken_;  ///< By column: the first row that is free again.
};

/// Joins each column in which no cell begins to the one before it, but none of the first `kept`. Gives the columns left.
std::uint32_t join_columns(std::span<CellPlace> cells, std::uint32_t count, std::uint32_t kept);

}  // namespace sats::layout
