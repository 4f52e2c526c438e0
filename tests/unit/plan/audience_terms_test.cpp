#include "plan/audience_terms.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace {

using plan::min_plan::Indsats;
namespace min_plan = plan::min_plan;

Indsats effort(std::string art, std::string navn, std::string titel) {
  Indsats made;
  made.art = std::move(art);
  made.navn = std::move(navn);
  made.hvad.titel = std::move(titel);
  return made;
}

TEST_CASE("a text tells of an effort by name or long word, in any case and with any ending") {
  const std::vector hidden{effort("sundhedsindsats", "Genoptræning", "Hold for øre og ÆGTE ryg")};
  const plan::TellingTerms terms(hidden, {});
  CHECK(terms.occur_in("Din GENOPTRÆNING er slut"));
  CHECK(terms.occur_in("genoptræningens mål"));
  CHECK(terms.occur_in("du går til hold for ØRE og ægte ryg"));
  CHECK_FALSE(terms.occur_in("du møder på et hold"));
  CHECK_FALSE(terms.occur_in(""));
}

TEST_CASE("what a visible effort shares tells nothing") {
  const std::vector hidden{effort("personlig-assistance", "Personlig assistance", "kontorassistent")};
  const std::vector visible{effort("loentilskud", "Løntilskud", "kontorassistent")};
  const plan::TellingTerms terms(hidden, visible);
  CHECK_FALSE(terms.occur_in("Du arbejder som kontorassistent"));
  CHECK(terms.occur_in("Du får assistance"));
}

TEST_CASE("the words of hidden kinds tell even when no effort is called so") {
  const std::vector hidden{effort("hjaelpemiddel-fleksjob", "Udlån", "It-rygsæk")};
  for (const auto& efforts : {hidden, std::vector<Indsats>{}}) {
    const plan::TellingTerms terms(efforts, {});
    CHECK(terms.occur_in("Vi forlængede din personlige assistance"));
    CHECK(terms.occur_in("Vi søgte om hjælpemidler hos kommunens sociale afdeling"));
    CHECK_FALSE(terms.occur_in("Du ringer til virksomheden på mandag"));
  }
}

TEST_CASE("a short word tells nothing however many bytes it has, nor does a word that stands in a name the a-kasse sees") {
  const std::vector hidden{effort("social-indsats", "Støtte- og kontaktperson", "Kantinestøtte")};
  const std::vector visible{effort("mentor", "Mentor og kantinestøtten", "Mentor i hverdagen")};
  const plan::TellingTerms terms(hidden, visible);
  for (const char* text : {"Mentorstøtte", "du får støtte af din mentor", "Kantinestøtte"}) {
    CAPTURE(text);
    CHECK_FALSE(terms.occur_in(text));
  }
  CHECK(terms.occur_in("din støtte- og kontaktperson"));
}

TEST_CASE("a contact person tells where a hidden effort is called so, and not where one is only spoken of") {
  const std::vector called{effort("social-indsats", "Støtte- og kontaktperson", "Hjælp i hverdagen")};
  const plan::TellingTerms terms(called, {});
  CHECK(terms.occur_in("Ring til din kontaktperson"));
  CHECK(terms.occur_in("Kontaktpersonen kommer om mandagen"));
  std::vector spoken_of{effort("hjaelpemiddel-fleksjob", "Udlån", "Tablet")};
  spoken_of[0].hvad.beskrivelse = "Din kontaktperson på arbejdspladsen henter den.";
  CHECK_FALSE(plan::TellingTerms(spoken_of, {}).occur_in("Ring til din kontaktperson i virksomheden"));
  const std::vector mentor{effort("mentor", "Mentor", "Kontaktperson på arbejdspladsen")};
  CHECK_FALSE(plan::TellingTerms(called, mentor).occur_in("Ring til din kontaktperson"));
}

