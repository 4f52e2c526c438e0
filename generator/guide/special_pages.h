#pragma once

#include <string_view>

#include "base/problem.h"
#include "guide/guide.h"

namespace guide {

/// Whether a path names the glossary (`ordliste.md`) or the colophon (`kolofon.md`), whose lists are lists of terms.
bool is_special_page(std::string_view path);

/// Whether a path names the colophon, which stands last in the website and first in the book.
bool is_colophon(std::string_view path);

/// Collects the terms of the glossary. A glossary without a list of terms is a warning.
void gather_glossary(Guide& guide, base::Problems& problems);

/// Collects the lines of the colophon. Warns of what a colophon lacks (publisher, editors, design, pictures, edition).
void gather_colophon(Guide& guide, base::Problems& problems);

}  // namespace guide
