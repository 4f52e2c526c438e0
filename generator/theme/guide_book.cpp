#include "theme/guide_book.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "theme/book_text.h"
#include "theme/guide_body.h"
#include "theme/guide_view.h"

namespace theme {

namespace {

using nlohmann::json;

/// Puts the view of a book together.
class BookDrawing {
 public:
  BookDrawing(const Theme& theme, const guide::Guide& guide, const std::string& file_root, base::Problems& problems)
      : theme_(theme), guide_(guide), file_root_(file_root), problems_(problems) {
    number_notes();
  }

  json view() {
    auto parts = json::array();
    for (const auto& part : guide_.parts) parts.push_back(part_view(part));
    auto boxes = legend(theme_, guide_);
    return {{"side", {{"titel", guide_.title}, {"sprog", "da"}}},
            {"guide", {{"titel", guide_.title}, {"undertitel", subtitle(guide_)}, {"udgiver", publisher()}}},
            {"indledning", page_view(guide_.front, 1)},
            {"dele", std::move(parts)},
            {"harBokse", !boxes.empty()},
            {"bokse", std::move(boxes)},
            {"kolofon", colophon()}};
  }

 private:
  json part_view(const guide::Part& part) {
    const bool in_parts = part.page.has_value();
    auto chapters = json::array();
    for (const auto& chapter : part.chapters) {
      const bool stands_here = chapter.in_print == guide::InPrint::yes && &chapter != colophon_page();
      if (stands_here) chapters.push_back(page_view(chapter, in_parts ? 2 : 1));
    }
    return {{"erDel", in_parts},
            {"nummer", part.number == 0 ? json("") : json(std::to_string(part.number))},
            {"farve", part_colour(part.number)},
            {"side", in_parts ? page_view(*part.page, 2) : json()},
            {"kapitler", std::move(chapters)}};
  }

  json page_view(const guide::Page& page, int deeper) {
    const auto place = place_of(page, deeper);
    return {{"id", book_id(page.id, "")},
            {"titel", page.title},
            {"resume", page.summary},
            {"nummer", page.number == 0 ? json("") : json(std::to_string(page.number))},
            {"liggende", page.sheet == guide::Sheet::landscape},
            {"indholdHtml", book_text_html(page.nodes, place).markup()},
            {"noterHtml", footnotes_html(place).markup()}};
  }

  [[nodiscard]] BodyPlace place_of(const guide::Page& page, int deeper) const {
    return {.theme = theme_,
            .problems = problems_,
            .medium = Medium::paper,
            .guide = &guide_,
            .page = &page,
            .notes_before = notes_before_.at(&page),
            .deeper = deeper,
            .file_root = file_root_};
  }

  /// Chapters begin anywhere on a page, where a second note of the same number would be a riddle.
  void number_notes() {
    int notes = 0;
    const auto take = [&](const guide::Page* page) {
      if (page == nullptr || !notes_before_.emplace(page, notes).second) return;
      if (page->in_print == guide::InPrint::yes) notes += static_cast<int>(page->footnotes.size());
    };
    take(colophon_page());
    for (const auto* page : guide::pages_in_order(guide_)) take(page);
  }

  /// A book has its colophon on the page behind the cover, wherever the guide has it.
  [[nodiscard]] const guide::Page* colophon_page() const {
    for (const auto* page : guide::pages_in_order(guide_)) {
      if (page->source == "kolofon.md" && page->in_print == guide::InPrint::yes) return page;
    }
    return nullptr;
  }

  json colophon() {
    const auto* page = colophon_page();
    return page == nullptr ? json() : page_view(*page, 1);
  }

  [[nodiscard]] std::string publisher() const {
    const auto line =
        std::find_if(guide_.colophon.begin(), guide_.colophon.end(), [](const auto& e) { return e.label == "Udgiver"; });
    return line == guide_.colophon.end() ? std::string() : guide::plain_text(line->value);
  }

  const Theme& theme_;
  const guide::Guide& guide_;
  const std::string& file_root_;
  base::Problems& problems_;
  std::map<const guide::Page*, int> notes_before_;
};

}  // namespace

std::optional<base::PrintDocument> guide_book(const Theme& theme, const guide::Guide& guide, const std::string& file_root,
                                              base::Problems& problems) {
  const auto before = problems.error_count();
  const auto view = BookDrawing(theme, guide, file_root, problems).view();
  const std::array<const json*, 2> scopes{theme.words.get(), &view};
  const auto html = theme.templates.render("guide-bog", scopes, problems);
  if (!html || problems.error_count() != before) return std::nullopt;
  return base::PrintDocument{.html = html->markup(),
                             .stylesheets = {theme.print_css},
                             .page = theme.settings.book_page,
                             .title = guide.title,
                             .language = "da",
                             .author = view["guide"]["udgiver"],
                             .subject = subtitle(guide)};
}

}  // namespace theme