TEST_CASE("the words for support, dyslexia and reading aids tell, but not the names of courses that the a-kasse sees") {
  const plan::TellingTerms terms({}, {});
  for (const char* text :
       {"Jeg finder en støtteperson til dig", "Støttepersonen ringer", "vi mødes i Socialcentret", "på socialcenteret",
        "din SKP kommer", "Skp-medarbejderen", "du er ordblind", "på grund af din ordblindhed", "et program til oplæsning",
        "oplæsningen hjælper", "du er ordblind og går på ordblindekursus"}) {
    CAPTURE(text);
    CHECK(terms.occur_in(text));
  }
  for (const char* text :
       {"Læse-, skrive-, regne- eller ordblindekursus", "Ordblindeundervisning", "på ordblindekurset",
        "Jeg bestiller en ordblindetest", "socialrådgiver", "du støtter personalet", "oplæg", "ordblinde"}) {
    CAPTURE(text);
    CHECK(terms.occur_in(text) == (std::string(text) == "ordblinde"));
  }
}

TEST_CASE("words about health tell by their beginnings, unless the citizen is to work with them") {
  const plan::TellingTerms terms({}, {});
  for (const char* text : {"du går hos en fysioterapeut", "Psykologen mener", "din læge", "LÆGEN", "ny medicin",
                           "en diagnose", "i behandling", "du har ADHD", "efter din operation", "ADHD-forløb"}) {
    CAPTURE(text);
    CHECK(terms.occur_in(text));
  }
  for (const char* text : {"pålægetiket", "din sagsbehandler", "butiksmedhjælper", "overfladebehandling", "vi planlægger"}) {
    CAPTURE(text);
    CHECK_FALSE(terms.occur_in(text));
  }
  const plan::TellingTerms of_secretary({}, {}, {.people = {}, .titles = {"Lægesekretær"}});
  CHECK_FALSE(of_secretary.occur_in("Du søger job som lægesekretær"));
  CHECK(of_secretary.occur_in("Du går hos en psykolog"));
}

TEST_CASE("words about health and hard times tell inside and at the end of compounds, too") {
  const plan::TellingTerms terms({}, {});
  for (const char* text : {"du har slidgigt",
                           "din leddegigts forløb",
                           "du har haft brystkræft",
                           "RYGSMERTER",
                           "du sidder i kørestol",
                           "du er sygemeldt",
                           "efter din sygemelding",
                           "på grund af stress",
                           "en stresset periode",
                           "du er gravid",
                           "din sorg",
                           "i sorgen over din far",
                           "du taler om alkohol",
                           "du drikker for meget",
                           "et misbrug",
                           "en fødselsdepression",
                           "du er blind på det ene øje",
                           "din speciallæge",
                           "hos tandlægen",
                           "du har mange smerter",
                           "panikangst",
                           "du bor på et krisecenter",
                           "slid-gigt"}) {
    CAPTURE(text);
    CHECK(terms.occur_in(text));
  }
}

TEST_CASE("words that are only written like those about health tell nothing") {
  const plan::TellingTerms terms({}, {});
  for (const char* text :
       {"en sorgløs tid", "du møder på Sorgenfri Station", "du drikker kaffe med kollegerne", "bekræft dit CV på Jobnet",
        "vi har bekræftet aftalen", "lønnen er afhængigt af timerne", "et eksempel på en ansøgning", "en langstrakt fangst",
        "nautisk udstyr", "du lægger mange kræfter i det", "du planlægger og lægger varer op", "et voldsomt travlt år",
        "det er hashtagget", "en forlægen kollega", "Husk at melde dig syg på Jobnet, hvis du bliver syg",
        "kolonialvarer"}) {
    CAPTURE(text);
    CHECK_FALSE(terms.occur_in(text));
  }
}

TEST_CASE("rare words and abbreviations in the texts of a hidden effort tell") {
  std::vector hidden{effort("sundhedsindsats", "KRAM-forløb", "Hold")};
  hidden[0].hvorfor = "Du har søvnforstyrrelser og bor på et bosted. Dit mål er SPS.";
  hidden[0].hvad.beskrivelse = "Balancetræningen er på VUC.";
  hidden[0].statusser.emplace_back().tekst = "Kræfterne kommer, siger rygklinikken.";
  const plan::TellingTerms terms(hidden, {});
  for (const char* text :
       {"dit KRAM-forløb", "KRAMs hold", "søvnforstyrrelserne", "balancetræningen", "på rygklinikken", "SPS"}) {
    CAPTURE(text);
    CHECK(terms.occur_in(text));
  }
  for (const char* text : {"du har et mål", "kram din mor", "på VUC", "et bosted"}) {
    CAPTURE(text);
    CHECK_FALSE(terms.occur_in(text));
  }
}

