#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace sats::css {

/// Words as small numbers, from 1; 0 is "not here". The words must outlive the table.
class Names {
 public:
  /// The number of a word, given now when it is new.
  std::uint32_t add(std::string_view word);

  /// The number of a word, or 0. May be called by many threads at once.
  [[nodiscard]] std::uint32_t find(std::string_view word) const;

  [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(words_.size()); }

 private:
  [[nodiscard]] std::size_t slot_of(std::string_view word) const;
  void grow();

  std::vector<std::string_view> words_;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(64);
};

/// A fast hash of bytes (FNV-1a, good enough for words of a style sheet that is not hostile by intent).
std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed = 0xCBF29CE484222325ULL);

}  // namespace sats::css
