#include "plan/view/flags.h"

#include <string>

namespace plan {

using min_plan::Flag;
using nlohmann::json;

namespace {

/// What the reminder service does, or how to get it; who does not use Jobnet cannot sign up there.
std::string reminder_sentence(const Flag& flag, const Labels& labels) {
  if (flag.huskeservice_sms && flag.huskeservice_email) return labels.text("besked", "smsOgEmail");
  if (flag.huskeservice_sms) return labels.text("besked", "sms");
  if (flag.huskeservice_email) return labels.text("besked", "email");
  return flag.jobnet_undtaget ? "" : labels.text("besked", "tilmeld");
}

}  // namespace

json variants_piece(const Flag& flag, const Labels& labels) {
  json variants = json::array();
  const auto add = [&](bool is_so, const char* code) {
    if (is_so) variants.push_back({{"kode", code}, {"tekst", labels.text("varianter", code)}});
  };
  add(flag.rehab_indsatsdel, "rehabIndsatsdel");
  add(flag.helhedsorienteret_plan, "helhedsorienteretPlan");
  return variants;
}

json notice_piece(const Flag& flag, const Labels& labels) {
  const std::string where = labels.text("besked", flag.jobnet_undtaget ? "brev" : "jobnet");
  const std::string reminder = reminder_sentence(flag, labels);
  return {{"aendringer", where + (reminder.empty() ? "" : " ") + reminder},
          {"breve", labels.text("besked", flag.jobnet_undtaget ? "post" : "digitalPost")}};
}

}  // namespace plan
