#pragma once

#include "base/problem.h"
#include "line/site.h"
#include "plan/check.h"

namespace line {

/// Whether a plan has a contract, which its citizen is to get as a PDF together with the plan.
bool has_contract(const plan::CheckedPlan& plan);

/// Warns when a site has plans with a contract and does not make the PDFs that hold it.
void check_contracts(const Site& site, int plans_with_contract, base::Problems& problems);

}  // namespace line
