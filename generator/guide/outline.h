#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "load/front_matter.h"

namespace guide {

/// A file of the guide that is a page, and what its front matter says.
struct OutlineFile {
  std::string path;  ///< From the guide's root.
  load::FrontMatter front;
  base::Source source;
};

/// A part as indices into the files: its page (none for a run of loose chapters) and its chapters in order.
struct OutlinePart {
  std::optional<std::size_t> page;
  std::string slug;  ///< Of the folder; empty for loose chapters.
  std::vector<std::size_t> chapters;
};

/// The guide's order of reading; `front` is the root's `index.md`.
struct Outline {
  std::optional<std::size_t> front;
  std::vector<OutlinePart> parts;
};

/// Whether a path names a page: a Markdown file that does not lie behind a name with a leading underscore.
bool is_page_path(std::string_view path);

/// Orders the files: by `order`, else by the number that the name begins with, else by path after all that have a number.
/// Two neighbours with the same `order` are a warning. A folder without `index.md`, a folder in a folder, and a `part` that
/// does not exist are errors.
Outline outline_of(const std::vector<OutlineFile>& files, base::Problems& problems);

}  // namespace guide
