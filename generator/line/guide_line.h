#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/file_store.h"
#include "base/problem.h"
#include "guide/guide.h"
#include "line/plan_line.h"
#include "line/workshop.h"
#include "pdf/engine.h"
#include "theme/theme.h"

namespace line {

/// A guide's folder on disk and the name that its outputs go by.
class GuideFolder {
 public:
  explicit GuideFolder(const std::filesystem::path& path);

  [[nodiscard]] const base::FileStore& files() const { return *files_; }
  [[nodiscard]] const std::shared_ptr<const base::FileStore>& shared_files() const { return files_; }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  std::shared_ptr<const base::FileStore> files_;
  std::string name_;
};

/// load -> check: a folder of Markdown as a checked guide, with the pages of all audiences.
std::optional<guide::Guide> check_guide(const Workshop& workshop, const GuideFolder& folder, base::Problems& problems);

/// load -> check: the guide as an audience gets it.
std::optional<guide::Guide> guide_for(const Workshop& workshop, const GuideFolder& folder, plan::Audience audience,
                                      base::Problems& problems);

/// theme -> site: every page of the guide's website and the files its pages use, with paths below the guide's own folder.
/// `front_page` is the site's, for pages that may lead there.
std::optional<std::vector<theme::AssetFile>> make_guide_site(const Workshop& workshop, const GuideFolder& folder,
                                                             const guide::Guide& guide, const std::string& front_page,
                                                             base::Problems& problems);

/// theme -> typeset: the guide as a printed book.
std::optional<Made> make_book(const Workshop& workshop, const GuideFolder& folder, const guide::Guide& guide,
                              const pdf::PdfEngine& engine, base::Problems& problems);

/// The whole guide as one page for the screen, with its style and pictures inside.
std::optional<Made> make_guide_page(const Workshop& workshop, const GuideFolder& folder, const guide::Guide& guide,
                                    base::Problems& problems);

}  // namespace line
