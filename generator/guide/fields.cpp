#include "guide/fields.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "guide/report.h"
#include "guide/text_pieces.h"
#include "guide/walk.h"

namespace guide {

namespace {

bool is_name(std::string_view name) {
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
  };
  return !name.empty() && std::all_of(name.begin(), name.end(), fits) && name.front() != '.' && name.back() != '.';
}

/// The next `{{...}}` of a text: what stands before it, and what is between the braces.
struct Braces {
  std::string_view before;
  std::string_view inside;
  std::string_view after;
};

std::optional<Braces> next_braces(std::string_view text) {
  const auto open = text.find("{{");
  const auto close = open == std::string_view::npos ? open : text.find("}}", open + 2);
  if (close == std::string_view::npos) return std::nullopt;
  return Braces{text.substr(0, open), text.substr(open + 2, close - open - 2), text.substr(close + 2)};
}

Node text_node(std::string_view text, const base::Span& where) {
  return {.content = Text{std::string(text)}, .where = place_of(text, where)};
}

/// A field that is begun at the front of a text and ends at no braces of its own.
base::Problem unclosed(std::string_view begun, const base::Span& where) {
  const auto blank = std::ranges::find_if(begun, [](char c) { return c >= 0 && c <= ' '; });
  const std::string written(begun.begin(), blank);
  return error_at(place_of(written, where), "guide.felt.uafsluttet", {{"felt", written}});
}

/// The pieces of one Text.
std::vector<Node> pieces_of(const Node& node, base::Problems& problems) {
  std::vector<Node> pieces;
  auto where = node.where;
  std::string_view rest = as<Text>(node)->text;
  for (auto braces = next_braces(rest); braces; braces = next_braces(rest)) {
    const auto begun = rest.substr(braces->before.size());
    if (const auto next = begun.find("{{", 2); next < begun.size() - braces->after.size()) {
      // The braces that close belong to the field that is begun last.
      const auto until = braces->before.size() + next;
      problems.add(unclosed(begun, where));
      pieces.push_back(text_node(rest.substr(0, until), where));
      where.begin = pieces.back().where.end < where.end ? pieces.back().where.end : where.begin;
      rest = rest.substr(until);
      continue;
    }
    if (!braces->before.empty()) pieces.push_back(text_node(braces->before, where));
    const auto written = "{{" + std::string(braces->inside) + "}}";
    const auto place = place_of(written, where);
    const auto name = trimmed(braces->inside);
    if (is_name(name)) {
      pieces.push_back({.content = Field{std::string(name)}, .where = place});
    } else {
      problems.add(error_at(place, "guide.felt.ugyldigt", {{"felt", written}}));
    }
    where.begin = place.end < where.end ? place.end : where.begin;
    rest = braces->after;
  }
  if (const auto open = rest.find("{{"); open != std::string_view::npos) problems.add(unclosed(rest.substr(open), where));
  if (!rest.empty()) pieces.push_back(text_node(rest, where));
  return pieces;
}

}  // namespace

void split_fields(std::vector<Node>& nodes, base::Problems& problems) {
  walk_lists(nodes, [&](std::vector<Node>& siblings) {
    std::vector<Node> split;
    for (auto& node : siblings) {
      const auto* text = as<Text>(node);
      if (text == nullptr || text->text.find("{{") == std::string::npos) {
        split.push_back(std::move(node));
      } else {
        auto pieces = pieces_of(node, problems);
        std::move(pieces.begin(), pieces.end(), std::back_inserter(split));
      }
    }
    siblings = std::move(split);
  });
}

void refuse_fields(const std::vector<Node>& nodes, base::Problems& problems) {
  walk(nodes, [&](const Node& node) {
    const auto* text = as<Text>(node);
    // A stray include is reported as what it is.
    if (text != nullptr && text->text.find("{{>") == std::string::npos) refuse_fields(text->text, node.where, problems);
  });
}

void refuse_fields(std::string_view text, const base::Span& where, base::Problems& problems) {
  const auto braces = next_braces(text);
  if (!braces) return;
  const auto written = "{{" + std::string(braces->inside) + "}}";
  problems.add(error_at(place_of(written, where), "guide.felt.uden-for-uddrag", {{"felt", written}}));
}

}  // namespace guide
