#pragma once

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "base/problem.h"
#include "load/json_document.h"
#include "plan/check.h"
#include "plan/kinds.h"
#include "plan/min_plan/read.h"
#include "plan/view.h"

namespace made_plan {

/// A plan as the check would hand it on, without the check: tests of the view are not about rules.
inline plan::CheckedPlan from(std::string_view text) {
  static const plan::Kinds kinds = plan::Kinds::built_in();
  base::Problems problems;
  auto document = load::load_json(base::make_source("plan.json", std::string(text)), problems);
  REQUIRE(document.has_value());
  auto read = plan::min_plan::read_min_plan(document->value);
  return {.kind = kinds.find("min-plan"), .document = *std::move(document), .min_plan = std::move(read)};
}

inline plan::Audience audience(std::string_view word) {
  return word == "akasse"      ? plan::Audience::akasse
         : word == "jobcenter" ? plan::Audience::jobcenter
                               : plan::Audience::borger;
}

inline plan::Output output(std::string_view word) {
  return word == "pdf" ? plan::Output::pdf : word == "print" ? plan::Output::print : plan::Output::screen;
}

/// A request in words, such as ("akasse", "pdf", "2019-11-21").
inline plan::ViewRequest request(std::string_view who, std::string_view what, std::string_view today = "2019-11-21") {
  return {.audience = audience(who), .output = output(what), .today = base::parse_date(today).value(), .window_months = 6};
}

/// A view in which no word is missing.
inline nlohmann::json view(const plan::CheckedPlan& plan, const plan::ViewRequest& request) {
  base::Problems problems;
  auto made = plan::view(plan, request, problems);
  for (const auto& problem : problems) FAIL_CHECK(problem.code, ": ", problem.arguments.back().value);
  return made;
}

/// The section with this id, or null.
inline nlohmann::json section(const nlohmann::json& view, std::string_view id) {
  for (const auto& one : view.at("afsnit")) {
    if (one.at("id") == id) return one;
  }
  return nullptr;
}

}  // namespace made_plan
