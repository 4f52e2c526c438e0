#pragma once

#include "theme/guide_body.h"

namespace theme {

/// The text of a chapter for the book: runs that a theme may set in columns (`spalter`; `spalter kort` when there is too
/// little for two), between tables and figures that take the whole width. A heading right before one of these goes with it.
base::Html book_text_html(const std::vector<guide::Node>& nodes, const BodyPlace& place);

}  // namespace theme
