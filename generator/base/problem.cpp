#include "base/problem.h"

#include <algorithm>
#include <map>
#include <string_view>

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

std::vector<Problem> in_reading_order(const Problems& problems) {
  struct Place {
    std::size_t file;  // how many problems were found before the first of its file
    std::uint32_t begin;
    const Problem* problem;
  };
  std::map<std::string_view, std::size_t> files;
  std::vector<Place> places;
  for (const Problem& problem : problems) {
    const bool has_file = problem.where && problem.where->source;
    const std::size_t found = places.size();
    const std::size_t file = has_file ? files.try_emplace(problem.where->source->name, found).first->second : found;
    places.push_back({file, has_file ? problem.where->begin : 0, &problem});
  }
  std::ranges::stable_sort(places, {}, [](const Place& place) { return std::pair(place.file, place.begin); });
  std::vector<Problem> sorted;
  sorted.reserve(places.size());
  for (const Place& place : places) sorted.push_back(*place.problem);
  return sorted;
}

}  // namespace base
