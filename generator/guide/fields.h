#pragma once

#include <string_view>
#include <vector>

#include "base/problem.h"
#include "guide/node.h"

namespace guide {

/// Splits Texts at `{{name}}` into Texts and Fields. Braces that hold no dotted name of letters and digits are an error.
void split_fields(std::vector<Node>& nodes, base::Problems& problems);

/// Reports every `{{name}}` in the text of a guide: fields have no meaning outside snippets.
void refuse_fields(const std::vector<Node>& nodes, base::Problems& problems);

/// Reports the first `{{name}}` of one text, such as a title.
void refuse_fields(std::string_view text, const base::Span& where, base::Problems& problems);

}  // namespace guide
