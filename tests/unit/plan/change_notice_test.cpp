#include "plan/change_notice.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "made_plan.h"

namespace {

using nlohmann::json;
using nlohmann::ordered_json;
using plan::Audience;

/// A second version with one change of an effort that the a-kasse may see, and one of an aid.
json document() {
  return json::parse(R"({"type": "min-plan", "version": 1, "maalgruppe": "dagpenge", "borger": {"navn": "Anders Holm"},
    "revision": {"tilstand": "publiceret", "version": 2, "opdateret": "2019-11-21", "opdateretAf": "Nina Pettersen", "aendringer": [
      {"dato": "2019-11-20", "tekst": "Din praktik er flyttet.", "vedroerer": ["praktik"]},
      {"dato": "2019-11-21", "tekst": "Din tablet er kommet.", "vedroerer": ["tablet"]}]},
    "indsatser": [{"id": "praktik", "art": "virksomhedspraktik", "navn": "Praktik"},
                  {"id": "tablet", "art": "hjaelpemiddel-tilbud", "navn": "Tablet"}]})");
}

ordered_json notice_of(const json& plan, Audience audience) {
  base::Problems problems;
  auto notice = plan::change_notice(made_plan::from(plan.dump()), audience, problems);
  CHECK(problems.empty());
  return notice;
}

TEST_CASE("a notice says what is new, in words and for programs") {
  const auto notice = notice_of(document(), Audience::borger);
  CHECK(notice.at("navn") == "Anders Holm");
  CHECK(notice.at("version") == 2);
  CHECK(notice.at("opdateret") == "2019-11-21");
  CHECK(
      notice.at("aendringer").dump() ==
      R"([{"dato":"2019-11-20","tekst":"Din praktik er flyttet."},{"dato":"2019-11-21","tekst":"Din tablet er kommet."}])");
  CHECK(notice.at("besked") ==
        "Hej Anders\n\nDer er nyt i din plan, udgave 2 fra 21. nov. 2019:\n- 20. nov. 2019: Din praktik er flyttet.\n"
        "- 21. nov. 2019: Din tablet er kommet.\n\nDu kan se hele planen på Jobnet.");
  CHECK(notice.at("kanaler") == ordered_json{"jobnet"});
}

TEST_CASE("a notice goes by letter to those who are exempt from Jobnet, and by the reminder service to those who asked") {
  auto plan = document();
  plan["flag"] = {{"jobnetUndtaget", true}, {"huskeservice", {{"sms", true}, {"email", true}}}};
  const auto notice = notice_of(plan, Audience::jobcenter);
  CHECK(notice.at("kanaler").dump() == R"(["brev","sms","email"])");
  CHECK(notice.at("besked").get<std::string>().ends_with("Du får hele planen i et brev."));
}

TEST_CASE("the a-kasse hears of what it may see, and not how the citizen does") {
  const auto notice = notice_of(document(), Audience::akasse);
  CHECK(notice.at("aendringer").dump() == R"([{"dato":"2019-11-20","tekst":"Din praktik er flyttet."}])");
  CHECK_FALSE(notice.contains("besked"));
  CHECK_FALSE(notice.contains("kanaler"));
  auto only_hidden = document();
  only_hidden["revision"]["aendringer"].erase(0);
  CHECK(notice_of(only_hidden, Audience::akasse).is_null());
  CHECK_FALSE(notice_of(only_hidden, Audience::borger).is_null());
}

TEST_CASE("a first version, a draft and a plan without changes give no notice to anyone") {
  auto first = document();
  first["revision"]["version"] = 1;
  auto draft = document();
  draft["revision"]["tilstand"] = "kladde";
  auto unchanged = document();
  unchanged["revision"]["aendringer"] = json::array();
  for (const auto& plan : {first, draft, unchanged}) {
    for (const auto audience : {Audience::borger, Audience::jobcenter, Audience::akasse})
      CHECK(notice_of(plan, audience).is_null());
  }
}

}  // namespace
