#include "theme/guide_page.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/base64.h"
#include "theme/guide_body.h"
#include "theme/guide_view.h"
#include "theme/page_frame.h"

namespace theme {

namespace {

using nlohmann::json;

/// What the files that a guide may have are called on the web.
constexpr std::array<std::array<std::string_view, 2>, 5> kMediaTypes{{{".png", "image/png"},
                                                                      {".jpg", "image/jpeg"},
                                                                      {".jpeg", "image/jpeg"},
                                                                      {".svg", "image/svg+xml"},
                                                                      {".pdf", "application/pdf"}}};

std::string data_address(const AssetFile& file) {
  const auto row =
      std::find_if(kMediaTypes.begin(), kMediaTypes.end(), [&](const auto& r) { return file.path.ends_with(r[0]); });
  const auto type = row == kMediaTypes.end() ? "application/octet-stream" : (*row)[1];
  return "data:" + std::string(type) + ";base64," + base::base64(file.bytes);
}

/// Puts the view of the page together.
class GuidePageDrawing {
 public:
  GuidePageDrawing(const Theme& theme, const guide::Guide& guide, const FileAddresses& files, base::Problems& problems)
      : theme_(theme), guide_(guide), files_(files), problems_(problems) {}

  json view() {
    auto boxes = legend(theme_, guide_);
    auto view =
        page_scope(theme_, {.assets = Assets::inlined},
                   {.title = guide_.title, .description = guide_.front.summary, .place = guide_.title}, "assets/guide.js");
    view["guide"] = {{"titel", guide_.title},
                     {"undertitel", subtitle(guide_)},
                     {"sti", "#indhold"},
                     {"erForside", false},
                     {"bog", ""},
                     {"bokse", boxes.empty() ? "" : "#boksarter"}};
    view["indledning"] = page_view(guide_.front, 0);
    view["menu"] = json::array();
    for (const auto& part : guide_.parts) view["menu"].push_back(part_view(part));
    view["harBokse"] = !boxes.empty();
    view["bokse"] = std::move(boxes);
    return view;
  }

 private:
  json part_view(const guide::Part& part) {
    auto chapters = json::array();
    for (const auto& chapter : part.chapters) chapters.push_back(page_view(chapter, part.page ? 2 : 1));
    auto view = part.page ? page_view(*part.page, 1) : json{{"titel", ""}, {"sti", ""}, {"erHer", false}};
    view.update({{"nummer", part.number == 0 ? json("") : json(std::to_string(part.number))},
                 {"farve", part_colour(part.number)},
                 {"erDel", part.page.has_value()},
                 {"kapitler", std::move(chapters)}});
    return view;
  }

  json page_view(const guide::Page& page, int deeper) {
    const BodyPlace place{.theme = theme_,
                          .problems = problems_,
                          .medium = Medium::one_page,
                          .guide = &guide_,
                          .page = &page,
                          .deeper = deeper,
                          .file_root = "",
                          .files = &files_};
    return {{"id", book_id(page.id, "")},
            {"sti", "#" + book_id(page.id, "")},
            {"erHer", false},
            {"titel", page.title},
            {"resume", page.summary},
            {"nummer", page.number == 0 ? json("") : json(std::to_string(page.number))},
            {"opdateret", updated_text(theme_, page)},
            {"indholdHtml", body_html(page.nodes, place).markup()},
            {"noterHtml", footnotes_html(place).markup()}};
  }

  const Theme& theme_;
  const guide::Guide& guide_;
  const FileAddresses& files_;
  base::Problems& problems_;
};

}  // namespace

std::optional<base::Html> guide_page(const Theme& theme, const guide::Guide& guide, const std::vector<AssetFile>& files,
                                     base::Problems& problems) {
  const auto before = problems.error_count();
  FileAddresses addresses;
  for (const auto& file : files) addresses.emplace(file.path, data_address(file));
  const auto view = GuidePageDrawing(theme, guide, addresses, problems).view();
  const std::array<const json*, 2> scopes{theme.words.get(), &view};
  auto html = theme.templates.render("guide-samlet", scopes, problems);
  return problems.error_count() == before ? html : std::nullopt;
}

}  // namespace theme
