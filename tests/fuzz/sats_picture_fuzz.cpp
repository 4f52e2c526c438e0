// Bytes that claim to be a picture: PNG, JPEG or SVG.

#include <cstddef>
#include <cstdint>
#include <string>

#include "sats/pictures/picture.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  base::Problems problems;
  const sats::PictureLimits limits{.pixels = 1'000'000, .bytes = std::uint64_t{1} << 20U};
  const auto picture = sats::read_picture({reinterpret_cast<const char*>(data), size}, "fuzz", problems, {}, limits);
  if (picture == nullptr && problems.empty()) __builtin_trap();
  return 0;
}
