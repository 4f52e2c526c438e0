#include "guide/footnote_labels.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "guide/report.h"
#include "guide/walk.h"

namespace guide {

namespace {

/// `[^label]` at the start of a text, or nothing.
std::optional<std::string_view> mark_at(std::string_view text) {
  if (!text.starts_with("[^")) return std::nullopt;
  const auto end = text.find_first_of("] \t\r\n");
  if (end == std::string_view::npos || end == 2 || text[end] != ']') return std::nullopt;
  return text.substr(0, end + 1);
}

bool holds(const base::Span& span, std::size_t at) { return span.begin <= at && at < span.end; }

/// Places where `[^x]:` means nothing.
std::vector<base::Span> code_places(const MarkdownTree& tree) {
  std::vector<base::Span> places;
  const auto visit = [&](const Node& node) {
    if (as<CodeBlock>(node) != nullptr) places.push_back(node.where);
  };
  walk(tree.nodes, visit);
  for (const auto& footnote : tree.footnotes) walk(footnote, visit);
  return places;
}

void check_marks(const std::vector<Node>& nodes, base::Problems& problems) {
  walk(nodes, [&](const Node& node) {
    const auto* text = as<Text>(node);
    if (text == nullptr || text->text.find("[^") == std::string::npos) return;
    const std::string_view source = node.where.source->text;
    for (auto at = source.find("[^", node.where.begin); at < node.where.end; at = source.find("[^", at + 2)) {
      const auto mark = mark_at(source.substr(at));
      if (!mark || (at > 0 && source[at - 1] == '\\') || text->text.find(*mark) == std::string::npos) continue;
      const auto begin = static_cast<std::uint32_t>(at);
      problems.add(error_at({node.where.source, begin, begin + static_cast<std::uint32_t>(mark->size())},
                            "guide.fodnote.findes-ikke", {{"maerke", std::string(*mark)}}));
    }
  });
}

bool any_begins_in(const std::vector<base::Span>& places, std::size_t line_begin, std::size_t line_end) {
  return std::any_of(places.begin(), places.end(),
                     [&](const base::Span& place) { return line_begin <= place.begin && place.begin <= line_end; });
}

}  // namespace

void check_footnote_labels(const base::Source& source, std::uint32_t begin, const MarkdownTree& tree,
                           const std::vector<base::Span>& defined, base::Problems& problems) {
  check_marks(tree.nodes, problems);
  for (const auto& footnote : tree.footnotes) check_marks(footnote, problems);
  const auto code = code_places(tree);
  const std::string_view text = source->text;
  for (std::size_t at = begin; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    const auto first = std::min(text.find_first_not_of("> ", at), end);
    const auto mark = mark_at(text.substr(first, end - first));
    const bool opens_footnote = mark && text.substr(first + mark->size()).starts_with(':');
    const bool in_code = std::any_of(code.begin(), code.end(), [&](const base::Span& span) { return holds(span, first); });
    if (opens_footnote && !in_code && !any_begins_in(defined, at, end)) {
      const auto where = static_cast<std::uint32_t>(first);
      problems.add(error_at({source, where, where + static_cast<std::uint32_t>(mark->size())}, "guide.fodnote.ubrugt",
                            {{"maerke", std::string(*mark)}}));
    }
    at = end + 1;
  }
}

}  // namespace guide
