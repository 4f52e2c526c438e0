#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/min_plan/indsats.h"

namespace plan {

/// Words and names by which a text would give away hidden efforts.
class TellingTerms {
 public:
  /// Terms of the hidden efforts that no visible effort shares, and the words that always tell (ord.json).
  TellingTerms(std::span<const min_plan::Indsats> hidden, std::span<const min_plan::Indsats> visible);

  /// Whether a text names one of them, in whatever case and with whatever ending.
  [[nodiscard]] bool occur_in(std::string_view text) const;

  /// The text without the paragraphs (and points of a list) that name one of them.
  [[nodiscard]] std::string removed_from(std::string_view text) const;

  [[nodiscard]] bool empty() const { return terms_.empty(); }

 private:
  std::vector<std::string> terms_;  ///< Lower case.
};

}  // namespace plan
