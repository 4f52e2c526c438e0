#pragma once

#include <cstdint>
#include <string>

#include "sats/write/crypto.h"

namespace sats {

/// As long as it lives, what qpdf draws by chance on this thread comes from a seed, the same each time. Other threads go on
/// drawing from the system.
class SeededChance {
 public:
  explicit SeededChance(const Digest256& seed);
  SeededChance(const SeededChance&) = delete;
  SeededChance& operator=(const SeededChance&) = delete;
  ~SeededChance();

  /// The next bytes. Throws std::runtime_error.
  std::string draw(std::size_t count);

 private:
  Digest256 seed_;
  std::uint64_t blocks_ = 0;
  SeededChance* before_;
};

}  // namespace sats
