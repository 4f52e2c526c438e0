#include "line/contract_check.h"

#include "base/whole_source.h"
#include "line/build_rows.h"

namespace line {

bool has_contract(const plan::CheckedPlan& plan) { return plan.min_plan && plan.min_plan->kontrakt; }

void check_contracts(const Site& site, int plans_with_contract, base::Problems& problems) {
  if (plans_with_contract == 0 || names(site.settings.forms, "pdf")) return;
  problems.add({.severity = base::Severity::warning,
                .code = "line.kontrakt-uden-pdf",
                .arguments = {{"antal", std::to_string(plans_with_contract)}},
                .where = base::whole_source(site.file.string()),
                .hints = {}});
}

}  // namespace line
