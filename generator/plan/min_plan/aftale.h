#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "plan/min_plan/person.h"

namespace plan::min_plan {

/// An agreement, past or future: one marker of the timeline.
struct Aftale {
  std::string at;
  std::string id;
  std::string aftaletype;  ///< `jobcenter`, `akasse` or `oevrig`.
  std::string titel;       ///< Only of `oevrig`.
  std::string retning;     ///< `bagud` or `frem` as the case system says; the date decides.
  base::Date dato{};
  int start = 0;            ///< Minutes after midnight; -1 when there is no such time of day (a rule says so).
  std::optional<int> slut;  ///< Minutes after midnight; future agreements have one.
  std::string form;         ///< `personligt-fremmoede`, `telefon`, `video` or `skriftlig`.
  std::string sted;
  std::string kort;  ///< Address of a map.
  Person person;
  std::string tekst;
  bool publiceret = true;
};

}  // namespace plan::min_plan
