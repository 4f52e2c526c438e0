#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "plan/min_plan/person.h"

namespace plan::min_plan {

/// How an effort went, at a date; the last one of an ended effort is final.
struct Status {
  std::string at;
  base::Date dato{};
  std::string tekst;
  bool afsluttende = false;
};

/// "Hvad er aftalt".
struct Hvad {
  std::string at;
  std::string titel;
  std::optional<double> timer_pr_uge;
  std::string beskrivelse;
  std::optional<Person> aftalt_med;
};

/// A period that was moved: what it was before, and why.
struct Flytning {
  std::string at;
  base::Date dato{};
  std::string tekst;
};

/// "Hvornår": both days are included.
struct Hvornaar {
  std::string at;
  base::Date start{};
  base::Date slut{};
  std::vector<Flytning> aendret;
};

/// "Hvor": where to meet, the firm's own address when it differs, and whom to ask for.
struct Hvor {
  std::string at;
  std::string moedested;
  std::string virksomhedsadresse;
  std::vector<Person> kontakt;
};

/// "Hvem" of an aid (hjælpemiddel), in place of "Hvor".
struct Hvem {
  std::string at;
  Person kontakt;
  std::string udbyder;
};

/// An effort: one bar of the timeline. `art` is a code of the effort registry (indsatser.json).
struct Indsats {
  std::string at;
  std::string id;
  std::string art;
  std::string navn;
  std::vector<Status> statusser;
  Hvad hvad;
  Hvornaar hvornaar;
  std::optional<Hvor> hvor;
  std::optional<Hvem> hvem;
  std::string hvorfor;
  std::vector<std::string> maal_ref;  ///< Titles of goals.
  std::string kilde;                  ///< `fagsystem`, `vitas`, `akasse` or not given.
  std::string afgaaet;                ///< What the citizen left for before the end: `job`, `uddannelse`, `andet` or nothing.
  bool kort_varighed = false;
};

}  // namespace plan::min_plan
