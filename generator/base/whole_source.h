#pragma once

#include <cstdint>
#include <limits>
#include <string>

#include "base/source_text.h"

namespace base {

/// Where a span begins that means a source as a whole: it has no line, and none of its text is shown.
inline constexpr std::uint32_t kWholeSource = std::numeric_limits<std::uint32_t>::max();

/// The place of a problem that is about a file or folder as a whole, or about something made of it.
inline Span whole_source(std::string name) { return {make_source(std::move(name), ""), kWholeSource, kWholeSource}; }

}  // namespace base
