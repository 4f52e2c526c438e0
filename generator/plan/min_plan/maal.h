#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace plan::min_plan {

/// A job goal is near when the jobs can be done now, with short training at most.
enum class Horisont { kort, lang };

/// A job goal: a coded title (DISCO-AMS), or a function in free text for groups without a duty to seek.
struct Jobmaal {
  std::string at;
  std::string disco;
  std::string titel;
  std::string fritekst;
  std::optional<Horisont> horisont;
  std::optional<base::Date> slutdato;
  std::string kilde;                 ///< `jobcenter`, `akasse` or not given.
  std::optional<double> timer_maal;  ///< Hours a week that the goal aims at.

  /// What the reader sees: the title, or the free text where there is no title.
  [[nodiscard]] const std::string& tekst() const { return titel.empty() ? fritekst : titel; }
};

/// A coded title (DISCO-AMS) outside the goals: what the citizen has chosen as "Jeg søger job som", or the a-kasse proposes.
struct KodetStilling {
  std::string at;
  std::string disco;
  std::string titel;
  std::string begrundelse;
};

/// Where an education can be taken, and how the application stands.
struct Uddannelsessted {
  std::string at;
  std::string navn;
  bool ansoegning_sendt = false;
  std::string svar;  ///< `afventer`, `optaget`, `afslag`, `venteliste` or not given.
};

/// An education goal and its place in the order of wishes, from 1.
struct Uddannelsesmaal {
  std::string at;
  int prioritet = 0;
  std::string titel;
  std::vector<Uddannelsessted> uddannelsessteder;
};

}  // namespace plan::min_plan
