#pragma once

#include <optional>
#include <string>

#include "base/print_document.h"
#include "base/problem.h"
#include "guide/guide.h"
#include "theme/theme.h"

namespace theme {

/// The whole guide as one document for paper: cover, colophon, contents, a divider before each part, the chapters, notes.
/// `file_root` stands before the paths of pictures, such as the folder they were read from. Template: `guide-bog`.
std::optional<base::PrintDocument> guide_book(const Theme& theme, const guide::Guide& guide, const std::string& file_root,
                                              base::Problems& problems);

}  // namespace theme
