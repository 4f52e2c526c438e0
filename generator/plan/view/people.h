#pragma once

#include <string>
#include <vector>

#include "plan/min_plan/person.h"
#include "plan/view/labels.h"
#include "plan/view/pieces.h"

namespace plan {

/// `Nina Pettersen, Jobcenter København`.
std::string name_and_unit(const min_plan::Person& person);

/// `Amilia Olsen, Svejsefabrikken, Telefon: 12345678, E-mail: …`; number and address lead to the telephone and to the mail.
std::vector<LinePart> contact_line(const min_plan::Person& person, const Labels& labels);

/// `Nina Pettersen (sagsbehandler)`.
std::string name_and_role(const min_plan::Person& person, const Labels& labels);

}  // namespace plan
