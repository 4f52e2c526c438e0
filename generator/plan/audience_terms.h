#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plan/min_plan/indsats.h"
#include "plan/word_patterns.h"

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

  /// Whether a text names one of them, in whatever case, with whatever ending and however it is written (as_read). An
  /// address on the web is read as the words it is made of, an id with its letters for æ, ø and å.
  [[nodiscard]] bool occur_in(std::string_view text) const;

 private:
  /// Whether names are told from other words by their capitals; ids and addresses have none.
  enum class Capitals { count, ignore };
  [[nodiscard]] bool tells(std::string_view text, Capitals capitals) const;

  std::vector<std::string> terms_;    ///< Lower case, in every spelling, anywhere in a text.
  WordPatterns of_health_;            ///< Words about health, but for those of a title that the a-kasse knows.
  std::vector<std::string> names_;    ///< Names of people, short ones of places, and abbreviations, as words of their own.
  std::vector<std::string> numbers_;  ///< Telephone numbers: their last digits, without the code of a country.
};

}  // namespace plan
