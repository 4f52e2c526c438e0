#pragma once

#include "base/problem.h"
#include "guide/snippets.h"
#include "plan/kinds.h"

namespace line {

/// Reports each field that the plans around a snippet do not have, and warns of a snippet that no plan asks for.
void check_snippets(guide::Snippets& snippets, const plan::Kinds& kinds, base::Problems& problems);

}  // namespace line
