// Whether the cells of a table fit into rows and columns: ISO 32000-1, table 349 (RowSpan, ColSpan, Scope).

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "checker.h"
#include "document.h"

namespace pdf_checker {
namespace {

constexpr int kMostColumns = 2000;

int span_of(const Document& document, const Element& cell, const std::string& key) {
  QPDFObjectHandle span = document.attribute(cell, "/Table", key);
  return span.isInteger() ? static_cast<int>(std::clamp(span.getIntValue(), 0LL, 100'000LL)) : 1;
}

/// A table while its rows are read one after the other.
class Grid {
 public:
  Grid(const Document& document, const Report& report) : document_(document), report_(report) {}

  void add_row(const Element& row) {
    const bool hangs = std::any_of(left_.begin(), left_.end(), [](int rows) { return rows > 0; });
    Row now{0, hangs};
    for (const Kid& kid : row.kids) {
      if (kid.kind != Kid::Kind::element) continue;
      const Element& cell = document_.elements[kid.element];
      if (cell.type == "TH" || cell.type == "TD") add_cell(cell, now);
    }
    for (std::size_t column = 0; column < left_.size(); ++column) {
      if (left_[column] > 0) now.width = std::max(now.width, column + 1);
      left_[column] = std::max(left_[column] - 1, 0);
    }
    rows_.push_back(now);
  }

  /// Cells reach no further than the rows of their THead, TBody or TFoot.
  void end_section() {
    if (std::any_of(left_.begin(), left_.end(), [](int rows) { return rows > 0; }))
      report_("a RowSpan reaches below the last row");
    left_.clear();
  }

  /// Rows may lack cells; one that spans make wider than every other does not fit.
  void end_table() const {
    const auto widest = std::max_element(rows_.begin(), rows_.end(), [](auto& a, auto& b) { return a.width < b.width; });
    if (rows_.size() < 2 || !widest->has_spans) return;
    const auto as_wide = std::count_if(rows_.begin(), rows_.end(), [&](auto& row) { return row.width == widest->width; });
    if (as_wide == 1) report_("spans make row " + std::to_string(widest - rows_.begin() + 1) + " wider than the others");
  }

 private:
  struct Row {
    std::size_t width = 0;
    bool has_spans = false;
  };

  void add_cell(const Element& cell, Row& row) {
    const int columns = span_of(document_, cell, "/ColSpan");
    const int rows = span_of(document_, cell, "/RowSpan");
    if (columns < 1 || rows < 1 || columns > kMostColumns) return report_("a span is no number of rows or columns");
    row.has_spans = row.has_spans || columns > 1;
    std::size_t begin = row.width;
    while (begin < left_.size() && left_[begin] > 0) ++begin;
    const std::size_t end = begin + static_cast<std::size_t>(columns);
    left_.resize(std::max(left_.size(), end));
    for (std::size_t column = begin; column < end; ++column) {
      if (left_[column] > 0) report_("two cells cover the same place");
      left_[column] = rows;
    }
    row.width = end;
  }

  const Document& document_;
  const Report& report_;
  std::vector<int> left_;  ///< By column: how many rows its cell goes on, this one included.
  std::vector<Row> rows_;
};

void spans_fit(const Document& document, const Report& report) {
  for (const Element& table : document.elements) {
    if (table.type != "Table") continue;
    Grid grid(document, report);
    for (const Kid& kid : table.kids) {
      if (kid.kind != Kid::Kind::element) continue;
      const Element& part = document.elements[kid.element];
      if (part.type == "TR") {
        grid.add_row(part);
        continue;
      }
      grid.end_section();
      for (const Kid& inner : part.kids) {
        if (inner.kind == Kid::Kind::element && document.elements[inner.element].type == "TR")
          grid.add_row(document.elements[inner.element]);
      }
      grid.end_section();
    }
    grid.end_section();
    grid.end_table();
  }
}

void known_scope(const Document& document, const Report& report) {
  for (const Element& element : document.elements) {
    QPDFObjectHandle scope = document.attribute(element, "/Table", "/Scope");
    if (scope.isNull()) continue;
    const std::string name = scope.isName() ? scope.getName() : "no name";
    if (name != "/Row" && name != "/Column" && name != "/Both") report("Scope is " + name);
  }
}

constexpr std::array kTableConditions{
    Condition{"eget-spaend", "RowSpan and ColSpan do not fit the table (ISO 32000-1, table 349)", spans_fit},
    Condition{"eget-retning", "Scope is none of Row, Column and Both (ISO 32000-1, table 349)", known_scope},
};

}  // namespace

std::span<const Condition> table_conditions() { return kTableConditions; }

}  // namespace pdf_checker
