#include "plan/min_plan/settings.h"

#include <doctest/doctest.h>

#include "base/problem_printer.h"

namespace {

load::JsonDocument limits_document(const char* text) {
  base::Problems problems;
  return load::load_json(base::make_source("graenser.json", text), problems).value();
}

}  // namespace

TEST_CASE("the limits have the defaults that the kind's folder states") {
  const auto limits = plan::min_plan::default_limits();
  CHECK(!limits.hvad_tegn);
  CHECK(!limits.hvorfor_tegn);
  CHECK(limits.status_efter_dage == 60);
  CHECK(limits.status_hoejst_gammel_dage == 120);
  CHECK(limits.status_efter_slut_dage == 60);
  CHECK(limits.afsluttende_status_dage == 14);
  CHECK(limits.status_mindst_ord == 4);
  CHECK(limits.kursus_hoejst_dage == 42);
  CHECK(limits.timer_hoejst == 37);
}

TEST_CASE("a site changes the limits that it names and keeps the others") {
  base::Problems problems;
  const auto limits = plan::min_plan::read_limits(limits_document(R"({"hvadTegn": 1500, "statusEfterDage": 30})"), problems);
  REQUIRE(limits);
  CHECK(limits->hvad_tegn == 1500);
  CHECK(limits->status_efter_dage == 30);
  CHECK(limits->timer_hoejst == 37);
}

TEST_CASE("a misspelt limit and one that is no number are problems with their places") {
  base::Problems problems;
  CHECK(!plan::min_plan::read_limits(limits_document(R"({"hvadTeng": 1500, "timerHoejst": null})"), problems));
  CHECK(base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish) ==
        "graenser.json:1:2: fejl[plan.graense.ukendt]: der er ingen grænse, der hedder \"hvadTeng\"\n"
        "    1 | {\"hvadTeng\": 1500, \"timerHoejst\": null}\n"
        "      |  ^^^^^^^^^^\n"
        "      = rettelse: se navnene i graenser.json\n"
        "      = rettelse: mente du \"hvadTegn\"?\n"
        "graenser.json:1:35: fejl[plan.graense.ikke-et-tal]: grænsen \"timerHoejst\" skal være et helt tal fra 0\n"
        "    1 | {\"hvadTeng\": 1500, \"timerHoejst\": null}\n"
        "      |                                   ^^^^\n"
        "      = rettelse: skriv et tal uden anførselstegn\n");
}

TEST_CASE("a code list is a list of codes and titles") {
  base::Problems problems;
  const auto titles =
      plan::min_plan::read_title_list(limits_document(R"([{"disco": "712600", "titel": "Rørlægger"}])"), problems);
  REQUIRE(titles);
  CHECK(titles->find("712600")->second == "Rørlægger");
  CHECK(!plan::min_plan::read_title_list(limits_document(R"([{"disco": "712600"}])"), problems));
  CHECK(!plan::min_plan::read_title_list(limits_document("{}"), problems));
  CHECK(problems.error_count() == 2);
}
