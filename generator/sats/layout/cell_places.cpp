#include "sats/layout/cell_places.h"

#include <algorithm>

namespace sats::layout {

void CellPlacer::begin_row(std::uint32_t row) {
  row_ = row;
  column_ = 0;
}

std::optional<CellPlace> CellPlacer::place(std::uint32_t row_span, std::uint32_t column_span) {
  while (column_ < taken_.size() && taken_[column_] > row_) ++column_;
  if (column_ >= most_columns_) return std::nullopt;
  const CellPlace placed{row_, column_, row_span, free_columns(std::min(column_span, most_columns_ - column_))};
  if (taken_.size() < column_ + placed.column_span) taken_.resize(column_ + placed.column_span);
  for (std::uint32_t i = 0; i < placed.column_span; ++i) taken_[column_ + i] = row_ + row_span;
  column_ += placed.column_span;
  return placed;
}

std::uint32_t CellPlacer::free_columns(std::uint32_t wanted) const {
  std::uint32_t count = 1;
  while (count < wanted && (column_ + count >= taken_.size() || taken_[column_ + count] <= row_)) ++count;
  return count;
}

std::uint32_t join_columns(std::span<CellPlace> cells, std::uint32_t count, std::uint32_t kept) {
  std::vector<std::uint32_t> before(count + 1, 0);  // By column: how many stand before it when all are joined.
  for (std::uint32_t i = 0; i < std::min(kept, count); ++i) before[i + 1] = 1;
  for (const auto& cell : cells) before[cell.column + 1] = 1;
  for (std::uint32_t i = 0; i < count; ++i) before[i + 1] += before[i];
  for (auto& cell : cells) {
    const auto end = before[cell.column + cell.column_span];
    cell.column = before[cell.column];
    cell.column_span = end - cell.column;
  }
  return before[count];
}

}  // namespace sats::layout
