#pragma once

#include "plan/min_plan/fields.h"
#include "plan/min_plan/min_plan.h"

namespace plan::min_plan {

Person read_person(const Fields& fields);
Indsats read_indsats(const Fields& fields);
Aftale read_aftale(const Fields& fields);
Krav read_krav(const Fields& fields);
Jobmaal read_jobmaal(const Fields& fields);
KodetStilling read_kodet_stilling(const Fields& fields);
Uddannelsesmaal read_uddannelsesmaal(const Fields& fields);
Uddannelsespaalaeg read_uddannelsespaalaeg(const Fields& fields);

}  // namespace plan::min_plan
