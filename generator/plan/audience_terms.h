#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/min_plan/indsats.h"

namespace plan {

/// Words, names and numbers by which a text would give away hidden efforts.
class TellingTerms {
 public:
  /// Terms of the hidden efforts that neither a visible effort nor (of single names) the people elsewhere in the plan share,
  /// and the words that always tell (ord.json).
  TellingTerms(std::span<const min_plan::Indsats> hidden, std::span<const min_plan::Indsats> visible,
               std::span<const std::string> people = {});

  /// Whether a text names one of them, in whatever case and with whatever ending. An address on the web is read as the
  /// words it is made of.
  [[nodiscard]] bool occur_in(std::string_view text) const;

 private:
  std::vector<std::string> terms_;    ///< Lower case, anywhere in a text.
  std::vector<std::string> names_;    ///< First and last names, as words of their own.
  std::vector<std::string> numbers_;  ///< Telephone numbers, digits only.
};

}  // namespace plan
