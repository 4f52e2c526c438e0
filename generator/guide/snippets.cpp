#include "guide/snippets.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "guide/fields.h"
#include "guide/outline.h"
#include "guide/page_structure.h"
#include "guide/report.h"
#include "guide/text_reader.h"
#include "guide/walk.h"

namespace guide {

namespace {

bool holds_braces(std::string_view text) { return text.find("{{") != std::string_view::npos; }

/// What a snippet may not hold, since it has no page of its own around it.
void refuse_page_parts(const std::vector<Node>& nodes, base::Problems& problems) {
  walk(nodes, [&](const Node& node) {
    const auto* link = as<Link>(node);
    if (link != nullptr && link->to != LinkTo::external) problems.add(error_at(node.where, "guide.uddrag.link"));
    const bool in_address = link != nullptr && (holds_braces(link->target) || holds_braces(link->tooltip));
    const auto* code = as<CodeSpan>(node);
    const auto* block = as<CodeBlock>(node);
    const bool in_code = (code != nullptr && holds_braces(code->text)) || (block != nullptr && holds_braces(block->text));
    if (in_address || in_code) problems.add(error_at(node.where, "guide.uddrag.felt-uden-for-tekst"));
    if (as<Image>(node) != nullptr) problems.add(error_at(node.where, "guide.uddrag.billede"));
    if (as<FootnoteReference>(node) != nullptr) problems.add(error_at(node.where, "guide.uddrag.fodnote"));
  });
}

/// A value as inlines: its lines with breaks between them. Nothing in it is Markdown.
std::vector<Node> value_nodes(std::string_view value, const base::Span& where) {
  std::vector<Node> nodes;
  while (true) {
    const auto newline = std::min(value.find('\n'), value.size());
    auto line = value.substr(0, newline);
    if (line.ends_with('\r')) line.remove_suffix(1);
    nodes.push_back({.content = Text{std::string(line)}, .where = where});
    if (newline == value.size()) return nodes;
    nodes.push_back({.content = LineBreak{}, .where = where});
    value.remove_prefix(newline + 1);
  }
}

std::vector<Node> filled(const std::vector<Node>& nodes, const FieldValues& values, base::Problems& problems) {
  std::vector<Node> out;
  for (const auto& node : nodes) {
    const auto* field = as<Field>(node);
    if (field == nullptr) {
      out.push_back({.content = node.content,
                     .children = filled(node.children, values, problems),
                     .title = filled(node.title, values, problems),
                     .where = node.where});
      continue;
    }
    const auto value = values.find(field->name);
    if (value == values.end() || value->second.find_first_not_of(" \t\r\n") == std::string::npos) {
      problems.add(error_at(node.where, "guide.felt.uden-vaerdi", {{"felt", field->name}}));
      continue;
    }
    auto pieces = value_nodes(value->second, node.where);
    std::move(pieces.begin(), pieces.end(), std::back_inserter(out));
  }
  return out;
}

/// Reads a file into its snippet as far as it can be read.
void read_into(Snippet& snippet, TextReader& reader, const std::string& path, base::Problems& problems) {
  const auto file = reader.open(path, load::Title::optional, problems);
  auto text = file ? reader.read(*file, path, Terms::none, problems) : std::nullopt;
  if (!text) return;
  refuse_page_parts(text->nodes, problems);
  split_fields(text->nodes, problems);
  check_heading_levels(text->nodes, problems);
  join_lines(text->nodes);
  snippet.audiences = reader.audiences_of(file->source);
  snippet.nodes = std::move(text->nodes);
  if (file->front.title) {
    snippet.title = file->front.title->text;
    if (holds_braces(snippet.title)) problems.add(error_at(file->front.title->where, "guide.uddrag.felt-uden-for-tekst"));
  }
}

}  // namespace

Snippets load_snippets(const base::FileStore& store, const SnippetContext& context, base::Problems& problems) {
  TextReader reader(store, context.folder, {.box_kinds = context.box_kinds, .audiences = context.audiences, .audience = {}});
  Snippets snippets;
  for (const auto& path : reader.files()) {
    if (!is_page_path(path)) continue;
    const auto errors_before = problems.error_count();
    Snippet snippet{.name = path.substr(0, path.size() - 3), .title = {}, .audiences = {}, .nodes = {}};
    read_into(snippet, reader, path, problems);
    snippet.is_broken = problems.error_count() > errors_before;
    snippets.emplace(snippet.name, std::move(snippet));
  }
  return snippets;
}

void check_fields(Snippet& snippet, std::span<const std::string> known_fields, base::Problems& problems) {
  walk(snippet.nodes, [&](const Node& node) {
    const auto* field = as<Field>(node);
    if (field == nullptr || std::find(known_fields.begin(), known_fields.end(), field->name) != known_fields.end()) return;
    auto problem = error_at(node.where, "guide.felt.ukendt", {{"felt", field->name}});
    problems.add(suggesting(std::move(problem), field->name, known_fields));
    snippet.is_broken = true;
  });
}

std::vector<std::string> fields_of(const Snippet& snippet) {
  std::set<std::string> names;
  walk(snippet.nodes, [&](const Node& node) {
    if (const auto* field = as<Field>(node)) names.insert(field->name);
  });
  return {names.begin(), names.end()};
}

std::optional<std::vector<Node>> merge(const Snippet& snippet, const FieldValues& values, base::Problems& problems) {
  if (snippet.is_broken) return std::nullopt;
  const auto errors_before = problems.error_count();
  auto nodes = filled(snippet.nodes, values, problems);
  if (problems.error_count() > errors_before) return std::nullopt;
  return nodes;
}

}  // namespace guide
