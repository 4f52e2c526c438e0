#include "guide/text_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "guide/boxes.h"
#include "guide/figures.h"
#include "guide/link_targets.h"
#include "guide/markdown_tree.h"
#include "guide/paths.h"
#include "guide/report.h"
#include "guide/tables.h"
#include "guide/terms.h"
#include "guide/text_pieces.h"
#include "guide/walk.h"
#include "load/markdown_text.h"

namespace guide {

namespace {

constexpr std::size_t kMaxIncludeDepth = 8;

/// The includes of a page may bring this many nodes; a chapter of 20 pages holds about 3,000.
constexpr std::size_t kMaxNodes = 200'000;

constexpr std::string_view kOutsideRoot = "base.fil.uden-for-rod";

constexpr std::string_view kIncludeFolder = "_stumper/";

/// The path in a paragraph that is nothing but `{{> path}}`, or nothing.
std::optional<std::string_view> include_path(const Node& node) {
  if (as<Paragraph>(node) == nullptr) return std::nullopt;
  auto text = trimmed(slice(node.where));
  if (!text.starts_with("{{>") || !text.ends_with("}}")) return std::nullopt;
  text = trimmed(text.substr(3, text.size() - 5));
  if (text.empty() || text.find_first_of("{}\n") != std::string_view::npos) return std::nullopt;
  return text;
}

void report_stray_includes(const std::vector<Node>& nodes, base::Problems& problems) {
  walk(nodes, [&](const Node& node) {
    const auto* text = as<Text>(node);
    if (text == nullptr || text->text.find("{{>") == std::string::npos) return;
    problems.add(error_at(place_of("{{>", node.where), "guide.stump.ikke-alene"));
  });
}

std::size_t count_nodes(const std::vector<Node>& nodes) {
  std::size_t count = 0;
  walk(nodes, [&](const Node&) { ++count; });
  return count;
}

/// The included text as a part of a text that has footnotes already.
TextTree behind(TextTree tree, std::size_t footnotes_before) {
  const auto renumber = [&](Node& node) {
    if (auto* mark = as<FootnoteReference>(node)) mark->number += static_cast<int>(footnotes_before);
  };
  walk(tree.nodes, renumber);
  for (auto& footnote : tree.footnotes) walk(footnote, renumber);
  return tree;
}

}  // namespace

TextReader::TextReader(const base::FileStore& store, std::string folder, TextRules rules)
    : store_(store), folder_(std::move(folder)), rules_(std::move(rules)) {
  while (folder_.ends_with('/')) folder_.pop_back();
  const auto prefix = folder_.empty() ? 0 : folder_.size() + 1;
  for (const auto& path : store_.files_under(folder_)) files_.push_back(path.substr(prefix));
}

std::string TextReader::in_store(std::string_view path) const {
  return folder_.empty() ? std::string(path) : folder_ + "/" + std::string(path);
}

bool TextReader::has_file(std::string_view path) const { return store_.has_file(in_store(path)); }

std::optional<std::string> TextReader::bytes(std::string_view path) const {
  base::Problems said_when_it_is_used;
  return store_.read(in_store(path), said_when_it_is_used);
}

bool TextReader::leaves_root(std::string_view path) const {
  base::Problems found;
  return !has_file(path) && !store_.read(in_store(path), found) &&
         std::any_of(found.begin(), found.end(), [](const auto& problem) { return problem.code == kOutsideRoot; });
}

std::optional<load::MarkdownFile> TextReader::open(std::string_view path, load::Title title, base::Problems& problems) {
  auto file = load::read_markdown_file(store_, in_store(path), title, problems);
  if (!file) return std::nullopt;
  check_audiences(file->front, problems);
  Opened opened{.path = std::string(path), .audiences = {}};
  for (const auto& audience : file->front.audience) opened.audiences.push_back(audience.text);
  opened_.emplace(file->source, std::move(opened));
  return file;
}

void TextReader::check_audiences(const load::FrontMatter& front, base::Problems& problems) const {
  for (const auto& audience : front.audience) {
    const auto& known = rules_.audiences;
    if (known.empty() || std::find(known.begin(), known.end(), audience.text) != known.end()) continue;
    auto problem = error_at(audience.where, "guide.maalgruppe.ukendt", {{"maalgruppe", audience.text}});
    problems.add(suggesting(std::move(problem), audience.text, known));
  }
}

Audiences TextReader::audiences_of(const base::Source& source) const {
  const auto found = opened_.find(source);
  return found == opened_.end() ? Audiences() : found->second.audiences;
}

std::string TextReader::path_of(const base::Source& source) const {
  const auto found = opened_.find(source);
  return found == opened_.end() ? std::string() : found->second.path;
}

std::optional<TextTree> TextReader::read(const load::MarkdownFile& file, std::string_view path, Terms terms,
                                         base::Problems& problems) {
  auto markdown = parse_markdown(file.source, file.body_begin, problems);
  if (!markdown) return std::nullopt;
  TextTree tree{std::move(markdown->nodes), std::move(markdown->footnotes)};
  make_boxes(tree.nodes, rules_.box_kinds, problems);
  make_figures(tree.nodes, problems);
  if (terms == Terms::lists) make_term_lists(tree.nodes, problems);
  place_link_targets(tree.nodes, path, problems);
  for (auto& footnote : tree.footnotes) place_link_targets(footnote, path, problems);
  caption_tables(tree.nodes, problems);
  if (open_.empty()) copied_ = 0;
  open_.emplace_back(path);
  expand_includes(tree, tree.nodes, path, problems);
  open_.pop_back();
  return tree;
}

void TextReader::expand_includes(TextTree& tree, std::vector<Node>& siblings, std::string_view path,
                                 base::Problems& problems) {
  std::vector<Node> expanded;
  for (auto& node : siblings) {
    if (!include_path(node)) {
      if (as<Paragraph>(node) != nullptr || as<TableCell>(node) != nullptr) report_stray_includes(node.children, problems);
      if (as<Paragraph>(node) == nullptr) expand_includes(tree, node.children, path, problems);
      expanded.push_back(std::move(node));
      continue;
    }
    const auto* text = included(node, path, problems);
    if (text == nullptr) continue;
    copied_ += count_nodes(text->nodes);
    if (copied_ > kMaxNodes) {
      problems.add(error_at(node.where, "guide.stump.for-meget", {{"graense", std::to_string(kMaxNodes)}}));
      break;
    }
    auto copy = behind(*text, tree.footnotes.size());
    std::move(copy.nodes.begin(), copy.nodes.end(), std::back_inserter(expanded));
    std::move(copy.footnotes.begin(), copy.footnotes.end(), std::back_inserter(tree.footnotes));
  }
  siblings = std::move(expanded);
}

std::optional<std::string> TextReader::find_include(std::string_view written, std::string_view path) const {
  for (const auto& candidate : {resolve_path(path, written), resolve_path("", written),
                                resolve_path("", std::string(kIncludeFolder) + std::string(written))}) {
    if (candidate && std::binary_search(files_.begin(), files_.end(), *candidate)) return candidate;
  }
  return std::nullopt;
}

const TextTree* TextReader::included(const Node& paragraph, std::string_view path, base::Problems& problems) {
  const auto written = *include_path(paragraph);
  const auto place = place_of(written, paragraph.where);
  const auto found = find_include(written, path);
  if (!found || !found->ends_with(".md")) {
    std::vector<std::string> stumps;
    for (const auto& file : files_) {
      if (!file.starts_with(kIncludeFolder) || !file.ends_with(".md")) continue;
      stumps.push_back(written.starts_with(kIncludeFolder) ? file : file.substr(kIncludeFolder.size()));
    }
    const auto* code = found ? "guide.stump.ikke-markdown" : "guide.stump.findes-ikke";
    problems.add(suggesting(error_at(place, code, {{"fil", std::string(written)}}), written, stumps));
    return nullptr;
  }
  if (std::find(open_.begin(), open_.end(), *found) != open_.end()) {
    problems.add(error_at(place, "guide.stump.i-ring", {{"fil", *found}}));
    return nullptr;
  }
  if (open_.size() > kMaxIncludeDepth) {
    problems.add(error_at(place, "guide.stump.for-dybt", {{"graense", std::to_string(kMaxIncludeDepth)}}));
    return nullptr;
  }
  if (const auto known = included_.find(*found); known != included_.end()) {
    return known->second ? &*known->second : nullptr;
  }
  const auto file = open(*found, load::Title::optional, problems);
  if (file && !file->front.audience.empty()) has_restricted_pieces_ = true;
  const bool is_wanted = file && is_for(audiences_of(file->source), rules_.audience);
  auto text = is_wanted ? read(*file, *found, Terms::none, problems) : std::nullopt;
  const auto& kept = included_.emplace(*found, std::move(text)).first->second;
  return kept ? &*kept : nullptr;
}

}  // namespace guide
