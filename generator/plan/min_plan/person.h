#pragma once

#include <optional>
#include <string>

namespace plan::min_plan {

/// The kinds of authority and place that a person speaks for.
enum class Myndighed { jobcenter, akasse, virksomhed, institution };

/// A person that a plan names, with the means to reach them; empty text means not given.
struct Person {
  std::string at;  ///< JSON pointer of the object in the plan.
  std::string navn;
  std::string rolle;
  std::optional<Myndighed> myndighed;
  std::string enhed;  ///< The authority's or firm's name, such as "Jobcenter København".
  std::string telefon;
  std::string email;
};

}  // namespace plan::min_plan
