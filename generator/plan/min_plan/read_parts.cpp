#include "plan/min_plan/read_parts.h"

#include <map>

namespace plan::min_plan {

namespace {

std::optional<Myndighed> read_myndighed(const std::string& word) {
  static const std::map<std::string, Myndighed> words{{"jobcenter", Myndighed::jobcenter},
                                                      {"akasse", Myndighed::akasse},
                                                      {"virksomhed", Myndighed::virksomhed},
                                                      {"institution", Myndighed::institution}};
  const auto found = words.find(word);
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Horisont> read_horisont(const std::string& word) {
  if (word == "kort") return Horisont::kort;
  if (word == "lang") return Horisont::lang;
  return std::nullopt;
}

Status read_status(const Fields& fields) {
  return {.at = fields.at(),
          .dato = fields.date("dato").value_or(base::Date{}),
          .tekst = fields.text("tekst"),
          .afsluttende = fields.is_true("afsluttende")};
}

Hvad read_hvad(const Fields& fields) {
  return {.at = fields.at(),
          .titel = fields.text("titel"),
          .timer_pr_uge = fields.number("timerPrUge"),
          .beskrivelse = fields.text("beskrivelse"),
          .aftalt_med = fields.object("aftaltMed", read_person)};
}

Flytning read_flytning(const Fields& fields) {
  return {.at = fields.at(), .dato = fields.date("dato").value_or(base::Date{}), .tekst = fields.text("tekst")};
}

Hvornaar read_hvornaar(const Fields& fields) {
  return {.at = fields.at(),
          .start = fields.date("start").value_or(base::Date{}),
          .slut = fields.date("slut").value_or(base::Date{}),
          .aendret = fields.objects("aendret", read_flytning)};
}

Hvor read_hvor(const Fields& fields) {
  return {.at = fields.at(),
          .moedested = fields.text("moedested"),
          .virksomhedsadresse = fields.text("virksomhedsadresse"),
          .kontakt = fields.objects("kontakt", read_person)};
}

Hvem read_hvem(const Fields& fields) {
  return {.at = fields.at(),
          .kontakt = fields.object("kontakt", read_person).value_or(Person{}),
          .udbyder = fields.text("udbyder")};
}

Uddannelsessted read_uddannelsessted(const Fields& fields) {
  return {.at = fields.at(),
          .navn = fields.text("navn"),
          .ansoegning_sendt = fields.is_true("ansoegningSendt"),
          .svar = fields.text("svar")};
}

Optagelse read_optagelse(const Fields& fields) {
  return {.at = fields.at(),
          .uddannelse = fields.text("uddannelse"),
          .sted = fields.text("sted"),
          .startdato = fields.date("startdato")};
}

}  // namespace

Person read_person(const Fields& fields) {
  return {.at = fields.at(),
          .navn = fields.text("navn"),
          .rolle = fields.text("rolle"),
          .myndighed = read_myndighed(fields.text("myndighed")),
          .enhed = fields.text("enhed"),
          .telefon = fields.text("telefon"),
          .email = fields.text("email")};
}

Indsats read_indsats(const Fields& fields) {
  return {.at = fields.at(),
          .id = fields.text("id"),
          .art = fields.text("art"),
          .navn = fields.text("navn"),
          .statusser = fields.objects("statusser", read_status),
          .hvad = fields.object("hvad", read_hvad).value_or(Hvad{}),
          .hvornaar = fields.object("hvornaar", read_hvornaar).value_or(Hvornaar{}),
          .hvor = fields.object("hvor", read_hvor),
          .hvem = fields.object("hvem", read_hvem),
          .hvorfor = fields.text("hvorfor"),
          .maal_ref = fields.texts("maalRef"),
          .kilde = fields.text("kilde"),
          .afgaaet = fields.text("afgaaet"),
          .kort_varighed = fields.is_true("kortVarighed")};
}

Aftale read_aftale(const Fields& fields) {
  return {.at = fields.at(),
          .id = fields.text("id"),
          .aftaletype = fields.text("aftaletype"),
          .titel = fields.text("titel"),
          .retning = fields.text("retning"),
          .dato = fields.date("dato").value_or(base::Date{}),
          .start = fields.time_of_day("start").value_or(-1),
          .slut = fields.time_of_day("slut"),
          .form = fields.text("form"),
          .sted = fields.text("sted"),
          .kort = fields.text("kort"),
          .person = fields.object("person", read_person).value_or(Person{}),
          .tekst = fields.text("tekst"),
          .publiceret = fields.is_true("publiceret")};
}

Krav read_krav(const Fields& fields) {
  return {.at = fields.at(),
          .id = fields.text("id"),
          .myndighed = read_myndighed(fields.text("myndighed")).value_or(Myndighed::jobcenter),
          .jobomraader = fields.texts("jobomraader"),
          .steder = fields.texts("steder"),
          .oevrige = fields.text("oevrige"),
          .antal_pr_uge = fields.whole("antalPrUge"),
          .kontakt = fields.object("kontakt", read_person),
          .fra = fields.date("fra").value_or(base::Date{}),
          .til = fields.date("til")};
}

Jobmaal read_jobmaal(const Fields& fields) {
  return {.at = fields.at(),
          .disco = fields.text("disco"),
          .titel = fields.text("titel"),
          .fritekst = fields.text("fritekst"),
          .horisont = read_horisont(fields.text("horisont")),
          .slutdato = fields.date("slutdato"),
          .kilde = fields.text("kilde"),
          .timer_maal = fields.number("timerMaal")};
}

KodetStilling read_kodet_stilling(const Fields& fields) {
  return {.at = fields.at(),
          .disco = fields.text("disco"),
          .titel = fields.text("titel"),
          .begrundelse = fields.text("begrundelse")};
}

Uddannelsesmaal read_uddannelsesmaal(const Fields& fields) {
  return {.at = fields.at(),
          .prioritet = fields.whole("prioritet").value_or(0),
          .titel = fields.text("titel"),
          .uddannelsessteder = fields.objects("uddannelsessteder", read_uddannelsessted)};
}

Uddannelsespaalaeg read_uddannelsespaalaeg(const Fields& fields) {
  return {.at = fields.at(),
          .trin = fields.whole("trin").value_or(0),
          .overskrift = fields.text("overskrift"),
          .frist = fields.date("frist"),
          .sagsbehandler = fields.object("sagsbehandler", read_person),
          .indledning = fields.text("indledning"),
          .sendt = fields.is_true("sendt"),
          .forslag = fields.texts("forslag"),
          .begrundelse = fields.text("begrundelse"),
          .optaget_paa = fields.object("optagetPaa", read_optagelse)};
}

}  // namespace plan::min_plan
