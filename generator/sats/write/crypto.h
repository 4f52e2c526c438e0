#pragma once

#include <array>
#include <string_view>

namespace sats {

/// What comes out of a hash.
using Digest256 = std::array<unsigned char, 32>;

/// OpenSSL does this. It is loaded with the first encrypted document: few are, and loading it takes a tenth of the time of a
/// whole run of the program. Both throw std::runtime_error.
Digest256 sha256(std::string_view bytes);

/// A key as hard to guess as the secret, and more: each guess takes 4 MB and some milliseconds (RFC 7914).
Digest256 scrypt(std::string_view secret, std::string_view salt);

}  // namespace sats
