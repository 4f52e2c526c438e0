#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sats {

enum class ByteOrder : std::uint8_t { big, little };

/// Reads numbers from bytes; past their end everything is 0.
struct ByteReader {
  std::string_view bytes;
  ByteOrder order = ByteOrder::big;

  [[nodiscard]] unsigned u8(std::size_t at) const { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U; }
  [[nodiscard]] unsigned u16(std::size_t at) const {
    return order == ByteOrder::big ? (u8(at) << 8U) | u8(at + 1) : (u8(at + 1) << 8U) | u8(at);
  }
  [[nodiscard]] std::uint32_t u32(std::size_t at) const {
    return order == ByteOrder::big ? (u16(at) << 16U) | u16(at + 2) : (u16(at + 2) << 16U) | u16(at);
  }
};

}  // namespace sats
