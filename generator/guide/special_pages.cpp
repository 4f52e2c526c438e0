#include "guide/special_pages.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "guide/paths.h"
#include "guide/report.h"
#include "guide/walk.h"

namespace guide {

namespace {

constexpr std::string_view kGlossary = "ordliste";
constexpr std::string_view kColophon = "kolofon";

/// What a colophon says, and the labels that say it.
struct Line {
  std::string_view name;
  std::array<std::string_view, 4> labels;
};

constexpr std::array kExpected{
    Line{"udgiver", {"Udgiver", "Udgivet af", "Udarbejdet af", "Publisher"}},
    Line{"redaktion", {"Redaktion", "Redaktør", "Tekst", "Editors"}},
    Line{"design", {"Grafisk tilrettelæggelse", "Design", "Layout", "Grafik"}},
    Line{"billeder", {"Illustrationer", "Foto", "Fotos", "Billeder"}},
    Line{"udgave", {"Udgave", "Måned og år", "Oplag", "Edition"}},
};

std::string_view stem_of(std::string_view path) {
  auto name = name_of(path);
  if (name.ends_with(".md")) name.remove_suffix(3);
  return name;
}

/// The page of a file name among the chapters that stand outside the parts or in them, or null.
const Page* page_named(const Guide& guide, std::string_view stem) {
  for (const auto* page : pages_in_order(guide)) {
    if (stem_of(page->source) == stem) return page;
  }
  return nullptr;
}

template <typename Visit>
void for_each_term(const Page& page, const Visit& visit) {
  for (const auto& list : page.nodes) {
    if (as<TermList>(list) == nullptr) continue;
    for (const auto& term : list.children) visit(term);
  }
}

}  // namespace

bool is_special_page(std::string_view path) {
  const auto stem = stem_of(path);
  return stem == kGlossary || stem == kColophon;
}

bool is_colophon(std::string_view path) { return stem_of(path) == kColophon; }

void gather_glossary(Guide& guide, base::Problems& problems) {
  const auto* page = page_named(guide, kGlossary);
  if (page == nullptr) return;
  for_each_term(*page, [&](const Node& term) {
    guide.glossary.push_back({plain_text(term.title), page->id, as<Term>(term)->anchor});
  });
  if (guide.glossary.empty()) {
    auto problem = warning_at({}, "guide.ordliste.tom", {{"fil", page->source}});
    problem.where = page->nodes.empty() ? std::nullopt : std::optional(page->nodes.front().where);
    problems.add(std::move(problem));
  }
}

void gather_colophon(Guide& guide, base::Problems& problems) {
  const auto* page = page_named(guide, kColophon);
  if (page == nullptr) return;
  for_each_term(*page, [&](const Node& term) { guide.colophon.push_back({plain_text(term.title), term.children}); });
  std::string missing;
  for (const auto& line : kExpected) {
    const bool is_there = std::any_of(guide.colophon.begin(), guide.colophon.end(), [&](const ColophonEntry& entry) {
      return std::find(line.labels.begin(), line.labels.end(), entry.label) != line.labels.end();
    });
    if (!is_there) missing += (missing.empty() ? "" : ", ") + std::string(line.name);
  }
  if (missing.empty()) return;
  auto problem = warning_at({}, "guide.kolofon.mangler", {{"mangler", missing}, {"fil", page->source}});
  problem.where = page->nodes.empty() ? std::nullopt : std::optional(page->nodes.front().where);
  problems.add(std::move(problem));
}

}  // namespace guide
