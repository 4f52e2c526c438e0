#include <algorithm>
#include <array>
#include <map>
#include <optional>
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

void check_audiences(const load::FrontMatter& front, const GuideContext& context, base::Problems& problems) {
  for (const auto& audience : front.audience) {
    const auto& known = context.audiences;
    if (known.empty() || std::find(known.begin(), known.end(), audience.text) != known.end()) continue;
    auto problem = error_at(audience.where, "guide.maalgruppe.ukendt", {{"maalgruppe", audience.text}});
    problems.add(suggesting(std::move(problem), audience.text, known));
  }
}

ReadFiles read_files(TextReader& reader, const GuideContext& context, base::Problems& problems) {
  ReadFiles read;
  for (const auto& path : reader.files()) {
    if (!is_page_path(path)) continue;
    auto file = reader.open(path, load::Title::required, problems);
    auto text = file ? reader.read(*file, path, terms_of(path), problems) : std::nullopt;
    if (!text) {
      read.unread.push_back(path);
      continue;
    }
    check_audiences(file->front, context, problems);
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
    }
    for (const auto index : outline.chapters) {
      const auto slug = file_slug(name_of(read_.files[index].path));
      const int number = outline.page ? ++chapters_ : 0;
      auto page = page_of(index, id_prefix + slug, folder + slug + ".html", number);
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

  void check_unique(const std::string& id, const std::string& path, const OutlineFile& file) {
    const auto [other, is_new] = ids_.try_emplace(id, file.path);
    if (is_new) return;
    const auto place = file.front.title ? file.front.title->where : base::Span{file.source, 0, 0};
    problems_.add(error_at(place, "guide.adresse-to-gange", {{"adresse", path}, {"anden", other->second}}));
  }

  ReadFiles& read_;
  base::Problems& problems_;
  std::map<std::string, std::string> ids_;
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

}  // namespace

std::optional<Guide> load_guide(const base::FileStore& store, const GuideContext& context, base::Problems& problems) {
  const auto errors_before = problems.error_count();
  TextReader reader(store, context.folder, context.box_kinds);
  auto read = read_files(reader, context, problems);
  const bool has_front = std::binary_search(reader.files().begin(), reader.files().end(), "index.md");
  if (!has_front) {
    problems.add({.code = "guide.uden-forside",
                  .arguments = {{"mappe", store.display_name(context.folder)}},
                  .where = {},
                  .hints = {}});
  }
  auto guide = Assembly(read, problems).assemble();
  number_captions(guide);
  link_neighbours(guide);
  resolve_references(guide, reader, read.unread, problems);
  gather_glossary(guide, problems);
  gather_colophon(guide, problems);
  if (problems.error_count() > errors_before) return std::nullopt;
  return guide;
}

}  // namespace guide
