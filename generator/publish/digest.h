#pragma once

#include <string>
#include <string_view>

namespace publish {

/// The SHA-256 of some bytes as 64 lower-case hexadecimal digits (FIPS 180-4), as `sha256sum` prints it.
std::string sha256(std::string_view bytes);

}  // namespace publish
