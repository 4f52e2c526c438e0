#pragma once

#include "base/problem.h"
#include "pdf/prepare/markup.h"

namespace pdf {

class ResourceShelf;

/// Takes everything out of a tree that could run, load or frame something; pictures come from the shelf.
void clean_markup(Node& node, ResourceShelf& shelf, base::Problems& problems);

/// The same for an SVG file, which may only refer to its own parts.
void clean_standalone_svg(Node& svg);

}  // namespace pdf