TEST_CASE("an ordinary word tells only together with the rest of its title") {
  const std::vector hidden{effort("social-indsats", "Bostøtte", "Hjælp til aftaler")};
  const plan::TellingTerms terms(hidden, {});
  CHECK_FALSE(terms.occur_in("Vi aftaler et møde"));
  CHECK(terms.occur_in("Du får hjælp til aftaler"));
}

min_plan::Person person(std::string navn, std::string telefon = {}) {
  return {.at = {},
          .navn = std::move(navn),
          .rolle = {},
          .myndighed = {},
          .enhed = {},
          .telefon = std::move(telefon),
          .email = {}};
}

TEST_CASE("the people and places of a hidden effort tell of it: names, numbers and streets") {
  std::vector hidden{effort("social-indsats", "Støtte", "t")};
  hidden[0].hvor.emplace().moedested = "Huset Ved Søen, Parkvej 5, 5000 Odense";
  hidden[0].hvor->kontakt = {person("Tove Per Lauritsen", "12 34 56 78")};
  const std::vector<std::string> others{"Per Holm"};
  const plan::TellingTerms terms(hidden, {}, {.people = others, .titles = {}});
  for (const char* text :
       {"Tove kommer på torsdag", "Toves bil", "ring på 12345678", "ring på 12 34 56 78", "vi mødes på parkvej 5",
        "i Huset ved søen", "https://kort.dk/?q=huset+ved+s%C3%B8en", "https://kort.dk/Tove-Lauritsen"}) {
    CAPTURE(text);
    CHECK(terms.occur_in(text));
  }
  for (const char* text :
       {"Per kommer på torsdag", "30 timer per uge", "Tovehuset", "5000 Odense", "ring på 12345679", "vej 5"}) {
    CAPTURE(text);
    CHECK_FALSE(terms.occur_in(text));
  }
}

TEST_CASE("the citizen's own case worker and job centre tell nothing") {
  std::vector hidden{effort("social-indsats", "Støtte", "t")};
  hidden[0].hvor.emplace().moedested = "Jobcenter Vejen, Kilevej 12";
  auto& one = hidden[0].hvor->kontakt.emplace_back(person("Nina Pettersen"));
  one.myndighed = min_plan::Myndighed::jobcenter;
  one.enhed = "Jobcenter Vejen";
  const plan::TellingTerms terms(hidden, {});
  CHECK_FALSE(terms.occur_in("Aftalt med Nina Pettersen, Jobcenter Vejen"));
  CHECK(terms.occur_in("på Kilevej 12"));
}

TEST_CASE("a text tells however it is written: other blanks, hyphens, invisible and composed letters") {
  const plan::TellingTerms terms({}, {});
  for (const char* text : {"din personlig\nassistance",
                           "din personlig  assistance",
                           "din personlig\u00a0assistance",
                           "personlig \r\n assistance",
                           "et hjælpe\u00admiddel",
                           "et hjælpe\u200bmiddel",
                           "et hjælpe-middel",
                           "et hjælpe\u2010middel",
                           "et hjælpe-\nmiddel",
                           "personlig-assistance",
                           "personlig/assistance",
                           "hja\u0308lpemiddel",
                           "bostötte",
                           "social\u2060pædagogisk",
                           "ｐｓｙｋｉａｔｒｉ",
                           "ＡＤＨＤ",
                           "»adhd«",
                           "“angst”",
                           "støtte- og kontaktperson",
                           "støtte og kontaktperson",
                           "støttekontakt-person",
                           "bo-støtte",
                           "bo støtte",
                           "Bo-støtten",
                           "hjælpe middel",
                           "hjælpe midler",
                           "støtte kontaktperson",
                           "en skærmlæser",
                           "dit høreapparat",
                           "to høreapparater"}) {
    CAPTURE(text);
    CHECK(terms.occur_in(text));
  }
  for (const char* text :
       {"et job - ang. stillingen", "Vi hjælper dig med midlerne", "du skal støtte personalet", "bo- og jobsted",
        "Jeg støtter dig", "skærmarbejde", "du hører om apparater", "Ring til Nina - Assistance kommer"}) {
    CAPTURE(text);
    CHECK_FALSE(terms.occur_in(text));
  }
}

