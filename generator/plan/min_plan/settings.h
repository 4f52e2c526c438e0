#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/problem.h"
#include "load/json_document.h"

namespace plan::min_plan {

/// Job titles of the code list DISCO-AMS by code; a code may have several titles.
using TitleList = std::unordered_multimap<std::string, std::string>;

/// The years whose rules a plan is held against: before December 2019 job goals in free text were allowed for everyone.
enum class RuleSet { before_2019, from_2019 };

/// Whether the plan is about to be shown to the citizen, or only looked at by the job centre (a draft is then no error).
enum class Purpose { publish, preview };

/// Numbers that the rules need and the sources leave open. The defaults stand in graenser.json, with their reasons.
struct Limits {
  std::optional<int> hvad_tegn;     ///< Longest `hvad.beskrivelse` in characters; nothing means no limit.
  std::optional<int> hvorfor_tegn;  ///< Longest `hvorfor` in characters.
  int status_efter_dage = 0;        ///< A running effort has a status so many days after its start.
  int status_hoejst_gammel_dage = 0;
  int status_efter_slut_dage = 0;   ///< A status may be dated so long after the effort's end.
  int afsluttende_status_dage = 0;  ///< Days of grace before a final status is missed.
  int status_mindst_ord = 0;
  int kursus_hoejst_dage = 0;         ///< "6 ugers jobrettet uddannelse".
  int timer_hoejst = 0;               ///< Hours a week above this get a warning.
  int indsats_hoejst_dage = 0;        ///< An effort of more days is unusually long.
  int tekst_hoejst_ord = 0;           ///< More words than this are hard to take in.
  int beskrivelse_frem_maaneder = 0;  ///< A description covers so many months ahead where one is wanted.
};

/// The limits that the program brings.
Limits default_limits();

/// Limits with some of them replaced, `{"hvadTegn": 1500}`; an unknown name or a value that is no number is a problem.
std::optional<Limits> read_limits(const load::JsonDocument& document, base::Problems& problems);

/// A code list, `[{"disco": "712600", "titel": "Rørlægger"}, …]`.
std::optional<TitleList> read_title_list(const load::JsonDocument& document, base::Problems& problems);

/// What a site decides about the check of its plans.
struct Settings {
  Limits limits = default_limits();
  std::shared_ptr<const TitleList> titles;  ///< Null when no list is supplied: titles are then not looked up.
  RuleSet rules = RuleSet::from_2019;
  Purpose purpose = Purpose::publish;
};

}  // namespace plan::min_plan
