#include "guide/boxes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "guide/report.h"
#include "guide/text_pieces.h"
#include "guide/walk.h"

namespace guide {

namespace {

/// GitHub's names for kinds of ours.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kGithubKinds{
    {{"important", "vigtigt"}, {"warning", "advarsel"}, {"caution", "advarsel"}}};

constexpr std::array<std::string_view, 3> kDashes{"\xE2\x80\x94 ", "\xE2\x80\x93 ", "-- "};

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

std::string kind_named(std::string_view written) {
  auto kind = lower_ascii(written);
  for (const auto& [github, ours] : kGithubKinds) {
    if (kind == github) return std::string(ours);
  }
  return kind;
}

/// The word in `[!word]` at the start of a quote's first paragraph, or nothing.
std::optional<std::string> kind_word(const Node& quote) {
  if (quote.children.empty() || as<Paragraph>(quote.children.front()) == nullptr) return std::nullopt;
  const auto& inlines = quote.children.front().children;
  const auto* text = inlines.empty() ? nullptr : as<Text>(inlines.front());
  if (text == nullptr || !text->text.starts_with("[!")) return std::nullopt;
  const auto end = text->text.find_first_of("]\n");
  if (end == std::string::npos || text->text[end] != ']') return std::nullopt;
  return text->text.substr(2, end - 2);
}

void drop_leading_blanks(std::vector<Node>& inlines) {
  auto* text = inlines.empty() ? nullptr : as<Text>(inlines.front());
  if (text == nullptr) return;
  text->text.erase(0, std::min(text->text.find_first_not_of(" \n"), text->text.size()));
  if (text->text.empty()) inlines.erase(inlines.begin());
}

/// Cuts inlines at the first line end; what follows it is returned. The line end may be hard, or "\n" in a Text.
std::vector<Node> cut_after_first_line(std::vector<Node>& inlines) {
  std::vector<Node> rest;
  for (auto at = inlines.begin(); at != inlines.end(); ++at) {
    auto* text = as<Text>(*at);
    const auto newline = text == nullptr ? std::string::npos : text->text.find('\n');
    if (newline == std::string::npos && as<LineBreak>(*at) == nullptr) continue;
    if (text != nullptr && newline + 1 < text->text.size()) {
      const auto place = place_of(text->text.substr(newline + 1), at->where);
      rest.push_back({.content = Text{text->text.substr(newline + 1)}, .where = place});
    }
    rest.insert(rest.end(), std::make_move_iterator(at + 1), std::make_move_iterator(inlines.end()));
    if (text != nullptr && newline > 0) {
      text->text.resize(newline);
      ++at;
    }
    inlines.erase(at, inlines.end());
    break;
  }
  return rest;
}

/// Splits the first paragraph into the title (its first line, without the mark) and what is left of it.
void take_title(Node& box, std::size_t mark_size) {
  auto& paragraph = box.children.front();
  box.title = std::move(paragraph.children);
  as<Text>(box.title.front())->text.erase(0, mark_size);
  if (as<Text>(box.title.front())->text.starts_with('\n')) {
    paragraph.children = std::exchange(box.title, {});
  } else {
    paragraph.children = cut_after_first_line(box.title);
  }
  drop_leading_blanks(box.title);
  drop_leading_blanks(paragraph.children);
  if (paragraph.children.empty()) {
    box.children.erase(box.children.begin());
  } else {
    paragraph.where.begin = std::max(paragraph.where.begin, paragraph.children.front().where.begin);
  }
}

std::string_view leading_dash(std::string_view text) {
  const auto dash = std::find_if(kDashes.begin(), kDashes.end(), [&](std::string_view d) { return text.starts_with(d); });
  return dash == kDashes.end() ? std::string_view() : *dash;
}

bool begins_with_dash(const std::vector<Node>& inlines) {
  const auto* text = inlines.empty() ? nullptr : as<Text>(inlines.front());
  return text != nullptr && !leading_dash(text->text).empty();
}

/// Cuts the last line off a paragraph's inlines when it begins with a dash.
std::vector<Node> cut_attribution(std::vector<Node>& inlines) {
  if (begins_with_dash(inlines)) return std::exchange(inlines, {});
  for (auto at = inlines.rbegin(); at != inlines.rend(); ++at) {
    auto* text = as<Text>(*at);
    const auto newline = text == nullptr ? std::string::npos : text->text.rfind('\n');
    const bool is_break = as<LineBreak>(*at) != nullptr;
    if (newline == std::string::npos && !is_break) continue;
    std::vector<Node> last_line;
    if (!is_break && newline + 1 < text->text.size()) {
      last_line.push_back({.content = Text{text->text.substr(newline + 1)}, .where = at->where});
    }
    last_line.insert(last_line.end(), at.base(), inlines.end());
    if (!begins_with_dash(last_line)) return {};
    inlines.erase(is_break ? at.base() - 1 : at.base(), inlines.end());
    if (!is_break) text->text.resize(newline);
    return last_line;
  }
  return {};
}

void take_attribution(Node& box, base::Problems& problems) {
  std::vector<Node> line;
  if (!box.children.empty() && as<Paragraph>(box.children.back()) != nullptr) {
    line = cut_attribution(box.children.back().children);
  }
  if (line.empty()) {
    problems.add(warning_at(place_of("[!", box.where), "guide.boks.citat-uden-navn"));
    return;
  }
  auto& first = as<Text>(line.front())->text;
  first.erase(0, leading_dash(first).size());
  const auto where = line.front().where;
  if (box.children.back().children.empty()) box.children.pop_back();
  box.children.push_back({.content = Attribution{}, .children = std::move(line), .where = where});
}

void check_checklist(const Node& box, base::Problems& problems) {
  const bool has_list =
      std::any_of(box.children.begin(), box.children.end(), [](const Node& node) { return as<List>(node) != nullptr; });
  if (!has_list) problems.add(warning_at(place_of("[!", box.where), "guide.boks.tjekliste-uden-liste"));
}

void make_box(Node& quote, std::span<const std::string> kinds, base::Problems& problems) {
  const auto word = kind_word(quote);
  if (!word) return;
  const auto kind = kind_named(*word);
  if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
    const auto place = place_of(*word, place_of("[!" + *word + "]", quote.where));
    problems.add(suggesting(error_at(place, "guide.boks.ukendt", {{"boks", *word}}), kind, kinds));
    return;
  }
  quote.content = Box{.kind = kind};
  take_title(quote, word->size() + 3);
  if (kind == "citat") take_attribution(quote, problems);
  if (kind == "tjekliste") check_checklist(quote, problems);
}

}  // namespace

void make_boxes(std::vector<Node>& nodes, std::span<const std::string> kinds, base::Problems& problems) {
  walk(nodes, [&](Node& node) {
    if (as<Quote>(node) != nullptr) make_box(node, kinds, problems);
  });
}

}  // namespace guide
