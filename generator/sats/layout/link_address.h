#pragma once

#include <string>
#include <string_view>

namespace sats::layout {

/// An address as a browser reads it, without the line breaks and tabs that may stand in it; empty when it is of a kind that
/// a document must not open, such as a script or a file of the reader's own.
std::string link_address(std::string_view said);

/// The bytes that `%C3` and the like stand for.
std::string percent_decoded(std::string_view text);

}  // namespace sats::layout
