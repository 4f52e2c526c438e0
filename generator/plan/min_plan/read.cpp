#include "plan/min_plan/read.h"

#include "plan/min_plan/read_parts.h"

namespace plan::min_plan {

namespace {

struct Huskeservice {
  bool sms = false;
  bool email = false;
};
Huskeservice read_huskeservice(const Fields& fields) { return {fields.is_true("sms"), fields.is_true("email")}; }

Flag read_flag(const Fields& fields) {
  const auto huskeservice = fields.object("huskeservice", read_huskeservice).value_or(Huskeservice{});
  return {.akasseforsoeg = fields.is_true("akasseforsoeg"),
          .helhedsorienteret_plan = fields.is_true("helhedsorienteretPlan"),
          .rehab_indsatsdel = fields.is_true("rehabIndsatsdel"),
          .jobnet_undtaget = fields.is_true("jobnetUndtaget"),
          .kategori = fields.whole("kategori"),
          .samtykke = fields.date("samtykke"),
          .huskeservice_sms = huskeservice.sms,
          .huskeservice_email = huskeservice.email};
}

Borger read_borger(const Fields& fields) {
  return {.navn = fields.text("navn"), .foedselsaar = fields.whole("foedselsaar")};
}

Aendring read_aendring(const Fields& fields) {
  return {.at = fields.at(),
          .dato = fields.date("dato").value_or(base::Date{}),
          .tekst = fields.text("tekst"),
          .vedroerer = fields.texts("vedroerer")};
}

Revision read_revision(const Fields& fields) {
  return {.at = fields.at(),
          .tilstand = fields.text("tilstand"),
          .version = fields.whole("version").value_or(1),
          .opdateret = fields.date("opdateret").value_or(base::Date{}),
          .opdateret_af = fields.text("opdateretAf"),
          .aendringer = fields.objects("aendringer", read_aendring)};
}

Rehabiliteringsplan read_rehabiliteringsplan(const Fields& fields) {
  return {.henvisning = fields.text("henvisning"), .udleveret = fields.date("udleveret")};
}

KommentarSvar read_kommentar_svar(const Fields& fields) {
  return {.at = fields.at(), .dato = fields.date("dato").value_or(base::Date{}), .tekst = fields.text("tekst")};
}

IndsatsForslag read_indsats_forslag(const Fields& fields) {
  return {.at = fields.at(), .indsats = fields.text("indsats"), .faglig_begrundelse = fields.text("fagligBegrundelse")};
}

AkasseForslag read_akasse_forslag(const Fields& fields) {
  return {.at = fields.at(),
          .dato = fields.date("dato"),
          .person = fields.object("person", read_person),
          .jobmaal = fields.objects("jobmaal", read_kodet_stilling),
          .indsatsforslag = fields.objects("indsatsforslag", read_indsats_forslag)};
}

std::optional<bool> read_underskrevet(const Fields& fields) { return fields.is_true("underskrevet"); }

Kontrakt read_kontrakt(const Fields& fields) {
  return {.at = fields.at(),
          .program = fields.text("program"),
          .danskmaal = fields.text("danskmaal"),
          .job_eller_uddannelsesmaal = fields.text("jobEllerUddannelsesmaal"),
          .indsatser = fields.texts("indsatser"),
          .erklaering_underskrevet =
              fields.object("opholdsOgSelvforsoergelseserklaering", read_underskrevet).value_or(std::nullopt),
          .vejledt_om_dansk_dato = fields.date("vejledtOmDanskDato"),
          .gyldig_fra = fields.date("gyldigFra"),
          .gyldig_til = fields.date("gyldigTil")};
}

Link read_link(const Fields& fields) {
  return {.at = fields.at(),
          .titel = fields.text("titel"),
          .adresse = fields.text("adresse"),
          .beskrivelse = fields.text("beskrivelse")};
}

}  // namespace

MinPlan read_min_plan(const nlohmann::json& document) {
  const Fields fields(document, "");
  return {.id = fields.text("id"),
          .maalgruppe = fields.text("maalgruppe"),
          .myndighed = fields.text("myndighed") == "akasse" ? Myndighed::akasse : Myndighed::jobcenter,
          .flag = fields.object("flag", read_flag).value_or(Flag{}),
          .borger = fields.object("borger", read_borger).value_or(Borger{}),
          .revision = fields.object("revision", read_revision).value_or(Revision{}),
          .jobmaal = fields.objects("jobmaal", read_jobmaal),
          .jeg_soeger_job_som = fields.objects("jegSoegerJobSom", read_kodet_stilling),
          .uddannelsesmaal = fields.objects("uddannelsesmaal", read_uddannelsesmaal),
          .maal_aftalt_med = fields.object("maalAftaltMed", read_person),
          .planbeskrivelse = fields.text("planbeskrivelse"),
          .rehabiliteringsplan = fields.object("rehabiliteringsplan", read_rehabiliteringsplan),
          .kommentar_svar = fields.objects("kommentarSvar", read_kommentar_svar),
          .uddannelsespaalaeg = fields.object("uddannelsespaalaeg", read_uddannelsespaalaeg),
          .akasse_forslag = fields.object("akasseForslag", read_akasse_forslag),
          .krav_til_jobsoegning = fields.objects("kravTilJobsoegning", read_krav),
          .indsatser = fields.objects("indsatser", read_indsats),
          .aftaler = fields.objects("aftaler", read_aftale),
          .kontrakt = fields.object("kontrakt", read_kontrakt),
          .andre_veje = fields.objects("andreVeje", read_link)};
}

}  // namespace plan::min_plan
