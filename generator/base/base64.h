#pragma once

#include <string>
#include <string_view>

namespace base {

/// Bytes as letters (RFC 4648, section 4), such as a `data:` address holds.
std::string base64(std::string_view bytes);

}  // namespace base
