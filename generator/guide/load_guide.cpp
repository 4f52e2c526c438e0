#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "guide/fields.h"
#include "guide/guide.h"
#include "guide/outline.h"
#include "guide/page_structure.h"
#include "guide/paths.h"
#include "guide/references.h"
#include "guide/report.h"
#include "guide/special_pages.h"
#include "guide/text_reader.h"

namespace guide {

namespace {

/// A page's text before it has its place in the guide.
using Texts = std::map<std::string, TextTree, std::less<>>;

/// Everything that was read, good and bad.
struct ReadFiles {
  std::vector<OutlineFile> files;
  Texts texts;
  std::vector<std::string> unread;
};

Terms terms_of(std::string_view path) { return is_special_page(path) ? Terms::lists : Terms::none; }

/// The sources of the pages that are read; none is all.
using Wanted = std::optional<std::set<std::string>>;

/// Titles and summaries stand in lists where no plan's values are at hand.
void refuse_fields_in_front(const load::FrontMatter& front, base::Problems& problems) {
  for (const auto* text : {&front.title, &front.subtitle, &front.summary}) {
    if (*text) refuse_fields((*text)->text, (*text)->where, problems);
  }
}

ReadFiles read_files(TextReader& reader, const Wanted& wanted, base::Problems& problems) {
  ReadFiles read;
  for (const auto& path : reader.files()) {
    if (!is_page_path(path) || (wanted && !wanted->contains(path))) continue;
    auto file = reader.open(path, load::Title::required, problems);
    auto text = file ? reader.read(*file, path, terms_of(path), problems) : std::nullopt;
    if (!text) {
      read.unread.push_back(path);
      continue;
    }
    refuse_fields_in_front(file->front, problems);
    refuse_fields(text->nodes, problems);
    for (const auto& footnote : text->footnotes) refuse_fields(footnote, problems);
    read.texts.emplace(path, std::move(*text));
    read.files.push_back({path, std::move(file->front), file->source});
  }
  return read;
}

std::string text_of(const std::optional<load::PlacedText>& placed) { return placed ? placed->text : std::string(); }

/// Makes the guide out of the outline: every page gets its path, id, numbers and structure.
class Assembly {
 public:
  Assembly(ReadFiles& read, base::Problems& problems) : read_(read), problems_(problems) {}

  Guide assemble() {
    const auto outline = outline_of(read_.files, problems_);
    Guide guide;
    if (outline.front) {
      guide.front = page_of(*outline.front, "forside", "index.html", 0);
      front_audiences_ = guide.front.audiences;
      guide.title = guide.front.title;
      guide.subtitle = text_of(read_.files[*outline.front].front.subtitle);
      if (guide.subtitle.empty()) guide.subtitle = guide.front.summary;
    }
    for (const auto& part : outline.parts) guide.parts.push_back(part_of(part));
    return guide;
  }

 private:
  Part part_of(const OutlinePart& outline) {
    Part part;
    const auto folder = outline.page ? outline.slug + "/" : std::string();
    const auto id_prefix = outline.page ? outline.slug + "-" : std::string();
    if (outline.page) {
      part.number = ++parts_;
      part.page = page_of(*outline.page, outline.slug, folder + "index.html", 0);
      narrow(*part.page, front_audiences_, *outline.page);
    }
    for (const auto index : outline.chapters) {
      const auto slug = file_slug(name_of(read_.files[index].path));
      const int number = outline.page ? ++chapters_ : 0;
      auto page = page_of(index, id_prefix + slug, folder + slug + ".html", number);
      narrow(page, part.page ? part.page->audiences : front_audiences_, index);
      page.number_in_part = outline.page ? static_cast<int>(part.chapters.size()) + 1 : 0;
      part.chapters.push_back(std::move(page));
    }
    return part;
  }

  Page page_of(std::size_t index, std::string id, std::string path, int number) {
    const auto& file = read_.files[index];
    check_unique(id, path, file);
    Page page{.id = std::move(id),
              .source = file.path,
              .path = std::move(path),
              .title = text_of(file.front.title),
              .summary = text_of(file.front.summary),
              .number = number,
              .updated = file.front.updated,
              .in_print = file.front.print == load::Print::yes ? InPrint::yes : InPrint::no,
              .sheet = file.front.sheet == load::Sheet::landscape ? Sheet::landscape : Sheet::upright};
    for (const auto& audience : file.front.audience) page.audiences.push_back(audience.text);
    auto& text = read_.texts.at(file.path);
    page.nodes = std::move(text.nodes);
    number_footnotes(page, std::move(text.footnotes));
    structure_page(page, problems_);
    return page;
  }

