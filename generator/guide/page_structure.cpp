#include "guide/page_structure.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "guide/anchors.h"
#include "guide/report.h"
#include "guide/special_pages.h"
#include "guide/text_pieces.h"
#include "guide/walk.h"

namespace guide {

namespace {

/// Counts headings per level and writes their numbers: chapter, section, subsection.
class HeadingNumbers {
 public:
  explicit HeadingNumbers(int chapter) : chapter_(chapter) {}

  std::string next(int level) {
    if (level == 2) {
      ++section_;
      subsection_ = 0;
    } else if (level == 3) {
      ++subsection_;
    }
    if (chapter_ == 0 || level > 3) return {};
    auto number = std::to_string(chapter_) + "." + std::to_string(section_);
    return level == 2 ? number : number + "." + std::to_string(subsection_);
  }

 private:
  int chapter_;
  int section_ = 0;
  int subsection_ = 0;
};

std::string figure_title(const Figure& figure) { return figure.data->value("titel", ""); }

void anchor_headings(Page& page, Anchors& anchors) {
  walk(page.nodes, [&](Node& node) {
    if (auto* heading = as<Heading>(node)) heading->anchor = anchors.unique(plain_text(node.children));
  });
}

void anchor_terms(Page& page, Anchors& anchors) {
  walk(page.nodes, [&](Node& node) {
    if (auto* term = as<Term>(node)) term->anchor = anchors.unique(plain_text(node.title));
  });
}

void anchor_titled(Page& page, Anchors& anchors) {
  walk(page.nodes, [&](Node& node) {
    if (auto* figure = as<Figure>(node)) figure->anchor = anchors.unique(figure_title(*figure));
    if (node.title.empty()) return;
    if (auto* box = as<Box>(node)) box->anchor = anchors.unique(plain_text(node.title));
    if (auto* table = as<Table>(node)) table->anchor = anchors.unique(plain_text(node.title));
  });
}

/// The list that a heading of a level belongs in: below the last heading of each level above it.
std::vector<ContentsEntry>& entries_for(std::vector<ContentsEntry>& contents, int level) {
  auto* entries = &contents;
  while (!entries->empty() && entries->back().level < level) entries = &entries->back().children;
  return *entries;
}

/// Only headings of the page itself are listed; those inside boxes and quotes belong to these.
void make_contents(Page& page) {
  HeadingNumbers numbers(page.number);
  for (auto& node : page.nodes) {
    auto* heading = as<Heading>(node);
    if (heading == nullptr) continue;
    heading->number = numbers.next(heading->level);
    entries_for(page.contents, heading->level)
        .push_back({.title = plain_text(node.children),
                    .anchor = heading->anchor,
                    .number = heading->number,
                    .level = heading->level,
                    .children = {}});
  }
}

void number_page(Page& page, int& tables, int& figures) {
  walk(page.nodes, [&](Node& node) {
    auto* table = as<Table>(node);
    if (table != nullptr && !node.title.empty()) table->number = ++tables;
    if (auto* figure = as<Figure>(node)) figure->number = ++figures;
  });
}

}  // namespace

void join_lines(std::vector<Node>& nodes) {
  walk(nodes, [](Node& node) {
    if (auto* text = as<Text>(node)) std::replace(text->text.begin(), text->text.end(), '\n', ' ');
  });
}

void check_heading_levels(const std::vector<Node>& nodes, base::Problems& problems) {
  int last = 1;
  walk(nodes, [&](const Node& node) {
    const auto* heading = as<Heading>(node);
    if (heading == nullptr) return;
    const std::vector<base::Argument> arguments{{"niveau", std::string(static_cast<std::size_t>(heading->level), '#')},
                                                {"ventet", std::string(static_cast<std::size_t>(last) + 1, '#')}};
    if (heading->level == 1) {
      problems.add(error_at(node.where, "guide.overskrift.niveau-1"));
    } else if (heading->level > last + 1) {
      problems.add(error_at(node.where, "guide.overskrift.sprunget", arguments));
    }
    if (plain_text(node.children).empty()) problems.add(error_at(node.where, "guide.overskrift.tom"));
    last = std::max(2, heading->level);
  });
}

void structure_page(Page& page, base::Problems& problems) {
  join_lines(page.nodes);
  check_heading_levels(page.nodes, problems);
  Anchors anchors;
  anchor_headings(page, anchors);
  anchor_terms(page, anchors);
  anchor_titled(page, anchors);
  make_contents(page);
}

void number_captions(Guide& guide) {
  int tables = 0;
  int figures = 0;
  number_page(guide.front, tables, figures);
  for (auto& part : guide.parts) {
    if (part.page) number_page(*part.page, tables, figures);
    for (auto& chapter : part.chapters) {
      if (!is_colophon(chapter.source)) number_page(chapter, tables, figures);
    }
  }
}

void number_footnotes(Page& page, std::vector<std::vector<Node>> footnotes) {
  std::map<int, std::size_t> places;
  const auto visit = [&](Node& node) {
    auto* mark = as<FootnoteReference>(node);
    const auto index = mark == nullptr ? footnotes.size() : static_cast<std::size_t>(mark->number) - 1;
    if (index >= footnotes.size()) return;
    const auto [place, is_new] = places.try_emplace(mark->number, page.footnotes.size());
    if (is_new) {
      const auto number = static_cast<int>(page.footnotes.size()) + 1;
      page.footnotes.push_back({.number = number, .references = 0, .nodes = std::move(footnotes[index])});
    }
    auto& footnote = page.footnotes[place->second];
    *mark = {.number = footnote.number, .occurrence = ++footnote.references};
  };
  walk(page.nodes, visit);
  // A note may call further notes, so the list grows while it is walked.
  for (std::size_t index = 0; index < page.footnotes.size(); ++index) {  // NOLINT(modernize-loop-convert)
    auto nodes = std::move(page.footnotes[index].nodes);
    walk(nodes, visit);
    join_lines(nodes);
    page.footnotes[index].nodes = std::move(nodes);
  }
}

}  // namespace guide
