#pragma once

#include "sats/layout/layouter.h"

namespace sats::layout {

/// A fragment with the place of its border box on the page.
struct PlacedFragment {
  FragmentIndex fragment = kNoIndex;
  float x = 0;
  float y = 0;
};

/// The lines of a table with collapsed borders.
void paint_table_lines(Document& document, Layouter& layouter, const PlacedFragment& table);

/// The backgrounds of a table's columns, row groups and rows.
void paint_table_tracks(Document& document, Layouter& layouter, const PlacedFragment& table);

/// The lines between columns.
void paint_column_rules(Document& document, const Layouter& layouter, const PlacedFragment& columns);

}  // namespace sats::layout
