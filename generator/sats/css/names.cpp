#include "sats/css/names.h"

namespace sats::css {

std::uint64_t hash_bytes(std::string_view bytes, std::uint64_t seed) {
  for (const char c : bytes) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return seed ^ seed >> 29U;
}

std::size_t Names::slot_of(std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash_bytes(word) & mask;
  while (slots_[slot] != 0 && words_[slots_[slot] - 1] != word) slot = (slot + 1) & mask;
  return slot;
}

std::uint32_t Names::find(std::string_view word) const { return slots_[slot_of(word)]; }

std::uint32_t Names::add(std::string_view word) {
  if (words_.size() * 2 >= slots_.size()) grow();
  auto& slot = slots_[slot_of(word)];
  if (slot == 0) {
    words_.push_back(word);
    slot = static_cast<std::uint32_t>(words_.size());
  }
  return slot;
}

void Names::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (std::uint32_t i = 0; i < words_.size(); ++i) slots_[slot_of(words_[i])] = i + 1;
}

}  // namespace sats::css
