#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

namespace sats {

/// A table that grows while others read it: entries never move or go away, and reading takes no lock. Adding does need one,
/// which is the owner's.
template <typename Entry, std::size_t kCapacity>
class SlotTable {
 public:
  SlotTable() = default;
  SlotTable(const SlotTable&) = delete;
  SlotTable& operator=(const SlotTable&) = delete;
  ~SlotTable() {
    for (auto& slot : slots_) delete slot.load(std::memory_order_relaxed);
  }

  /// The index of the new entry, or nothing when the table is full.
  std::optional<std::uint32_t> add(std::unique_ptr<Entry> entry) {
    const std::size_t index = size_.load(std::memory_order_relaxed);
    if (index == kCapacity) return std::nullopt;
    slots_[index].store(entry.release(), std::memory_order_release);
    size_.store(index + 1, std::memory_order_release);
    return static_cast<std::uint32_t>(index);
  }

  [[nodiscard]] std::size_t size() const { return size_.load(std::memory_order_acquire); }
  Entry& operator[](std::size_t index) const { return *slots_[index].load(std::memory_order_acquire); }

 private:
  std::array<std::atomic<Entry*>, kCapacity> slots_{};
  std::atomic<std::size_t> size_ = 0;
};

}  // namespace sats
