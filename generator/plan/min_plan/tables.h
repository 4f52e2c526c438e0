#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "plan/min_plan/person.h"

namespace plan::min_plan {

/// A target group of maalgrupper.json.
struct Maalgruppe {
  std::string kode;
  std::string familie;                      ///< `pligt`, `ikke-pligt`, `uddannelse` or `integration`.
  char kolonne = 'D';                       ///< Its column of the element matrix: A-G or X.
  bool har_akasse = false;                  ///< Is insured: the a-kasse holds conversations, and gets the plan.
  std::optional<Myndighed> krav_fra;        ///< Who sets "Krav til jobsøgning"; nothing when the group has none.
  bool soeger_job_som = false;              ///< Always has a title in "Jeg søger job som".
  bool naeste_samtale = true;               ///< A missing next conversation is worth a warning.
  bool beskrivelse_boer = false;            ///< Ought to have a plan description ...
  std::optional<int> beskrivelse_kategori;  ///< ... in this category only.

  [[nodiscard]] bool har_pligt() const { return familie == "pligt"; }
  [[nodiscard]] bool har_uddannelsespaalaeg() const { return kolonne == 'C' || kolonne == 'F' || kolonne == 'G'; }
};

/// What the element matrix says of an element and a column.
enum class Adgang { kraevet, valgfri, ikke, egen_regel };

/// A row of elementer.json: a key of the plan and who may have it.
struct Element {
  std::string noegle;
  std::string navn;
  std::map<char, Adgang> kolonner;
};

/// Whether an effort names hours a week.
enum class Timer { kraevet, valgfri, ingen };

/// A kind of effort of indsatser.json.
struct IndsatsArt {
  std::string art;
  std::string gruppe;   ///< `virksomhed`, `mentor`, `assistance`, `hjaelpemiddel`, `uddannelse`, `social`, `sundhed`.
  std::string omraade;  ///< `beskaeftigelse`, `social` or `sundhed`: whose effort it is.
  std::string sted;     ///< `arbejdssted`, `afholdelsessted` or `moedested`; empty for what has `hvem`.
  bool har_hvem = false;
  Timer timer = Timer::kraevet;
  bool har_status = true;  ///< Has the row of its status, and is owed a final one when it is over.
  bool loebende_status = false;
  bool skjult_for_akasse = false;
};

/// The years of the trial in which the a-kasse has more charge of the plan; both days are included (D1 §3.7).
struct Forsoegsperiode {
  base::Date fra{};
  base::Date til{};

  [[nodiscard]] bool runs_on(base::Date day) const { return fra <= day && day <= til; }
};

/// The word lists of ord.json by name.
using Ordlister = std::map<std::string, std::vector<std::string>, std::less<>>;

/// The dated tables of the kind min-plan, read from its folder once.
struct Tables {
  std::vector<Maalgruppe> maalgrupper;
  std::vector<Element> elementer;
  std::vector<IndsatsArt> indsatser;
  Forsoegsperiode akasseforsoeg;
  Ordlister ord;

  [[nodiscard]] const Maalgruppe* maalgruppe(std::string_view kode) const;
  [[nodiscard]] const IndsatsArt* indsats(std::string_view art) const;
  [[nodiscard]] const std::vector<std::string>& ordliste(std::string_view name) const;
};

/// The tables that the program brings; read at the first call, the same object at every call.
const Tables& tables();

}  // namespace plan::min_plan
