#include "line/guide_build.h"

#include <utility>

#include "line/build_rows.h"
#include "line/fingerprint.h"

namespace line {

namespace {

/// The front page leads the site's first audience on.
enum class ReaderPlace { first, other };

/// A guide for one audience: its pages and its book in a folder of their own.
class GuideBuild {
 public:
  GuideBuild(const SiteBuild& build, const GuideFolder& guide_folder, publish::OutputFolder& folder)
      : build_(build), guide_folder_(guide_folder), folder_(folder) {}

  /// Everything is tried, so that what cannot be written today stays as it was, and the guide is whole or left out.
  /// `warnings` were found in the guide, whatever is made of it.
  std::optional<theme::SiteEntry> make(const guide::Guide& guide, const AudienceRow& audience, ReaderPlace place,
                                       int warnings, base::Problems& problems) const {
    const bool is_first = place == ReaderPlace::first;
    const std::string front_page = is_first ? "../index.html" : "";
    base::Problems found;
    const auto files = make_guide_site(build_.workshop, guide_folder_, guide, front_page, found);
    problems.add_all(found);
    if (!files) return std::nullopt;
    const Sources sources{.prefix = guide_folder_.name() + (is_first ? "/" : "-" + std::string(audience.word) + "/"),
                          .hash = Fingerprint()
                                      .add(build_.workshop.fingerprint)
                                      .add(audience.word)
                                      .add(front_page)
                                      .add_files(guide_folder_.files(), "")
                                      .sum(),
                          .warnings = warnings + warning_count(found)};
    theme::SiteEntry entry{.title = guide.title, .note = guide.subtitle, .path = sources.prefix + "index.html", .pdf = ""};
    bool complete = put_pages(*files, sources, problems);
    if (build_.engine != nullptr) {
      entry.pdf = sources.prefix + guide_folder_.name() + ".pdf";
      complete &= put_book(guide, entry.pdf, sources, problems);
    }
    return complete ? std::optional(std::move(entry)) : std::nullopt;
  }

 private:
  /// What all outputs of a guide have in common.
  struct Sources {
    std::string prefix;
    std::string hash;
    int warnings = 0;
  };

  bool put_pages(const std::vector<theme::AssetFile>& files, const Sources& sources, base::Problems& problems) const {
    bool complete = true;
    for (const auto& file : files) {
      complete &= folder_.put({.path = sources.prefix + file.path,
                               .bytes = file.bytes,
                               .source_hash = sources.hash,
                               .warnings = sources.warnings},
                              problems);
    }
    return complete;
  }

  bool put_book(const guide::Guide& guide, const std::string& path, const Sources& sources, base::Problems& problems) const {
    const auto source_hash = Fingerprint().add(sources.hash).add(engine_mark(build_, Form::pdf)).sum();
    if (folder_.keep_if_current(path, source_hash)) return true;
    base::Problems found;
    const auto book = make_book(build_.workshop, guide_folder_, guide, *build_.engine, found);
    problems.add_all(found);
    if (!book) return false;
    return folder_.put({.path = path,
                        .bytes = book->bytes,
                        .source_hash = source_hash,
                        .pages = book->pages,
                        .warnings = sources.warnings + warning_count(found)},
                       problems);
  }

  const SiteBuild& build_;
  const GuideFolder& guide_folder_;
  publish::OutputFolder& folder_;
};

}  // namespace

GuideResult make_guide(const SiteBuild& build, const GuideFolder& guide_folder, publish::OutputFolder& folder,
                       base::Problems& problems) {
  base::Problems found;
  const auto whole = check_guide(build.workshop, guide_folder, found);
  problems.add_all(found);
  if (!whole) return {};
  GuideResult result{.is_made = true, .entry = {}};
  const GuideBuild guide_build(build, guide_folder, folder);
  const bool differs = guide::differs_by_audience(*whole);
  auto place = ReaderPlace::first;
  for (const auto& audience : audience_rows()) {
    if (!names(build.site.settings.audiences, audience.word)) continue;
    const auto reader = std::exchange(place, ReaderPlace::other);
    if (!guide::is_guide_for(*whole, audience.word) || (reader == ReaderPlace::other && !differs)) continue;
    base::Problems said;  // about the whole guide
    const auto narrowed = differs ? guide_for(build.workshop, guide_folder, audience.audience, said) : whole;
    if (!narrowed) problems.add_all(said);
    auto entry = narrowed ? guide_build.make(*narrowed, audience, reader, warning_count(found), problems) : std::nullopt;
    if (!entry) result.is_made = false;
    if (reader == ReaderPlace::first) result.entry = std::move(entry);
  }
  return result.is_made ? std::move(result) : GuideResult{};
}

}  // namespace line
