#include "guide/tables.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "guide/report.h"
#include "guide/text_pieces.h"
#include "guide/walk.h"

namespace guide {

namespace {

constexpr std::array<std::string_view, 2> kCaptionWords{"Tabel:", "Table:"};

/// The word that makes a paragraph a caption, or nothing.
std::string_view caption_word(const Node& node) {
  const auto* text = as<Paragraph>(node) == nullptr || node.children.empty() ? nullptr : as<Text>(node.children.front());
  if (text == nullptr) return {};
  for (const auto word : kCaptionWords) {
    if (text->text.starts_with(word)) return word;
  }
  return {};
}

void move_caption(Node& paragraph, Node& table, std::size_t word_size) {
  table.title = std::move(paragraph.children);
  auto& text = as<Text>(table.title.front())->text;
  text = std::string(trimmed(std::string_view(text).substr(word_size)));
  if (table.title.size() > 1 && !text.empty()) text += ' ';
}

void caption_siblings(std::vector<Node>& siblings, base::Problems& problems) {
  std::vector<Node> kept;
  for (std::size_t index = 0; index < siblings.size(); ++index) {
    const auto word = caption_word(siblings[index]);
    const bool before_table = index + 1 < siblings.size() && as<Table>(siblings[index + 1]) != nullptr;
    if (word.empty() || !before_table) {
      if (!word.empty()) problems.add(warning_at(place_of(word, siblings[index].where), "guide.tabel.tekst-uden-tabel"));
      kept.push_back(std::move(siblings[index]));
    } else {
      move_caption(siblings[index], siblings[index + 1], word.size());
    }
  }
  siblings = std::move(kept);
}

std::size_t cells_written(std::string_view line) {
  const auto row = trimmed(line);
  std::size_t bars = 0;
  for (std::size_t at = 0; at < row.size(); ++at) {
    if (row[at] == '\\') {
      ++at;
    } else if (row[at] == '|') {
      ++bars;
    }
  }
  const bool ends = row.size() > 1 && row.ends_with('|') && !row.ends_with("\\|");
  return bars + 1 - (row.starts_with('|') ? 1U : 0U) - (ends ? 1U : 0U);
}

void check_rows(const Node& table, base::Problems& problems) {
  const auto columns = as<Table>(table)->columns.size();
  for (const auto& row : table.children) {
    const auto written = cells_written(slice(row.where));
    if (written <= columns) continue;
    problems.add(warning_at(row.where, "guide.tabel.for-mange-celler",
                            {{"celler", std::to_string(written)}, {"kolonner", std::to_string(columns)}}));
  }
}

}  // namespace

void caption_tables(std::vector<Node>& nodes, base::Problems& problems) {
  walk_lists(nodes, [&](std::vector<Node>& siblings) { caption_siblings(siblings, problems); });
  walk(nodes, [&](const Node& node) {
    if (as<Table>(node) != nullptr) check_rows(node, problems);
  });
}

}  // namespace guide