  /// What stands in a part or a guide that is for some only is for no others.
  void narrow(Page& page, const Audiences& around, std::size_t index) {
    auto both = common(page.audiences, around);
    if (both.none) problems_.add(error_at(read_.files[index].front.audience.front().where, "guide.maalgruppe.ingen"));
    page.audiences = std::move(both.audiences);
  }

  void check_unique(const std::string& id, const std::string& path, const OutlineFile& file) {
    const auto [other, is_new] = ids_.try_emplace(id, file.path);
    if (is_new) return;
    const auto place = file.front.title ? file.front.title->where : base::Span{file.source, 0, 0};
    problems_.add(error_at(place, "guide.adresse-to-gange", {{"adresse", path}, {"anden", other->second}}));
  }

  ReadFiles& read_;
  base::Problems& problems_;
  std::map<std::string, std::string> ids_;
  Audiences front_audiences_;
  int parts_ = 0;
  int chapters_ = 0;
};

void link_neighbours(Guide& guide) {
  Page* previous = &guide.front;
  const auto follow = [&](Page& page) {
    page.previous = previous->id;
    previous->next = page.id;
    previous = &page;
  };
  for (auto& part : guide.parts) {
    if (part.page) follow(*part.page);
    for (auto& chapter : part.chapters) follow(chapter);
  }
}

/// Reads the wanted pages into a guide for whom the rules say.
std::optional<Guide> read_guide(TextReader& reader, const Wanted& wanted, base::Problems& problems) {
  const auto errors_before = problems.error_count();
  auto read = read_files(reader, wanted, problems);
  auto guide = Assembly(read, problems).assemble();
  number_captions(guide);
  link_neighbours(guide);
  resolve_references(guide, reader, read.unread, problems);
  gather_glossary(guide, problems);
  gather_colophon(guide, problems);
  guide.has_restricted_pieces = reader.has_restricted_pieces();
  if (problems.error_count() > errors_before) return std::nullopt;
  return guide;
}

std::set<std::string> sources_for(const Guide& guide, std::string_view audience) {
  std::set<std::string> sources;
  for (const auto* page : pages_in_order(guide)) {
    if (is_for(page->audiences, audience)) sources.insert(page->source);
  }
  return sources;
}

/// The whole guide is known to be right; what is wrong without some of its pages is an error of its own.
std::optional<Guide> narrowed(const Guide& whole, const base::FileStore& store, const GuideContext& context,
                              base::Problems& problems) {
  TextReader reader(store, context.folder,
                    {.box_kinds = context.box_kinds, .audiences = context.audiences, .audience = context.audience});
  base::Problems found;
  auto guide = read_guide(reader, sources_for(whole, context.audience), found);
  for (const auto& problem : found) {
    if (problem.severity == base::Severity::error) problems.add(problem);
  }
  return guide;
}

}  // namespace

std::optional<Guide> load_guide(const base::FileStore& store, const GuideContext& context, base::Problems& problems) {
  TextReader reader(store, context.folder, {.box_kinds = context.box_kinds, .audiences = context.audiences, .audience = {}});
  const auto errors_before = problems.error_count();
  if (!std::binary_search(reader.files().begin(), reader.files().end(), "index.md")) {
    problems.add({.code = "guide.uden-forside",
                  .arguments = {{"mappe", store.display_name(context.folder)}},
                  .where = {},
                  .hints = {}});
  }
  auto guide = read_guide(reader, {}, problems);
  if (problems.error_count() > errors_before) return std::nullopt;
  if (context.audience.empty() || !differs_by_audience(*guide)) return guide;
  if (is_guide_for(*guide, context.audience)) return narrowed(*guide, store, context, problems);
  problems.add({.code = "guide.ikke-for-modtageren",
                .arguments = {{"titel", guide->title}, {"modtager", context.audience}},
                .where = {},
                .hints = {}});
  return std::nullopt;
}

}  // namespace guide