TEST_CASE("letters of a hidden effort's name tell when they are written with marks of their own or full width") {
  const std::vector hidden{effort("sundhedsindsats", "Vårløb  i hold", "Gåture")};
  const plan::TellingTerms terms(hidden, {});
  CHECK(terms.occur_in("dit va\u030arløb i\nhold"));
  CHECK(terms.occur_in("ｖårløb i hold"));
  CHECK(terms.occur_in("ga\u030ature"));
  CHECK_FALSE(terms.occur_in("vårløbet er slut"));
}

TEST_CASE("ids and addresses tell with the letters that they have for æ, ø and å") {
  std::vector hidden{effort("sundhedsindsats", "Genoptræning", "Hold i Ålborg Øst")};
  hidden[0].hvor.emplace().kontakt = {person("Søren Tovesen")};
  const plan::TellingTerms terms(hidden, {});
  for (const char* text :
       {"moede-om-genoptraening", "hjaelpemiddel-test", "opfoelgning-bostoette", "laege-samtale", "samtale_laege",
        "personlig-assistance", "personligAssistance", "hold-i-aalborg-oest", "moede-med-soeren", "soeren-tovesen",
        "https://kort.example/bostoette", "https://kort.example/?q=Hold%20i%20aalborg%20oest", "https://kort.example/soeren",
        "https://kort.example/sundhed/laege"}) {
    CAPTURE(text);
    CHECK(terms.occur_in(text));
  }
  for (const char* text :
       {"aftale-1", "moede-om-job", "loentilskud", "https://www.ug.dk/", "Aalborg Øst", "plan-laegning"}) {
    CAPTURE(text);
    CHECK_FALSE(terms.occur_in(text));
  }
}

TEST_CASE("a telephone number tells with and without the code of the country") {
  std::vector hidden{effort("social-indsats", "Støtte", "t")};
  hidden[0].hvor.emplace().kontakt = {person("Tove Lauritsen", "+45 87 65 43 21")};
  const plan::TellingTerms terms(hidden, {});
  for (const char* text :
       {"ring på 87654321", "ring på 87 65\u00a043 21", "ring på 0045 8765 4321", "ring på ８７６５４３２１"}) {
    CAPTURE(text);
    CHECK(terms.occur_in(text));
  }
  CHECK_FALSE(terms.occur_in("ring på 87654322"));
}

TEST_CASE("a place tells by a short name, too, and not by a word of every address") {
  std::vector hidden{effort("social-indsats", "Støtte", "t"), effort("social-indsats", "Støtte", "t")};
  hidden[0].hvor.emplace().moedested = "Fønix, Storegade 3, 5600 Faaborg";
  hidden[1].hvor.emplace().moedested = "Huset, Åvej 3, 5600 Faaborg";
  const plan::TellingTerms terms(hidden, {});
  for (const char* text : {"Du møder på Fønix", "Fønix' have", "på storegade 3", "moede-foenix"}) {
    CAPTURE(text);
    CHECK(terms.occur_in(text));
  }
  for (const char* text : {"Du flytter til Faaborg", "Huset er malet", "fønikisk", "Du møder i Huset", "Fønixgade 3"}) {
    CAPTURE(text);
    CHECK_FALSE(terms.occur_in(text));
  }
}

TEST_CASE("whom a hidden effort is agreed with tells by name and workplace, but not an authority's own people") {
  std::vector hidden(3, effort("social-indsats", "Støtte", "t"));
  hidden[2].hvad.aftalt_med = person("Karen Holst");
  hidden[2].hvad.aftalt_med->enhed = "Jobcenter Vejen";
  hidden[0].hvad.aftalt_med = person("Rikke Madsen");
  hidden[0].hvad.aftalt_med->enhed = "Bofællesskabet Lærken";
  hidden[1].hvad.aftalt_med = person("Nina Pettersen");
  hidden[1].hvad.aftalt_med->myndighed = min_plan::Myndighed::jobcenter;
  hidden[1].hvad.aftalt_med->enhed = "Jobcenter Vejen";
  const plan::TellingTerms terms(hidden, {});
  for (const char* text : {"Rikke ringer", "hos bofællesskabet lærken", "Madsens forslag"}) {
    CAPTURE(text);
    CHECK(terms.occur_in(text));
  }
  for (const char* text : {"Nina ringer", "Jobcenter Vejen", "Karen ringer", "Aftalt med Karen Holst"}) {
    CAPTURE(text);
    CHECK_FALSE(terms.occur_in(text));
  }
}

}  // namespace
