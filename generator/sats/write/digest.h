#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace sats {

/// A 64-bit digest of bytes, the same on every run; not for secrets. Different seeds give unrelated digests.
inline std::uint64_t digest_of(std::string_view bytes, std::uint64_t seed = 0) {
  constexpr std::uint64_t kPrime = 0x9E3779B185EBCA87ULL;
  std::uint64_t state = seed * kPrime + bytes.size();
  const auto mix = [&state](std::uint64_t word) {
    state ^= word * 0xC2B2AE3D27D4EB4FULL;
    state = (state << 31U) | (state >> 33U);
    state *= kPrime;
  };
  while (bytes.size() >= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data(), sizeof word);
    mix(word);
    bytes.remove_prefix(sizeof word);
  }
  for (const char c : bytes) mix(static_cast<unsigned char>(c));
  state ^= state >> 29U;
  state *= 0x165667B19E3779F9ULL;
  return state ^ (state >> 32U);
}

}  // namespace sats
