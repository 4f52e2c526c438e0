#include "plan/view/current.h"

#include <algorithm>
#include <utility>

#include "plan/min_plan/tables.h"

namespace plan {

using namespace min_plan;

bool has_status(const Indsats& effort) {
  const IndsatsArt* kind = tables().indsats(effort.art);
  return kind == nullptr || kind->har_status;
}

bool lacks_final_status(const Indsats& effort, base::Date today) {
  if (!has_status(effort)) return false;
  if (phase_of(effort, today) != Phase::ended || effort.afgaaet == "job" || effort.afgaaet == "uddannelse") return false;
  return std::ranges::none_of(effort.statusser, [](const Status& status) { return status.afsluttende; });
}

bool is_current(const Jobmaal& goal, base::Date today) { return !goal.slutdato || *goal.slutdato >= today; }

bool is_current(const Indsats& effort, base::Date today) {
  return phase_of(effort, today) != Phase::ended || lacks_final_status(effort, today);
}

bool is_current(const Krav& demand, base::Date today) { return phase_of(demand, today) == Phase::running; }

const Aftale* latest_agreement(const std::vector<Aftale>& agreements, std::string_view type, base::Date today) {
  const Aftale* latest = nullptr;
  for (const Aftale& one : agreements) {
    if (one.aftaletype != type || !one.publiceret || phase_of(one, today) != Phase::ended) continue;
    if (latest == nullptr || std::pair(one.dato, one.start) >= std::pair(latest->dato, latest->start)) latest = &one;
  }
  return latest;
}

}  // namespace plan
