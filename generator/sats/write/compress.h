#pragma once

#include <string>
#include <string_view>

namespace sats {

/// The bytes as a zlib stream (PDF's FlateDecode); `level` is libdeflate's, 0 to 12.
std::string deflate(std::string_view bytes, int level);

}  // namespace sats
