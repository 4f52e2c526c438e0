#include "sats/layout/painted_text.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "sats/text/white_space.h"

namespace sats::layout {

namespace {

/// Letters of the words that a problem shows.
constexpr std::size_t kMostOfWords = 40;

/// What stands in a paragraph's text for a picture or box (U+FFFC), and how it is shown.
constexpr std::string_view kObjectSign = "\xEF\xBF\xBC";
constexpr std::string_view kShownObject = "…";

std::string shown_words(std::string_view text) {
  auto words = squeezed(base::code_point_window(text, 0, kMostOfWords));
  for (auto at = words.find(kObjectSign); at != std::string::npos; at = words.find(kObjectSign, at))
    words.replace(at, kObjectSign.size(), kShownObject);
  return words;
}

void report_words(Document& document, const Box& lines, const char* code, std::uint32_t from) {
  const auto rest = document.text(document.boxes.paragraphs[lines.content]).substr(from);
  const auto words = shown_words(rest);
  if (words.empty()) return;
  auto up = &lines;
  while (up->node == html::kNoNode && up->parent != kNoBox) up = &document.box(up->parent);
  const auto node = up->node == html::kNoNode ? html::NodeIndex{0} : up->node;
  document.report(base::Severity::warning, code, node, {{"ord", words}});
}

bool is_hidden_cell(Layouter& layouter, BoxIndex cell) {
  auto& document = layouter.document();
  auto table = document.box(cell).parent;
  while (table != kNoBox && document.box(table).kind != BoxKind::table) table = document.box(table).parent;
  if (table == kNoBox) return false;
  const auto& grid = layouter.grid(table);
  const auto found = std::ranges::find(grid.cells, cell, &GridCell::box);
  if (found == grid.cells.end()) return false;
  for (auto column = found->column; column < found->column + found->column_span; ++column) {
    if (grid.columns[column] == kNoBox || !is_collapsed(document.box(grid.columns[column]))) return false;
  }
  return true;
}

bool is_hidden(Layouter& layouter, BoxIndex index) {
  const auto& document = layouter.document();
  for (; index != kNoBox; index = document.box(index).parent) {
    const auto& box = document.box(index);
    if (is_collapsed(box) || (box.kind == BoxKind::cell && is_hidden_cell(layouter, index))) return true;
  }
  return false;
}

}  // namespace

void PaintedText::begin(const Document& document) {
  painted_to_.assign(document.boxes.paragraphs.size(), 0);
  box_count_ = document.boxes.boxes.size();
}

void PaintedText::add(Document& document, const Box& lines, std::uint32_t begin, std::uint32_t end) {
  if (lines.content >= painted_to_.size()) return;
  auto& painted_to = painted_to_[lines.content];
  if (begin > painted_to && !std::exchange(has_lost_, true)) report_words(document, lines, "sats.tekst-mangler", painted_to);
  if (begin < painted_to && !std::exchange(has_doubled_, true)) report_words(document, lines, "sats.tekst-gentaget", begin);
  painted_to = std::max(painted_to, end);
}

void PaintedText::report_missing(Layouter& layouter) const {
  auto& document = layouter.document();
  for (BoxIndex index = 0; index < box_count_ && !has_lost_; ++index) {
    const auto& lines = document.box(index);
    if (lines.kind != BoxKind::lines || lines.content >= painted_to_.size()) continue;
    const auto& paragraph = document.boxes.paragraphs[lines.content];
    const auto painted_to = painted_to_[lines.content];
    if (painted_to >= paragraph.text_end - paragraph.text_begin || is_hidden(layouter, index)) continue;
    return report_words(document, lines, "sats.tekst-mangler", painted_to);
  }
}

}  // namespace sats::layout
