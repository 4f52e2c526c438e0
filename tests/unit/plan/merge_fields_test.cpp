#include "plan/merge_fields.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "made_plan.h"

namespace {

constexpr std::string_view kPlan = R"({"type": "min-plan", "version": 1, "maalgruppe": "dagpenge-uddannelsespaalaeg",
  "borger": {"navn": "Stine Marie Krogh"},
  "revision": {"tilstand": "publiceret", "version": 4, "opdateret": "2019-11-14", "opdateretAf": "Nina Pettersen"},
  "jobmaal": [{"titel": "A"}, {"titel": "B"}, {"titel": "C"}, {"titel": "Gammelt", "slutdato": "2019-01-01"}],
  "uddannelsesmaal": [{"prioritet": 1, "titel": "Tømrer"}, {"prioritet": 2, "titel": "Smed"}],
  "uddannelsespaalaeg": {"trin": 2, "frist": "2019-12-06", "sagsbehandler": {"navn": "Nina Pettersen"}}})";

plan::MergeFields fields_for(std::string_view who) {
  return plan::merge_fields(made_plan::view(made_plan::from(kPlan), made_plan::request(who, "pdf")));
}

TEST_CASE("fields hold finished text") {
  const auto fields = fields_for("borger");
  CHECK(fields.at("borger.fornavn") == "Stine");
  CHECK(fields.at("borger.navn") == "Stine Marie Krogh");
  CHECK(fields.at("maalgruppe.navn") == "Dagpengemodtager med uddannelsespålæg");
  CHECK(fields.at("jobmaal") == "A, B og C");
  CHECK(fields.at("uddannelsesmaal") == "Tømrer og Smed");
  CHECK(fields.at("frist") == "Fredag den 6. dec. 2019");
  CHECK(fields.at("sagsbehandler.navn") == "Nina Pettersen");
  CHECK(fields.at("idag.lang") == "21. november 2019");
  CHECK(fields.at("udgave.nummer") == "4");
  CHECK(fields.at("udgave.opdateret") == "14. nov. 2019");
}

TEST_CASE("how a citizen hears of changes and gets letters follows the flags, and the a-kasse's copy knows none of them") {
  struct Row {
    const char* flags;
    const char* changes;
    bool by_post;
  };
  const std::string subscribe = "Du kan også få en sms eller en e-mail, hvis du tilmelder dig huskeservice.";
  for (
      const auto& [flags, changes, by_post] :
      {Row{"{}",
           "Du får besked på forsiden af Jobnet. Du kan også få en sms eller en e-mail, hvis du tilmelder dig huskeservice.",
           false},
       Row{R"({"huskeservice": {"sms": true}})", "Du får besked på forsiden af Jobnet. Du får også en sms.", false},
       Row{R"({"huskeservice": {"email": true}})", "Du får besked på forsiden af Jobnet. Du får også en e-mail.", false},
       Row{R"({"huskeservice": {"sms": true, "email": true}})",
           "Du får besked på forsiden af Jobnet. Du får også en sms og en e-mail.", false},
       Row{R"({"huskeservice": {"sms": false}})",
           "Du får besked på forsiden af Jobnet. Du kan også få en sms eller en e-mail, hvis du tilmelder dig huskeservice.",
           false},
       Row{R"({"jobnetUndtaget": true})", "Du får den nye plan i et brev.", true},
       Row{R"({"jobnetUndtaget": true, "huskeservice": {"sms": true}})",
           "Du får den nye plan i et brev. Du får også en sms.", true}}) {
    CAPTURE(std::string(flags));
    auto document = nlohmann::json::parse(kPlan);
    document["flag"] = nlohmann::json::parse(flags);
    const auto made = made_plan::from(document.dump());
    const auto fields = plan::merge_fields(made_plan::view(made, made_plan::request("borger", "pdf")));
    CHECK(fields.at("besked.aendringer") == changes);
    CHECK((fields.at("besked.breve").find("med posten") != std::string::npos) == by_post);
    CHECK((fields.at("besked.breve").find("digitale postkasse") != std::string::npos) == !by_post);
    CHECK(plan::merge_fields(made_plan::view(made, made_plan::request("akasse", "pdf")))
              .at("besked.aendringer")
              .ends_with(subscribe));
  }
}

TEST_CASE("a field that the plan lacks is empty, not missing") {
  const auto fields = fields_for("borger");
  CHECK(fields.at("kontrakt.danskmaal").empty());
  for (const auto& field : plan::field_names("min-plan")) CHECK(fields.contains(field.name));
  CHECK(fields.size() == plan::field_names("min-plan").size());
}

TEST_CASE("every field is explained, and no other kind has fields") {
  std::set<std::string_view> names;
  for (const auto& field : plan::field_names("min-plan")) {
    CHECK_FALSE(field.meaning.empty());
    CHECK(names.insert(field.name).second);
  }
  CHECK(plan::field_names("andet").empty());
}

TEST_CASE("the contract with themes lists every field") {
  std::ifstream in(std::string(VEJVISER_SOURCE_DIR) + "/generator/plan/VIEW.md");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  for (const auto& field : plan::field_names("min-plan")) {
    CAPTURE(field.name);
    CHECK(text.find("`" + std::string(field.name) + "`") != std::string::npos);
  }
}

TEST_CASE("a plan that may not be seen gives no fields") { CHECK(plan::merge_fields(nullptr).empty()); }

}  // namespace
