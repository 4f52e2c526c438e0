#include "guide/references.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "guide/active_files.h"
#include "guide/paths.h"
#include "guide/report.h"
#include "guide/walk.h"

namespace guide {

namespace {

constexpr std::array<std::string_view, 4> kPictures{".png", ".jpg", ".jpeg", ".svg"};

/// A page that links can lead to.
struct Target {
  std::string id;
  std::vector<std::string> anchors;
  Audiences audiences;
};

using Targets = std::map<std::string, Target, std::less<>>;

template <typename GuideType, typename Visit>
void for_each_page(GuideType& guide, const Visit& visit) {
  visit(guide.front);
  for (auto& part : guide.parts) {
    if (part.page) visit(*part.page);
    for (auto& chapter : part.chapters) visit(chapter);
  }
}

std::vector<std::string> anchors_of(const Page& page) {
  std::vector<std::string> anchors;
  const auto add = [&](const std::string& anchor) {
    if (!anchor.empty()) anchors.push_back(anchor);
  };
  walk(page.nodes, [&](const Node& node) {
    if (const auto* heading = as<Heading>(node)) add(heading->anchor);
    if (const auto* box = as<Box>(node)) add(box->anchor);
    if (const auto* table = as<Table>(node)) add(table->anchor);
    if (const auto* figure = as<Figure>(node)) add(figure->anchor);
    if (const auto* term = as<Term>(node)) add(term->anchor);
  });
  return anchors;
}

Targets targets_of(const Guide& guide) {
  Targets targets;
  for_each_page(guide, [&](const Page& page) {
    targets.emplace(page.source, Target{page.id, anchors_of(page), page.audiences});
  });
  return targets;
}

bool is_picture(std::string_view path) {
  return std::any_of(kPictures.begin(), kPictures.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

/// Follows the references of one page after the other.
class Resolver {
 public:
  Resolver(const Targets& targets, const TextReader& texts, const std::vector<std::string>& unread, base::Problems& problems)
      : targets_(targets), texts_(texts), unread_(unread), problems_(problems) {}

  void resolve(Page& page) {
    resolve_in(page.nodes, page);
    for (auto& footnote : page.footnotes) resolve_in(footnote.nodes, page);
  }

  [[nodiscard]] const std::set<std::string>& files() const { return files_; }

 private:
  void resolve_in(std::vector<Node>& nodes, const Page& page) {
    walk(nodes, [&](Node& node) {
      if (auto* link = as<Link>(node)) {
        if (link->to == LinkTo::page) resolve_page(*link, node.where, page);
        if (link->to == LinkTo::file) use_file(link->target, node.where);
      }
      if (const auto* image = as<Image>(node)) use_picture(image->file, node.where);
    });
  }

  void resolve_page(Link& link, const base::Span& where, const Page& page) {
    const auto target = targets_.find(link.target.empty() ? page.source : link.target);
    if (target == targets_.end()) return report_missing_page(link, where);
    check_readers(target->second, target->first, where, page);
    const auto& anchors = target->second.anchors;
    if (!link.anchor.empty() && std::find(anchors.begin(), anchors.end(), link.anchor) == anchors.end()) {
      auto problem = error_at(where, "guide.link.uden-anker", {{"fil", target->first}, {"anker", link.anchor}});
      report(suggesting(std::move(problem), link.anchor, anchors));
    }
    link.target = target->second.id;
  }

  /// A link stands in the page, or in a piece that the page includes and that only some of its readers see.
  void check_readers(const Target& target, const std::string& path, const base::Span& where, const Page& page) {
    const auto readers = common(page.audiences, texts_.audiences_of(where.source));
    if (readers.none || all_may_read(readers.audiences, target.audiences)) return;
    std::string whom;
    for (const auto& audience : target.audiences) whom += (whom.empty() ? "" : ", ") + audience;
    report(error_at(where, "guide.link.anden-modtager", {{"fil", path}, {"modtagere", whom}}));
  }

  void report_missing_page(const Link& link, const base::Span& where) {
    if (std::find(unread_.begin(), unread_.end(), link.target) != unread_.end()) return;
    if (texts_.has_file(link.target)) {
      report(error_at(where, "guide.link.ikke-side", {{"fil", link.target}}));
      return;
    }
    std::vector<std::string> pages;
    for (const auto& [path, target] : targets_) pages.push_back(path);
    report_missing(link.target, where, pages);
  }

  /// Paths are shown as they are written in the file that the link stands in, since that is what the author must change.
  void report_missing(std::string_view path, const base::Span& where, const std::vector<std::string>& known_paths) {
    const auto file = texts_.path_of(where.source);
    std::vector<std::string> known;
    for (const auto& known_path : known_paths) known.push_back(relative_path(file, known_path));
    const auto written = relative_path(file, path);
    auto problem = error_at(where, "guide.link.findes-ikke", {{"fil", written}});
    const auto same_name = std::find_if(known.begin(), known.end(), [&](const std::string& candidate) {
      return name_of(candidate) == name_of(path) && name_of(path) != "index.md";
    });
    if (same_name != known.end()) {
      problem.hints.push_back(base::did_you_mean(*same_name));
      report(std::move(problem));
    } else {
      report(suggesting(std::move(problem), written, known));
    }
  }

  void use_file(const std::string& path, const base::Span& where) {
    if (texts_.has_file(path)) {
      const auto [place, is_new] = files_.insert(path);
      if (is_new && is_active_file(path, texts_.bytes(path).value_or("")))
        report(error_at(where, "guide.fil.aktiv", {{"fil", relative_path(texts_.path_of(where.source), path)}}));
      return;
    }
    if (texts_.leaves_root(path)) {
      report(error_at(where, "base.fil.uden-for-rod", {{"fil", relative_path(texts_.path_of(where.source), path)}}));
      return;
    }
    std::vector<std::string> known;
    for (const auto& file : texts_.files()) {
      if (!file.ends_with(".md")) known.push_back(file);
    }
    report_missing(path, where, known);
  }

  void use_picture(const std::string& path, const base::Span& where) {
    if (path.empty()) return;
    if (is_picture(path)) return use_file(path, where);
    report(error_at(where, "guide.billede.format", {{"fil", path}}));
  }

  /// A file that many pages include has its mistakes reported once.
  void report(base::Problem problem) {
    if (reported_.emplace(problem.where->source, problem.where->begin).second) problems_.add(std::move(problem));
  }

  const Targets& targets_;
  const TextReader& texts_;
  const std::vector<std::string>& unread_;
  base::Problems& problems_;
  std::set<std::string> files_;
  std::set<std::pair<base::Source, std::uint32_t>> reported_;
};

}  // namespace

void resolve_references(Guide& guide, const TextReader& texts, const std::vector<std::string>& unread,
                        base::Problems& problems) {
  const auto targets = targets_of(guide);
  Resolver resolver(targets, texts, unread, problems);
  for_each_page(guide, [&](Page& page) { resolver.resolve(page); });
  guide.files.assign(resolver.files().begin(), resolver.files().end());
}

}  // namespace guide
