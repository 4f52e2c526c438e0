// The backgrounds of a table's columns, row groups and rows. They are painted in the cells (css-tables-3 §3.8), below all of
// them: a cell over several rows has the background of its first one.

#include <algorithm>
#include <span>

#include "sats/layout/decoration.h"
#include "sats/layout/ink.h"
#include "sats/layout/line_rules.h"

namespace sats::layout {

namespace {

struct TrackCell {
  Rect box;
  const GridCell* cell = nullptr;
  std::size_t row = 0;  ///< Of the rows on this page.
};

struct TrackRow {
  Rect box;
  const GridRow* row = nullptr;
  bool starts = true;
  bool ends = true;
};

Rect around_both(const Rect& a, const Rect& b) {
  if (a.height <= 0 || a.width <= 0) return b;
  const float x = std::min(a.x, b.x);
  const float y = std::min(a.y, b.y);
  return {x, y, std::max(a.x + a.width, b.x + b.width) - x, std::max(a.y + a.height, b.y + b.height) - y};
}

bool is_filled(const Box& box) {
  return !box.anonymous && (box.style->background_color.alpha > 0 || box.style->background_image != nullptr);
}

bool is_rounded(const ComputedStyle& s) {
  const css::Length none{};
  return !(s.border_top_left_radius == none && s.border_top_right_radius == none && s.border_bottom_left_radius == none &&
           s.border_bottom_right_radius == none);
}

/// The tracks of one table while they are painted.
class TableTracks {
 public:
  TableTracks(Document& document, Layouter& layouter, const PlacedFragment& table)
      : document_(document),
        fragments_(layouter.fragments),
        grid_(layouter.grid(fragments_[table.fragment].box)),
        table_(table),
        is_rtl_(box(fragments_[table.fragment].box).style->direction == style::Direction::rtl) {}

  void paint() {
    if (!are_filled()) return;
    place();
    paint_columns(grid_.column_groups);
    paint_columns(grid_.columns);
    paint_groups();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const auto& row = rows_[i];
      paint_track({box(row.row->box), {row.box, row.starts, row.ends}},
                  [i](const TrackCell& cell) { return cell.row == i; });
    }
  }

 private:
  struct Track {
    const Box& box;
    DecoratedBox piece;
  };

  [[nodiscard]] const Box& box(BoxIndex index) const { return document_.box(index); }

  [[nodiscard]] bool are_filled() const {
    const auto filled = [this](BoxIndex index) { return index != kNoBox && is_filled(box(index)); };
    return std::ranges::any_of(grid_.rows, [&](const GridRow& row) { return filled(row.box) || filled(row.group); }) ||
           std::ranges::any_of(grid_.columns, filled) || std::ranges::any_of(grid_.column_groups, filled);
  }

  void place() {
    whole_ = grid_.spacing_x <= 0 && grid_.spacing_y <= 0;
    for (auto row = fragments_[table_.fragment].first_child; row != kNoIndex; row = fragments_[row].next) {
      const auto& piece = fragments_[row];
      if (box(piece.box).kind != BoxKind::row) continue;
      const Rect area{table_.x + piece.x, table_.y + piece.y, piece.width, piece.height};
      place_cells(row, area);
      rows_.push_back({area, &grid_.rows[piece.first_line], piece.starts_box, piece.ends_box});
    }
  }

  void place_cells(FragmentIndex row, const Rect& area) {
    const auto& grid_row = grid_.rows[fragments_[row].first_line];
    const auto cells = std::span(grid_.cells).subspan(grid_row.first_cell, grid_row.cell_count);
    for (auto cell = fragments_[row].first_child; cell != kNoIndex; cell = fragments_[cell].next) {
      const auto& piece = fragments_[cell];
      const auto found = std::ranges::find(cells, piece.box, &GridCell::box);
      const bool is_empty = piece.first_child == kNoIndex && piece.starts_box;
      if (found == cells.end()) continue;
      whole_ = whole_ && found->row_span == 1 && found->column_span == 1;
      if (is_empty && !grid_.collapsed && box(piece.box).style->empty_cells == style::EmptyCells::hide) continue;
      cells_.push_back({{area.x + piece.x, area.y + piece.y, piece.width, piece.height}, &*found, rows_.size()});
    }
  }

  void paint_columns(const std::vector<BoxIndex>& columns) {
    if (rows_.empty()) return;
    const float top = rows_.front().box.y;
    const float bottom = rows_.back().box.y + rows_.back().box.height;
    for (std::uint32_t first = 0, next = 0; first < columns.size(); first = next) {
      for (next = first + 1; next < columns.size() && columns[next] == columns[first]; ++next) continue;
      if (columns[first] == kNoBox) continue;
      const float left = grid_.positions[first];
      const float right = grid_.positions[next - 1] + grid_.widths[next - 1];
      paint_track({box(columns[first]), {{table_.x + left, top, right - left, bottom - top}}}, [&](const TrackCell& placed) {
        const auto& cell = *placed.cell;
        const auto column = is_rtl_ ? cell.column + cell.column_span - 1 : cell.column;
        return column >= first && column < next;
      });
    }
  }

  void paint_groups() {
    for (std::size_t first = 0, next = 0; first < rows_.size(); first = next) {
      const auto group = rows_[first].row->group;
      auto area = rows_[first].box;
      for (next = first + 1; next < rows_.size() && rows_[next].row->group == group; ++next)
        area = around_both(area, rows_[next].box);
      if (group == kNoBox) continue;
      paint_track({box(group), {area}}, [&](const TrackCell& cell) { return cell.row >= first && cell.row < next; });
    }
  }

  /// In one piece where cells stand close to each other, else cell by cell.
  template <typename Holds>
  void paint_track(Track track, Holds holds) {
    if (!is_filled(track.box)) return;
    static constexpr Edges kNoBorders{};
    const auto& s = *track.box.style;
    Ink ink(document_.out);
    if (s.opacity < 1) ink.opacity(std::clamp(s.opacity, 0.0F, 1.0F));
    track.piece.widths = &kNoBorders;
    if (whole_) decorate(document_, s, track.piece);
    const bool is_plain = s.background_image == nullptr && !is_rounded(s);
    for (const auto& cell : cells_) {
      if (whole_ || !holds(cell)) continue;
      auto piece = track.piece;
      piece.box = is_plain ? cell.box : around_both(track.piece.box, cell.box);
      if (!is_plain) ink.clip({cell.box, {}});
      decorate(document_, s, piece);
      if (!is_plain) ink.restore();
    }
    if (s.opacity < 1) ink.restore();
  }

  Document& document_;
  const Fragments& fragments_;
  const TableGrid& grid_;
  PlacedFragment table_;
  bool is_rtl_;
  bool whole_ = true;  ///< No spacing and no spans: tracks and cells cover the same ground.
  std::vector<TrackRow> rows_;
  std::vector<TrackCell> cells_;
};

}  // namespace

void paint_table_tracks(Document& document, Layouter& layouter, const PlacedFragment& table) {
  TableTracks(document, layouter, table).paint();
}

}  // namespace sats::layout
