#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "plan/min_plan/person.h"

namespace plan::min_plan {

/// The education that the citizen is admitted to (step 4).
struct Optagelse {
  std::string at;
  std::string uddannelse;
  std::string sted;
  std::optional<base::Date> startdato;
};

/// The education order and the step (1-4) that the citizen is at.
struct Uddannelsespaalaeg {
  std::string at;
  int trin = 0;
  std::string overskrift;
  std::optional<base::Date> frist;
  std::optional<Person> sagsbehandler;
  std::string indledning;
  bool sendt = false;                ///< Whether the citizen has sent the step's form.
  std::vector<std::string> forslag;  ///< Step 1: educations that the citizen proposes.
  std::string begrundelse;           ///< Why these educations or institutions were chosen.
  std::optional<Optagelse> optaget_paa;
};

}  // namespace plan::min_plan
