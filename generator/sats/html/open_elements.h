#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sats::html {

/// Where a document opens more elements inside each other than `most`; nothing when it does not. A rough look over the tags
/// before the parser, whose time grows with the square of the depth: it takes elements for closed rather than for open.
std::optional<std::uint32_t> too_deep_at(std::string_view html, std::size_t most);

}  // namespace sats::html
