#include "sats/write/seeded_chance.h"

#include <algorithm>

#include "sats/write/qpdf_headers.h"

namespace sats {
namespace {

thread_local SeededChance* chance_of_thread = nullptr;

/// qpdf has one source for the whole process. This one goes on to qpdf's own wherever no seed is set.
class ChanceByThread : public RandomDataProvider {
 public:
  ChanceByThread() : of_system_(QUtil::getRandomDataProvider()) { QUtil::setRandomDataProvider(this); }

  void provideRandomData(unsigned char* bytes, std::size_t count) override {
    if (chance_of_thread == nullptr) return of_system_->provideRandomData(bytes, count);
    const std::string drawn = chance_of_thread->draw(count);
    std::copy(drawn.begin(), drawn.end(), bytes);
  }

 private:
  RandomDataProvider* of_system_;
};

/// Once, and never taken away again: qpdf does not guard its source, but only encryption draws from it, and each that does
/// has been here first.
void put_in_place() { static ChanceByThread chance; }

}  // namespace

SeededChance::SeededChance(const Digest256& seed) : seed_(seed), before_(chance_of_thread) {
  put_in_place();
  chance_of_thread = this;
}

SeededChance::~SeededChance() { chance_of_thread = before_; }

std::string SeededChance::draw(std::size_t count) {
  std::string drawn;
  while (drawn.size() < count) {
    // A counter and the seed, as keys are derived in NIST SP 800-56C, 4.1: some blocks tell nothing of the others.
    std::string counted = std::to_string(++blocks_) + ":";
    counted.append(seed_.begin(), seed_.end());
    const Digest256 block = sha256(counted);
    drawn.append(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(std::min(block.size(), count - drawn.size())));
  }
  return drawn;
}

}  // namespace sats
