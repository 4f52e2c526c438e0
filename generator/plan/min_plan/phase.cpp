#include "plan/min_plan/phase.h"

#include <optional>

namespace plan::min_plan {

namespace {

Phase phase_between(base::Date start, std::optional<base::Date> end, base::Date today) {
  if (today < start) return Phase::coming;
  return end && *end < today ? Phase::ended : Phase::running;
}

}  // namespace

Phase phase_of(const Indsats& effort, base::Date today) {
  return phase_between(effort.hvornaar.start, effort.hvornaar.slut, today);
}

Phase phase_of(const Krav& demand, base::Date today) { return phase_between(demand.fra, demand.til, today); }

/// Of the day itself an agreement is behind us when its minutes are there: it then has no end, or says so.
Phase phase_of(const Aftale& agreement, base::Date today) {
  if (agreement.dato != today) return agreement.dato < today ? Phase::ended : Phase::coming;
  const bool behind = agreement.retning == "bagud" || (agreement.retning.empty() && !agreement.slut);
  return behind ? Phase::ended : Phase::coming;
}

}  // namespace plan::min_plan
