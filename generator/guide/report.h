#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "base/suggest.h"

namespace guide {

/// A problem of severity error at a place.
inline base::Problem error_at(base::Span where, std::string code, std::vector<base::Argument> arguments = {}) {
  return {.code = std::move(code), .arguments = std::move(arguments), .where = std::move(where), .hints = {}};
}

/// A problem of severity warning at a place.
inline base::Problem warning_at(base::Span where, std::string code, std::vector<base::Argument> arguments = {}) {
  auto problem = error_at(std::move(where), std::move(code), std::move(arguments));
  problem.severity = base::Severity::warning;
  return problem;
}

/// The problem with a "did you mean" for the known word that is nearest to the misspelt one, if one is near.
inline base::Problem suggesting(base::Problem problem, std::string_view misspelt, std::span<const std::string> known) {
  if (auto nearest = base::nearest_word(misspelt, known)) problem.hints.push_back(base::did_you_mean(std::move(*nearest)));
  return problem;
}

}  // namespace guide
