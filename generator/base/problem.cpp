#include "base/problem.h"

#include <algorithm>

namespace base {

Hint did_you_mean(std::string suggestion) {
  return {.code = "base.mente-du", .arguments = {{"forslag", std::move(suggestion)}}, .where = {}};
}

void Problems::add(Problem problem) {
  if (problem.severity == Severity::error) ++error_count_;
  problems_.push_back(std::move(problem));
}

void Problems::add_all(const Problems& others) {
  for (const auto& problem : others) add(problem);
}

std::size_t Problems::count(Severity severity) const {
  const auto same = [severity](const Problem& problem) { return problem.severity == severity; };
  return static_cast<std::size_t>(std::count_if(problems_.begin(), problems_.end(), same));
}

}  // namespace base
