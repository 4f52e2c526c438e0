#pragma once

#include <optional>
#include <string>
#include <vector>

#include "plan/min_plan/aftale.h"
#include "plan/min_plan/indsats.h"
#include "plan/min_plan/kontrakt.h"
#include "plan/min_plan/krav.h"
#include "plan/min_plan/maal.h"
#include "plan/min_plan/person.h"
#include "plan/min_plan/revision.h"
#include "plan/min_plan/uddannelsespaalaeg.h"

namespace plan::min_plan {

/// Circumstances that change what a plan may hold.
struct Flag {
  bool akasseforsoeg = false;
  bool helhedsorienteret_plan = false;
  bool rehab_indsatsdel = false;
  bool jobnet_undtaget = false;
  std::optional<int> kategori;         ///< 1-3, sick-pay only.
  std::optional<base::Date> samtykke;  ///< To a plan that several administrations share.
  bool huskeservice_sms = false;
  bool huskeservice_email = false;
};

/// The citizen that the plan belongs to.
struct Borger {
  std::string navn;
  std::optional<int> foedselsaar;
};

/// The citizen's answer to the case worker's comment; only with an education order.
struct KommentarSvar {
  std::string at;
  base::Date dato{};
  std::string tekst;
};

/// A link to inspiration ("Andre veje til job").
struct Link {
  std::string at;
  std::string titel;
  std::string adresse;
  std::string beskrivelse;
};

/// Points to a rehabilitation plan that the citizen has beside this plan.
struct Rehabiliteringsplan {
  std::string henvisning;
  std::optional<base::Date> udleveret;
};

/// What the a-kasse proposed at the CV talk ("A-kassens forslag til indhold i Min Plan").
struct IndsatsForslag {
  std::string at;
  std::string indsats;
  std::string faglig_begrundelse;
};
struct AkasseForslag {
  std::string at;
  std::optional<base::Date> dato;
  std::optional<Person> person;
  std::vector<KodetStilling> jobmaal;
  std::vector<IndsatsForslag> indsatsforslag;
};

/// A Min Plan as its file gives it. `at` fields are JSON pointers into the file, so that a rule can point at what it means.
struct MinPlan {
  std::string id;
  std::string maalgruppe;                      ///< A code of maalgrupper.json.
  Myndighed myndighed = Myndighed::jobcenter;  ///< Who is in charge of the plan now.
  Flag flag;
  Borger borger;
  Revision revision;
  std::vector<Jobmaal> jobmaal;
  std::vector<KodetStilling> jeg_soeger_job_som;
  std::vector<Uddannelsesmaal> uddannelsesmaal;
  std::optional<Person> maal_aftalt_med;
  std::string planbeskrivelse;
  std::optional<Rehabiliteringsplan> rehabiliteringsplan;
  std::vector<KommentarSvar> kommentar_svar;
  std::optional<Uddannelsespaalaeg> uddannelsespaalaeg;
  std::optional<AkasseForslag> akasse_forslag;
  std::vector<Krav> krav_til_jobsoegning;
  std::vector<Indsats> indsatser;
  std::vector<Aftale> aftaler;
  std::optional<Kontrakt> kontrakt;
  std::vector<Link> andre_veje;
};

}  // namespace plan::min_plan
