#pragma once

#include <string>
#include <string_view>

namespace sats::html {

/// Whether a text has the form of a language tag (RFC 5646): letters, then parts of letters and figures of at most eight.
bool is_language_tag(std::string_view text);

/// The tag with hyphens, which many write with low lines, as `da_DK`, and without space around it; empty when it is none.
std::string mended_language_tag(std::string_view text);

}  // namespace sats::html
