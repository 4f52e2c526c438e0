#include "guide/outline.h"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "guide/paths.h"
#include "guide/report.h"

namespace guide {

namespace {

/// A folder's files on their way to becoming a part.
struct Folder {
  std::optional<std::size_t> page;
  std::vector<std::size_t> chapters;
};

using Folders = std::map<std::string, Folder, std::less<>>;

/// Where something stands among its neighbours.
struct Place {
  int order = std::numeric_limits<int>::max();
  std::string name;
  const load::PlacedNumber* written = nullptr;  ///< The `order` of the front matter, when it has one.

  friend bool operator<(const Place& a, const Place& b) { return std::tie(a.order, a.name) < std::tie(b.order, b.name); }
};

Place place_of_page(const OutlineFile& file, std::string_view name) {
  Place place{.name = std::string(name)};
  if (file.front.order) {
    place.written = &*file.front.order;
    place.order = place.written->value;
  } else if (const auto number = leading_number(name)) {
    place.order = *number;
  }
  return place;
}

void report_same_order(const std::vector<Place>& sorted, base::Problems& problems) {
  for (std::size_t i = 1; i < sorted.size(); ++i) {
    const auto* first = sorted[i - 1].written;
    const auto* second = sorted[i].written;
    if (first == nullptr || second == nullptr || first->value != second->value) continue;
    problems.add(warning_at(second->where, "guide.orden.to-gange",
                            {{"orden", std::to_string(second->value)}, {"anden", sorted[i - 1].name}}));
  }
}

/// Puts files and folders into folders; the problems of their places are found here.
class Sorter {
 public:
  Sorter(const std::vector<OutlineFile>& files, base::Problems& problems) : files_(files), problems_(problems) {}

  Outline sort() {
    for (std::size_t index = 0; index < files_.size(); ++index) file_away(index);
    for (std::size_t index = 0; index < files_.size(); ++index) {
      if (files_[index].front.part) move_to_part(index);
    }
    return outline();
  }

 private:
  void file_away(std::size_t index) {
    const auto& path = files_[index].path;
    const auto folder = folder_of(path);
    if (folder.find('/') != std::string_view::npos) {
      problems_.add(error_at({files_[index].source, 0, 0}, "guide.mappe.for-dyb", {{"fil", path}}));
    } else if (name_of(path) == "index.md") {
      folders_[std::string(folder)].page = index;
    } else {
      folders_[std::string(folder)].chapters.push_back(index);
    }
  }

  void move_to_part(std::size_t index) {
    const auto& file = files_[index];
    const auto& part = *file.front.part;
    std::vector<std::string> names;
    for (auto& [name, folder] : folders_) {
      if (name.empty()) continue;
      names.push_back(name);
      if (name != part.text && file_slug(name) != part.text) continue;
      auto& old = folders_[std::string(folder_of(file.path))].chapters;
      std::erase(old, index);
      if (name_of(file.path) != "index.md") folder.chapters.push_back(index);
      return;
    }
    problems_.add(suggesting(error_at(part.where, "guide.del.ukendt", {{"del", part.text}}), part.text, names));
  }

  std::vector<std::size_t> in_order(const std::vector<std::size_t>& chapters) {
    std::vector<std::pair<Place, std::size_t>> placed;
    for (const auto index : chapters) placed.emplace_back(place_of_page(files_[index], name_of(files_[index].path)), index);
    std::sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::size_t> order;
    std::vector<Place> places;
    for (auto& [place, index] : placed) {
      order.push_back(index);
      places.push_back(place);
    }
    report_same_order(places, problems_);
    return order;
  }

  Outline outline() {
    Outline outline{.front = folders_[""].page, .parts = {}};
    std::vector<std::pair<Place, OutlinePart>> parts;
    for (const auto index : folders_[""].chapters) {
      const auto place = place_of_page(files_[index], files_[index].path);
      parts.emplace_back(place, OutlinePart{.page = {}, .slug = "", .chapters = {index}});
    }
    for (const auto& [name, folder] : folders_) {
      if (name.empty()) continue;
      if (!folder.page) {
        const auto& first = files_[folder.chapters.empty() ? 0 : folder.chapters.front()];
        problems_.add(error_at({first.source, 0, 0}, "guide.del.uden-index", {{"mappe", name}}));
        continue;
      }
      parts.emplace_back(place_of_page(files_[*folder.page], name),
                         OutlinePart{.page = folder.page, .slug = file_slug(name), .chapters = in_order(folder.chapters)});
    }
    std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Place> places;
    for (auto& [place, part] : parts) {
      places.push_back(place);
      const bool joins = !part.page && !outline.parts.empty() && !outline.parts.back().page;
      if (joins) {
        outline.parts.back().chapters.push_back(part.chapters.front());
      } else {
        outline.parts.push_back(std::move(part));
      }
    }
    report_same_order(places, problems_);
    return outline;
  }

  const std::vector<OutlineFile>& files_;
  base::Problems& problems_;
  Folders folders_;
};

}  // namespace

bool is_page_path(std::string_view path) {
  return path.ends_with(".md") && !path.starts_with('_') && path.find("/_") == std::string_view::npos;
}

Outline outline_of(const std::vector<OutlineFile>& files, base::Problems& problems) {
  return Sorter(files, problems).sort();
}

}  // namespace guide
