#include "plan/view.h"

#include <nlohmann/json.hpp>
#include <string>

#include "plan/view/page_head.h"
#include "plan/view/pieces.h"
#include "plan/view/plain_data.h"
#include "plan/view/scene.h"
#include "plan/view/sections.h"

namespace plan {

using nlohmann::json;

namespace {

/// The names of audiences for kinds that do not bring their own.
const json& standard_labels() {
  static const json labels = json::parse(built_in_kind_file("min-plan/labels.json"));
  return labels;
}

/// A kind that a site brings without code: its data and words as they are.
json plain_view(const CheckedPlan& plan, const ViewRequest& request, base::Problems& problems) {
  const json& own = plan.kind->labels;
  const bool names_audiences = own.contains("modtagere") && own.contains("ord");
  const Labels labels(names_audiences ? own : standard_labels(), problems);
  return {{"type", plan.kind->type},
          {"sprog", "da"},
          {"titel", plan.kind->title},
          {"idag", date_piece(request.today)},
          {"modtager", audience_piece(request, labels)},
          {"output", output_piece(request)},
          {"data", with_every_member(data_for_audience(plan, request.audience), plan.kind->schema.json())},
          {"etiketter", own}};
}

}  // namespace

json view(const CheckedPlan& plan, const ViewRequest& request, base::Problems& problems) {
  const bool is_preview = request.purpose == min_plan::Purpose::preview;
  const bool is_shown = is_preview ? is_made_for(plan, request.audience) : may_see(plan, request.audience);
  if (!is_shown) return nullptr;
  if (!plan.min_plan) return plain_view(plan, request, problems);
  const min_plan::MinPlan seen = for_audience(plan, request.audience);
  const Labels labels(plan.kind->labels, problems, seen.flag.jobnet_undtaget ? JobnetUse::exempt : JobnetUse::yes);
  const Scene scene{seen, labels, request, column_of(seen)};
  json page = page_head(scene);
  page["afsnit"] = all_sections(scene);
  return page;
}

}  // namespace plan
