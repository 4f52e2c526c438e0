#pragma once

#include <nlohmann/json.hpp>

#include "base/problem.h"
#include "load/json_document.h"

namespace plan {

/// The words of a kind with those of a site's labels.json in their place. The site names single words by the objects that
/// they stand in; a word that the kind does not have, or that is no word there, is a problem and changes nothing.
nlohmann::json with_own_labels(nlohmann::json labels, const load::JsonDocument& own, base::Problems& problems);

}  // namespace plan
