#pragma once

#include <optional>

#include "base/problem.h"
#include "load/json_document.h"

namespace load {

/// The first place where a text stops being JSON, in words for a human; nothing when the text is JSON.
std::optional<base::Problem> explain_syntax(const base::Source& source, TextRange range);

/// The bracket that opens one level more than the limit allows.
base::Span too_deep_bracket(const base::Source& source, TextRange range);

}  // namespace load
