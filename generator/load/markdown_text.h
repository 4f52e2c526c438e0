#pragma once

#include <optional>
#include <string_view>

#include "base/file_store.h"
#include "base/problem.h"
#include "load/front_matter.h"

namespace load {

/// Reads a Markdown file whole and checks that it is text: valid UTF-8 (a byte order mark is passed over), no NUL bytes, and
/// at most 1 MiB. Any error leaves nothing.
std::optional<base::Source> read_markdown_text(const base::FileStore& store, std::string_view path,
                                               base::Problems& problems);

/// The same, and its front matter.
std::optional<MarkdownFile> read_markdown_file(const base::FileStore& store, std::string_view path, Title title,
                                               base::Problems& problems);

}  // namespace load
