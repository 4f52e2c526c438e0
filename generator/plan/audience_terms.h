#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/min_plan/indsats.h"

namespace plan {

/// What the a-kasse knows from the plan outside its efforts, and what therefore is no secret.
struct KnownElsewhere {
  std::vector<std::string> people;
  std::vector<std::string> titles;  ///< Of goals and fields of work, from the code lists.
};

/// Words, names and numbers by which a text would give away hidden efforts.
class TellingTerms {
 public:
  /// Terms of the hidden efforts that stand in no name or title that the a-kasse sees, and the words that always tell
  /// (ord.json). Of running text only the rare words are taken.
  TellingTerms(std::span<const min_plan::Indsats> hidden, std::span<const min_plan::Indsats> visible,
               const KnownElsewhere& elsewhere = {});

  /// Whether a text names one of them, in whatever case and with whatever ending. An address on the web is read as the
  /// words it is made of.
  [[nodiscard]] bool occur_in(std::string_view text) const;

 private:
  [[nodiscard]] bool tells(std::string_view text) const;

  std::vector<std::string> terms_;    ///< Lower case, anywhere in a text.
  std::vector<std::string> stems_;    ///< Lower case, where a word begins.
  std::vector<std::string> names_;    ///< Names of people and abbreviations, as words of their own.
  std::vector<std::string> numbers_;  ///< Telephone numbers, digits only.
};

}  // namespace plan
