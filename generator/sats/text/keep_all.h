#pragma once

#include <cstdint>
#include <string_view>

namespace sats {

/// Whether a break at `offset` would part two letters or digits, which `word-break: keep-all` does not allow
/// (css-text-3 §5.2): the ideographs of one word, not the words around a space or hyphen.
bool parts_letters(std::string_view text, std::uint32_t offset);

}  // namespace sats
