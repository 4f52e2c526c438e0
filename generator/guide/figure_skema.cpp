#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/lanes.h"
#include "guide/figure_components.h"
#include "guide/figure_fields.h"
#include "guide/report.h"

namespace guide {

namespace {

using nlohmann::json;

/// More do not fit a page's width.
constexpr std::size_t kMaxColumns = 24;

struct Cell {
  std::string text;
  std::size_t first;
  std::size_t last;
};

struct Row {
  std::string actor;
  std::vector<Cell> cells;
};

std::vector<std::string> read_columns(FigureFields& figure, base::Problems& problems) {
  std::vector<std::string> columns;
  for (const auto& item : figure.list("kolonner")) {
    auto name = scalar_text(item, "kolonner", problems);
    if (!name) continue;
    if (std::find(columns.begin(), columns.end(), *name) != columns.end()) {
      problems.add(error_at(item.where, "guide.figur.kolonne-to-gange", {{"kolonne", *name}}));
    }
    columns.push_back(std::move(*name));
  }
  if (columns.size() > kMaxColumns) {
    figure.report("guide.figur.for-mange-kolonner", figure.place("kolonner"),
                  {{"antal", std::to_string(columns.size())}, {"graense", std::to_string(kMaxColumns)}});
  }
  return columns;
}

/// The index of the column that a cell names, or nothing after a problem.
std::optional<std::size_t> column_index(FigureFields& cell, std::string_view field, const std::vector<std::string>& columns,
                                        base::Problems& problems) {
  const auto name = cell.text(field);
  if (name.empty()) return std::nullopt;
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
  problems.add(suggesting(error_at(cell.place(field), "guide.figur.ukendt-kolonne", {{"kolonne", name}}), name, columns));
  return std::nullopt;
}

std::vector<Cell> read_cells(FigureFields& row, const std::vector<std::string>& columns, base::Problems& problems) {
  std::vector<Cell> cells;
  for (const auto& item : row.list("celler")) {
    FigureFields fields(item, {"tekst", "fra", "til"}, problems);
    auto text = fields.text("tekst");
    const auto first = column_index(fields, "fra", columns, problems);
    const auto last = column_index(fields, "til", columns, problems);
    if (!first || !last) continue;
    if (*last < *first) {
      fields.report("guide.figur.slut-foer-start", fields.place("til"),
                    {{"start", columns[*first]}, {"slut", columns[*last]}});
    } else {
      cells.push_back({std::move(text), *first, *last});
    }
  }
  std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.first < b.first; });
  return cells;
}

std::vector<Row> read_rows(FigureFields& figure, const std::vector<std::string>& columns, base::Problems& problems) {
  std::vector<Row> rows;
  for (const auto& item : figure.list("raekker")) {
    FigureFields fields(item, {"aktoer", "celler"}, problems);
    auto actor = fields.text("aktoer");
    rows.push_back({std::move(actor), read_cells(fields, columns, problems)});
  }
  return rows;
}

void fill_up(json& line, std::size_t& at, std::size_t column) {
  if (column > at) line.push_back({{"tekst", ""}, {"bredde", column - at}, {"tom", true}});
  at = std::max(at, column);
}

/// The row's cells in as many lines as it takes for none to overlap; the gaps are empty cells.
json lines_of(const Row& row, std::size_t columns) {
  base::Lanes lanes;
  std::vector<std::vector<const Cell*>> lines;
  for (const auto& cell : row.cells) {
    const auto lane = lanes.place(static_cast<double>(cell.first), static_cast<double>(cell.last + 1));
    lines.resize(lanes.count());
    lines[lane].push_back(&cell);
  }
  json all = json::array();
  for (const auto& cells : lines) {
    json line = json::array();
    std::size_t at = 0;
    for (const auto* cell : cells) {
      fill_up(line, at, cell->first);
      line.push_back({{"tekst", cell->text}, {"bredde", cell->last + 1 - cell->first}, {"tom", false}});
      at = cell->last + 1;
    }
    fill_up(line, at, columns);
    all.push_back({{"celler", std::move(line)}});
  }
  return all;
}

json list_items(const std::vector<Row>& rows, const std::vector<std::string>& columns) {
  json items = json::array();
  for (const auto& row : rows) {
    for (const auto& cell : row.cells) {
      const auto time = cell.first == cell.last ? columns[cell.first] : columns[cell.first] + " - " + columns[cell.last];
      items.push_back({{"aktoer", row.actor}, {"tid", time}, {"tekst", cell.text}});
    }
  }
  return items;
}

}  // namespace

std::optional<FigureContent> read_skema(const load::YamlValue& body, base::Problems& problems) {
  const auto errors_before = problems.error_count();
  FigureFields figure(body, {"titel", "kolonnetitel", "kolonner", "raekker", "billedtekst"}, problems);
  json data{{"titel", figure.text("titel")}, {"kolonnetitel", figure.optional_text("kolonnetitel")}};
  auto caption = figure.optional_text("billedtekst");
  const auto columns = read_columns(figure, problems);
  const auto rows = read_rows(figure, columns, problems);
  if (problems.error_count() > errors_before) return std::nullopt;
  data["kolonner"] = json::array();
  for (const auto& column : columns) data["kolonner"].push_back({{"tekst", column}});
  data["antalKolonner"] = columns.size();
  data["raekker"] = json::array();
  for (std::size_t index = 0; index < rows.size(); ++index) {
    auto lines = lines_of(rows[index], columns.size());
    const auto count = lines.size();
    data["raekker"].push_back(
        {{"aktoer", rows[index].actor}, {"nummer", index + 1}, {"linjer", std::move(lines)}, {"linjeantal", count}});
  }
  data["poster"] = list_items(rows, columns);
  return FigureContent{std::move(data), std::move(caption)};
}

}  // namespace guide
