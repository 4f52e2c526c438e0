#include "theme/guide_site.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "theme/guide_body.h"
#include "theme/guide_view.h"

namespace theme {

namespace {

using nlohmann::json;

constexpr std::string_view kLegendPath = "bokse.html";

/// How far a path lies below its folder, as steps up.
std::string steps_up(std::string_view path) {
  std::string up;
  for (const char c : path) {
    if (c == '/') up += "../";
  }
  return up;
}

/// Draws the pages of one guide; each knows where it stands.
class SiteDrawing {
 public:
  SiteDrawing(const Theme& theme, const guide::Guide& guide, const GuidePlace& place, base::Problems& problems)
      : theme_(theme), guide_(guide), place_(place), problems_(problems), legend_(legend(theme, guide)) {}

  std::optional<std::vector<SitePage>> draw() {
    const auto before = problems_.error_count();
    draw_page("guide-forside", guide_.front, nullptr);
    for (const auto& part : guide_.parts) {
      if (part.page) draw_page("guide-del", *part.page, &part);
      for (const auto& chapter : part.chapters) draw_page("guide-kapitel", chapter, &part);
    }
    if (!legend_.empty()) draw_extra("guide-bokse", kLegendPath, "boksarter", {{"bokse", legend_}});
    return problems_.error_count() == before ? std::optional(std::move(pages_)) : std::nullopt;
  }

 private:
  void draw_page(std::string_view name, const guide::Page& page, const guide::Part* part) {
    const BodyPlace body{.theme = theme_, .problems = problems_, .guide = &guide_, .page = &page, .file_root = ""};
    json view = frame(page.path, page.title == guide_.title ? page.title : page.title + " - " + guide_.title, page.summary);
    view["kapitel"] = {{"titel", page.title},
                       {"nummer", page.number == 0 ? json("") : json(std::to_string(page.number))},
                       {"resume", page.summary},
                       {"opdateret", updated_text(theme_, page)},
                       {"indholdHtml", body_html(page.nodes, body).markup()},
                       {"noterHtml", footnotes_html(body).markup()},
                       {"harOversigt", page.contents.size() > 1},
                       {"oversigt", contents(page.contents)},
                       {"farve", part_colour(part == nullptr ? 0 : part->number)},
                       {"del", part != nullptr && part->page && &*part->page != &page ? json(part->page->title) : json("")},
                       {"delnummer", part == nullptr || part->number == 0 ? json("") : json(std::to_string(part->number))},
                       {"forrige", neighbour(page, page.previous)},
                       {"naeste", neighbour(page, page.next)},
                       {"kapitler", part == nullptr ? json::array() : chapters(*part, page.path)}};
    add(name, page.path, view);
  }

  void draw_extra(std::string_view name, std::string_view path, const char* title_key, const json& members) {
    const auto title = label(theme_, title_key);
    auto view = frame(path, title + " - " + guide_.title, "");
    view["kapitel"] = {{"titel", title}, {"farve", part_colour(0)}};
    view.update(members);
    add(name, path, view);
  }

  json frame(std::string_view path, const std::string& title, const std::string& description) const {
    const auto up = steps_up(path);
    const auto front = place_.front_page.empty() ? guide::relative_path(path, guide_.front.path) : up + place_.front_page;
    auto view = page_scope(theme_, {.root = up + place_.root, .front_page = front},
                           {.title = title, .description = description, .place = guide_.title}, "assets/guide.js");
    view["guide"] = {{"titel", guide_.title},
                     {"undertitel", subtitle(guide_)},
                     {"sti", guide::relative_path(path, guide_.front.path)},
                     {"erForside", path == guide_.front.path},
                     {"bog", place_.book.empty() ? std::string() : up + place_.book},
                     {"bokse", legend_.empty() ? std::string() : guide::relative_path(path, kLegendPath)}};
    view["menu"] = menu(path);
    return view;
  }

  json menu(std::string_view here) const {
    auto rows = json::array();
    for (const auto& part : guide_.parts) {
      const bool open =
          (part.page && part.page->path == here) ||
          std::any_of(part.chapters.begin(), part.chapters.end(), [here](const auto& c) { return c.path == here; });
      rows.push_back({{"titel", part.page ? json(part.page->title) : json("")},
                      {"sti", part.page ? guide::relative_path(here, part.page->path) : std::string()},
                      {"nummer", part.number == 0 ? json("") : json(std::to_string(part.number))},
                      {"farve", part_colour(part.number)},
                      {"erHer", part.page && part.page->path == here},
                      {"erAaben", open},
                      {"kapitler", chapters(part, here)}});
    }
    return rows;
  }

  static json chapters(const guide::Part& part, std::string_view here) {
    auto rows = json::array();
    for (const auto& chapter : part.chapters) {
      rows.push_back({{"titel", chapter.title},
                      {"resume", chapter.summary},
                      {"nummer", chapter.number == 0 ? json("") : json(std::to_string(chapter.number))},
                      {"sti", guide::relative_path(here, chapter.path)},
                      {"erHer", chapter.path == here}});
    }
    return rows;
  }

  static json contents(const std::vector<guide::ContentsEntry>& entries) {
    auto rows = json::array();
    for (const auto& entry : entries)
      rows.push_back({{"titel", entry.title}, {"anker", entry.anchor}, {"nummer", entry.number}});
    return rows;
  }

  json neighbour(const guide::Page& page, const std::string& id) const {
    const auto* other = id.empty() ? nullptr : guide::find_page(guide_, id);
    if (other == nullptr) return nullptr;
    return {{"titel", other->title}, {"sti", guide::relative_path(page.path, other->path)}};
  }

  void add(std::string_view name, std::string_view path, const json& view) {
    const std::array<const json*, 2> scopes{theme_.words.get(), &view};
    if (auto html = theme_.templates.render(name, scopes, problems_))
      pages_.push_back({std::string(path), std::move(*html)});
  }

  const Theme& theme_;
  const guide::Guide& guide_;
  const GuidePlace& place_;
  base::Problems& problems_;
  json legend_;
  std::vector<SitePage> pages_;
};

json entries_of(const std::vector<SiteEntry>& entries) {
  auto rows = json::array();
  for (const auto& entry : entries) {
    rows.push_back({{"titel", entry.title}, {"note", entry.note}, {"sti", entry.path}, {"pdf", entry.pdf}});
  }
  return rows;
}

}  // namespace

std::optional<std::vector<SitePage>> guide_site(const Theme& theme, const guide::Guide& guide, const GuidePlace& place,
                                                base::Problems& problems) {
  return SiteDrawing(theme, guide, place, problems).draw();
}

std::optional<base::Html> site_index_page(const Theme& theme, const SiteIndex& index, base::Problems& problems) {
  auto view = page_scope(theme, {.root = index.root, .front_page = "index.html"},
                         {.title = index.title, .description = index.description, .place = ""}, "");
  view["websted"] = {{"titel", index.title},
                     {"beskrivelse", index.description},
                     {"harGuider", !index.guides.empty()},
                     {"harPlaner", !index.plans.empty()},
                     {"guider", entries_of(index.guides)},
                     {"planer", entries_of(index.plans)}};
  const std::array<const json*, 2> scopes{theme.words.get(), &view};
  return theme.templates.render("websted-forside", scopes, problems);
}

}  // namespace theme
