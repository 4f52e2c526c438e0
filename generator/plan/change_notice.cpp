#include "plan/change_notice.h"

#include <string>

#include "base/danish_dates.h"
#include "plan/view/labels.h"

namespace plan {

using min_plan::Flag;
using min_plan::MinPlan;
using nlohmann::ordered_json;

namespace {

ordered_json changes_of(const min_plan::Revision& revision) {
  ordered_json changes = ordered_json::array();
  for (const auto& change : revision.aendringer) {
    changes.push_back({{"dato", base::to_iso(change.dato)}, {"tekst", change.tekst}});
  }
  return changes;
}

/// Who is exempt from Jobnet gets a letter; the reminder service comes on top of either.
ordered_json channels_of(const Flag& flag) {
  ordered_json channels{flag.jobnet_undtaget ? "brev" : "jobnet"};
  if (flag.huskeservice_sms) channels.push_back("sms");
  if (flag.huskeservice_email) channels.push_back("email");
  return channels;
}

std::string text_of(const MinPlan& plan, const Labels& labels) {
  const std::string first_name = plan.borger.navn.substr(0, plan.borger.navn.find(' '));
  std::string text = labels.fill("besked", "nyt",
                                 {{"fornavn", first_name},
                                  {"nummer", std::to_string(plan.revision.version)},
                                  {"dato", base::short_date(plan.revision.opdateret)}});
  for (const auto& change : plan.revision.aendringer) text += "\n- " + base::short_date(change.dato) + ": " + change.tekst;
  return text + "\n\n" + labels.text("besked", plan.flag.jobnet_undtaget ? "sePlanenIBrev" : "sePlanen");
}

}  // namespace

ordered_json change_notice(const CheckedPlan& plan, Audience audience, base::Problems& problems) {
  if (!plan.min_plan || !may_see(plan, audience)) return nullptr;
  const MinPlan seen = for_audience(plan, audience);
  const bool is_news = seen.revision.tilstand == "publiceret" && seen.revision.version > 1;
  if (!is_news || seen.revision.aendringer.empty()) return nullptr;
  ordered_json notice{{"navn", seen.borger.navn},
                      {"version", seen.revision.version},
                      {"opdateret", base::to_iso(seen.revision.opdateret)},
                      {"aendringer", changes_of(seen.revision)}};
  if (audience == Audience::akasse) return notice;
  notice["besked"] = text_of(seen, Labels(plan.kind->labels, problems));
  notice["kanaler"] = channels_of(seen.flag);
  return notice;
}

}  // namespace plan
