#pragma once

#include "sats/css/token.h"

namespace sats::css {

/// Reads `an+b` of :nth-child() and its kind; false when the tokens are none.
bool read_nth(Tokens tokens, std::int32_t& step, std::int32_t& offset);

}  // namespace sats::css
