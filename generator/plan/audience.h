#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "plan/check.h"
#include "plan/min_plan/min_plan.h"

namespace plan {

/// Who a page or PDF is made for.
enum class Audience { borger, jobcenter, akasse };

/// The word for an audience in settings, in front matter and on the command line.
std::string_view audience_word(Audience audience);

/// Every such word.
std::vector<std::string> audience_words();

/// Whether a kind's plans are made for the audience at all: a kind that does not say what the a-kasse may know of its
/// fields (modtagere.json) has nothing for it.
bool is_made_for(const Kind& kind, Audience audience);

/// Whether the citizen has an a-kasse, as the table of target groups says. A kind without target groups does not tell, and
/// its modtagere.json decides alone.
bool has_akasse(const CheckedPlan& plan);

/// Whether the plan is made for the audience at all: its kind is, and for the a-kasse the citizen has one.
bool is_made_for(const CheckedPlan& plan, Audience audience);

/// Whether the audience may see the plan at all: a draft is for the job centre only.
bool may_see(const CheckedPlan& plan, Audience audience);

/// A Min Plan as the audience may know it. Everything else is made from what this gives, so that nothing removed here can
/// come back in contents, data, search index, calendar or PDF.
///
/// Citizen and a-kasse see no unpublished agreement. The a-kasse sees no effort of another administration, no aid and no
/// personal assistance (D1 §6.1), and of the rest only what modtagere.json says: there is a decision for every field. A
/// text that speaks of a hidden effort (of its name, content, provider or people) is left out whole, with what it belongs
/// to where it would mean nothing without it.
/// What the version before hides counts, too.
min_plan::MinPlan for_audience(const CheckedPlan& plan, Audience audience);

/// A version as the audience may know it beside another one of the same plan: a text that speaks of an effort which either
/// of the two hides is left out.
min_plan::MinPlan for_audience_beside(const CheckedPlan& plan, const CheckedPlan& other, Audience audience);

/// A plan of a kind without code as the audience may know it.
nlohmann::json data_for_audience(const CheckedPlan& plan, Audience audience);

/// The citizen's name as the audience may know it, for lists of plans; empty when it may not, or when the plan has none.
std::string citizen_name(const CheckedPlan& plan, Audience audience);

/// What a list of plans says of a plan beside that: the target group as far as the audience may know it, else the kind.
std::string group_name(const CheckedPlan& plan, Audience audience);

}  // namespace plan
