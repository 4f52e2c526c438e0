#include <algorithm>
#include <span>

#include "sats/layout/table_flow.h"

namespace sats::layout {

bool TableFlow::ends_in(const Span& span, std::uint32_t row) const {
  const auto& cell = grid_.cells[span.cell];
  return cell.row + cell.row_span - 1 == row;
}

float TableFlow::height_for_spans(std::uint32_t row) const {
  float height = 0;
  for (const auto& span : spans_) {
    if (ends_in(span, row)) height = std::max(height, span.top + span.height - y_);
  }
  return height;
}

bool TableFlow::end_spans(std::uint32_t row, float height) {
  bool goes_on = false;
  std::erase_if(spans_, [&](const Span& span) {
    if (!ends_in(span, row)) return false;
    goes_on = goes_on || span.token != kNoIndex;
    if (span.token == kNoIndex) align_cell(span.fragment, y_ + height - span.top, -1);
    return span.token == kNoIndex;
  });
  return goes_on;
}

void TableFlow::reach_around_spans() {
  float missing = 0;
  for (const auto& span : spans_) missing = std::max(missing, span.top + span.height + grid_.spacing_y - y_);
  const auto last = fragment().last_child;
  if (missing <= 0 || last == kNoIndex) return;
  auto& fragments = layouter_.fragments;
  fragments[last].height += missing;
  y_ += missing;
  const auto& row = grid_.rows[fragments[last].first_line];
  const auto cells = std::span(grid_.cells).subspan(row.first_cell, row.cell_count);
  for (auto cell = fragments[last].first_child; cell != kNoIndex; cell = fragments[cell].next) {
    const auto found = std::ranges::find(cells, fragments[cell].box, &GridCell::box);
    if (found != cells.end() && found->row_span == 1) fragments[cell].height += missing;
  }
}

void TableFlow::cut_spans(BreakToken& token) {
  reach_around_spans();
  for (const auto& span : spans_) {
    auto& cell = layouter_.fragments[span.fragment];
    const float shown = y_ - grid_.spacing_y - span.top;
    cell.height = shown;
    cell.ends_box = false;
    token.spans.push_back({span.cell, span.token});
  }
}

void TableFlow::resume_spans() {
  const auto open = token().spans;
  for (const auto& span : open) {
    const auto& cell = grid_.cells[span.cell];
    Result result;
    auto laid = span.token == kNoIndex ? kNoIndex : lay_cell(cell, span.token, Above::nothing, result);
    if (laid == kNoIndex) laid = rest_of(cell);
    // It hangs below a row fragment of no height, so that rows hold all cells.
    const auto carrier = layouter_.fragments.add(grid_.rows[cell.row].box);
    auto& row = layouter_.fragments[carrier];
    row.y = y_;
    place_across(row);
    row.first_line = cell.row;
    row.starts_box = false;
    layouter_.fragments.append(carrier, laid);
    layouter_.fragments.append(fragment_, carrier);
    spans_.push_back({span.cell, laid, carrier, y_, layouter_.fragments[laid].height, result.token});
  }
}

}  // namespace sats::layout
