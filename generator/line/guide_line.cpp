#include "line/guide_line.h"

#include "base/layered_file_store.h"
#include "line/plan_files.h"
#include "theme/guide_book.h"
#include "theme/guide_page.h"
#include "theme/guide_site.h"

namespace line {

namespace fs = std::filesystem;

namespace {

/// Where a book finds the guide's pictures among the resources of its print document.
constexpr const char* kGuideFiles = "vejledning/";

guide::GuideContext context_for(const Workshop& workshop, std::string_view audience) {
  return {.folder = "",
          .box_kinds = workshop.theme.settings.box_kinds(),
          .audiences = plan::audience_words(),
          .audience = std::string(audience)};
}

std::optional<base::PrintDocument> book_document(const Workshop& workshop, const GuideFolder& folder,
                                                 const guide::Guide& guide, base::Problems& problems) {
  auto document = theme::guide_book(workshop.theme, guide, kGuideFiles, problems);
  if (!document) return std::nullopt;
  if (!workshop.author.empty()) document->author = workshop.author;
  document->source = folder.files().display_name("");
  return document;
}

/// The pictures and downloads that pages of the guide use.
std::vector<theme::AssetFile> files_of(const GuideFolder& folder, const guide::Guide& guide, base::Problems& problems) {
  std::vector<theme::AssetFile> files;
  for (const auto& path : guide.files) {
    if (auto bytes = folder.files().read(path, problems)) files.push_back({path, *std::move(bytes)});
  }
  return files;
}

}  // namespace

GuideFolder::GuideFolder(const fs::path& path)
    : files_(std::make_shared<base::DiskFileStore>(path)),
      name_(safe_file_name((path / "").lexically_normal().parent_path().filename().string())) {}

std::optional<guide::Guide> check_guide(const Workshop& workshop, const GuideFolder& folder, base::Problems& problems) {
  return guide::load_guide(folder.files(), context_for(workshop, ""), problems);
}

std::optional<guide::Guide> guide_for(const Workshop& workshop, const GuideFolder& folder, plan::Audience audience,
                                      base::Problems& problems) {
  return guide::load_guide(folder.files(), context_for(workshop, plan::audience_word(audience)), problems);
}

std::optional<std::vector<theme::AssetFile>> make_guide_site(const Workshop& workshop, const GuideFolder& folder,
                                                             const guide::Guide& guide, const std::string& front_page,
                                                             base::Problems& problems) {
  const auto pages = theme::guide_site(workshop.theme, guide,
                                       {.root = "../", .front_page = front_page, .book = folder.name() + ".pdf"}, problems);
  if (!pages) return std::nullopt;
  auto files = files_of(folder, guide, problems);
  for (const auto& page : *pages) files.push_back({page.path, page.html.markup()});
  return files;
}

std::optional<Made> make_book(const Workshop& workshop, const GuideFolder& folder, const guide::Guide& guide,
                              const pdf::PdfEngine& engine, base::Problems& problems) {
  const auto document = book_document(workshop, folder, guide, problems);
  if (!document) return std::nullopt;
  const base::LayeredFileStore resources({{kGuideFiles, folder.shared_files()}, {"", workshop.theme_files}});
  return typeset(*document, engine, resources, problems);
}

std::optional<Made> make_guide_page(const Workshop& workshop, const GuideFolder& folder, const guide::Guide& guide,
                                    base::Problems& problems) {
  const auto html = theme::guide_page(workshop.theme, guide, files_of(folder, guide, problems), problems);
  return html ? std::optional(Made{.bytes = html->markup()}) : std::nullopt;
}

}  // namespace line
