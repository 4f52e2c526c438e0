#pragma once

#include <cstddef>
#include <vector>

namespace base {

/// Puts intervals into lanes so that they do not overlap, each into the first lane with room for it.
class Lanes {
 public:
  /// The lane (from 0) of an interval; ask in the order in which the intervals begin. One may begin where another ends.
  std::size_t place(double begin, double end) {
    std::size_t lane = 0;
    while (lane < ends_.size() && ends_[lane] > begin) ++lane;
    if (lane == ends_.size()) ends_.push_back(end);
    ends_[lane] = end;
    return lane;
  }

  [[nodiscard]] std::size_t count() const { return ends_.size(); }

 private:
  std::vector<double> ends_;
};

}  // namespace base
