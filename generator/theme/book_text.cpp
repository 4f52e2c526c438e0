#include "theme/book_text.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <vector>

namespace theme {

namespace {

using guide::Node;
using Nodes = std::span<const Node>;

/// Letters that a line of a table holds in a column of text, and how few of them a cell with longer text is content with.
constexpr std::size_t kLettersInColumn = 58;
constexpr std::size_t kLettersInCell = 26;
constexpr std::size_t kLettersBetweenCells = 4;

/// Bytes of text that fill less than a handful of lines in each of two columns.
constexpr std::size_t kShortRun = 420;

template <typename Kind>
bool is(const Node& node) {
  return std::holds_alternative<Kind>(node.content);
}

/// The letters a table asks for in a line: for each of its columns those of the longest cell, or enough to break it well.
std::size_t letters_asked_for(const Node& table) {
  std::vector<std::size_t> columns;
  for (const auto& row : table.children) {
    columns.resize(std::max(columns.size(), row.children.size()));
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      const auto letters = std::min(guide::plain_text(row.children[i].children).size(), kLettersInCell);
      columns[i] = std::max(columns[i], letters + kLettersBetweenCells);
    }
  }
  return std::accumulate(columns.begin(), columns.end(), std::size_t{0});
}

bool takes_whole_width(const Node& node) {
  return is<guide::Figure>(node) || (is<guide::Table>(node) && letters_asked_for(node) > kLettersInColumn);
}

bool is_short(Nodes run) {
  const bool plain = std::none_of(run.begin(), run.end(), [](const Node& node) {
    return is<guide::Box>(node) || is<guide::Table>(node) || is<guide::TermList>(node) || is<guide::CodeBlock>(node);
  });
  const auto bytes = std::accumulate(run.begin(), run.end(), std::size_t{0}, [](std::size_t sum, const Node& node) {
    return sum + guide::plain_text(node.children).size();
  });
  return plain && bytes < kShortRun;
}

void append_run(std::string& out, Nodes run, const BodyPlace& place) {
  if (run.empty()) return;
  out += is_short(run) ? "<div class=\"spalter kort\">\n" : "<div class=\"spalter\">\n";
  out += body_html(run, place).markup();
  out += "</div>\n";
}

}  // namespace

base::Html book_text_html(const std::vector<Node>& nodes, const BodyPlace& place) {
  std::string out;
  Nodes rest(nodes);
  while (!rest.empty()) {
    const auto wide = std::find_if(rest.begin(), rest.end(), takes_whole_width);
    auto run = rest.first(static_cast<std::size_t>(wide - rest.begin()));
    const auto last_text = std::find_if_not(run.rbegin(), run.rend(), is<guide::Heading>);
    const auto headings = wide == rest.end() ? 0 : static_cast<std::size_t>(last_text - run.rbegin());
    append_run(out, run.first(run.size() - headings), place);
    const auto taken = run.size() + (wide == rest.end() ? 0 : 1);
    out += body_html(rest.subspan(run.size() - headings, taken - (run.size() - headings)), place).markup();
    rest = rest.subspan(taken);
  }
  return base::Html::from_trusted(out);
}

}  // namespace theme
