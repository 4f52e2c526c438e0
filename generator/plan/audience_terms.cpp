#include "plan/audience_terms.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "plan/as_read.h"
#include "plan/audience_words.h"
#include "plan/min_plan/tables.h"

namespace plan {
namespace {

/// Shorter words of a name or title are too common to tell anything (du, kursus, hjælp, støtte).
constexpr std::size_t kTellingLetters = 7;

/// Of running text only the longest words are rare enough to be looked for elsewhere.
constexpr std::size_t kRareLetters = 11;

/// An abbreviation such as ADHD or PTSD; two letters are IT, CV and EU.
constexpr std::size_t kAbbreviationLetters = 3;

/// A shorter name would be found inside other words.
constexpr std::size_t kNameBytes = 3;

/// A shorter word of a place's name, such as Bo, may be anything.
constexpr std::size_t kPlaceLetters = 4;

/// A Danish telephone number; fewer digits are an hour or a house, and what stands before is the code of the country.
constexpr std::size_t kNumberDigits = 8;

/// Words of any plan; alone they tell nothing of an effort that has them in its title.
constexpr std::array<std::string_view, 15> kOrdinaryWords{
    "aftaler", "arbejde",   "arbejdet",  "hverdag",      "hverdagen",    "kontakt",        "samtale",      "samtaler",
    "telefon", "telefonen", "transport", "undervisning", "arbejdsplads", "arbejdspladsen", "sagsbehandler"};

/// The contact person of any firm; where an effort is called so, it is the citizen's own.
constexpr std::string_view kContactPerson = "kontaktperson";

/// Schools, courses and authorities that are written in capitals and named in any plan.
constexpr std::array<std::string_view, 8> kOrdinaryAbbreviations{"AMU", "AOF", "AVU", "EUD", "EUX", "FVU", "HHX", "VUC"};

/// What any place may be called.
constexpr std::array<std::string_view, 16> kOrdinaryPlaces{"byen",  "café",   "center", "hallen", "hjem",   "hjemme",
                                                           "hotel", "huset",  "kirken", "kontor", "online", "salen",
                                                           "skole", "skolen", "stedet", "torvet"};

bool is_ordinary(std::string_view word, std::size_t letters) {
  if (letters == kRareLetters && word.starts_with(kContactPerson)) return true;
  return std::ranges::find(kOrdinaryWords, word) != kOrdinaryWords.end();
}

std::vector<std::string> long_words(std::string_view text, std::size_t letters) {
  std::vector<std::string> words;
  for (std::string& word : words_in(lower(as_read(text)))) {
    const bool ordinary = is_ordinary(word, letters);
    if (base::code_point_count(word) >= letters && !ordinary) words.push_back(std::move(word));
  }
  return words;
}

bool is_abbreviation(std::string_view word) {
  const bool capitals = std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
  return capitals && word.size() >= kAbbreviationLetters &&
         std::ranges::find(kOrdinaryAbbreviations, word) == kOrdinaryAbbreviations.end();
}

using Terms = std::set<std::string, std::less<>>;

/// What a text is searched for; see TellingTerms.
struct Found {
  Terms terms;
  Terms names;
  Terms numbers;
};

void add_term(Terms& terms, std::string_view term) {
  for (const std::string& spelling : spellings(as_read(term))) {
    if (spelling.size() >= kNameBytes) terms.insert(lower(spelling));
  }
}

void add_name(Terms& names, std::string_view name) { names.insert(spellings(name).front()); }

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

std::string telephone_of(std::string_view digits) {
  return std::string(digits.substr(digits.size() - std::min(digits.size(), kNumberDigits)));
}

std::vector<std::string_view> split_at(std::string_view text, char mark) {
  std::vector<std::string_view> pieces;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(mark, begin), text.size());
    std::string_view piece = text.substr(begin, end - begin);
    piece.remove_prefix(std::min(piece.find_first_not_of(" \t\r\n"), piece.size()));
    piece = piece.substr(0, piece.find_last_not_of(" \t\r\n") + 1);
    if (!piece.empty()) pieces.push_back(piece);
    begin = end + 1;
  }
  return pieces;
}

/// A job centre or a-kasse is named all over a plan and tells nothing.
bool is_public(std::string_view name) {
  const std::string low = lower(name);
  return low.starts_with("jobcenter") || low.find("a-kasse") != std::string::npos;
}

/// A name such as Fønix, which is too short to be looked for inside words.
bool is_short_name(std::string_view piece) {
  const std::vector<std::string> words = words_in(piece);
  const bool is_common = std::ranges::find(kOrdinaryPlaces, lower(piece)) != kOrdinaryPlaces.end();
  return !is_common && std::ranges::all_of(words, [](const std::string& word) {
    return base::code_point_count(word) >= kPlaceLetters && lower(word).substr(0, 2) != word.substr(0, 2);
  });
}

/// A place by its whole address, and by its name and street alone; a town is no secret.
void add_place(Found& found, std::string_view written) {
  const std::string place = as_read(written);
  if (!is_public(place)) add_term(found.terms, place);
  const auto pieces = split_at(place, ',');
  for (const std::string_view piece : pieces) {
    const bool is_town = piece.front() >= '0' && piece.front() <= '9';
    if (is_town || is_public(piece)) continue;
    if (base::code_point_count(piece) >= kTellingLetters) {
      add_term(found.terms, piece);
    } else if (piece == pieces.front() && is_short_name(piece)) {
      add_name(found.names, piece);
    }
  }
}

/// The citizen's own case worker and a-kasse tell nothing; plans often leave the authority out and name its office alone.
bool is_of_authority(const min_plan::Person& person) {
  if (!person.myndighed) return is_public(person.enhed);
  return person.myndighed == min_plan::Myndighed::jobcenter || person.myndighed == min_plan::Myndighed::akasse;
}

void add_person(Found& found, const min_plan::Person& person) {
  if (is_of_authority(person)) return;
  add_term(found.terms, person.navn);
  for (const std::string& name : words_in(as_read(person.navn))) {
    if (name.size() >= kNameBytes) add_name(found.names, name);
  }
  add_place(found, person.enhed);
  add_term(found.terms, person.email);
  const std::string number = digits_of(person.telefon);
  if (number.size() >= kNumberDigits) found.numbers.insert(telephone_of(number));
}

void add_words(Found& found, std::string_view text, std::size_t letters) {
  for (const std::string& word : long_words(text, letters)) add_term(found.terms, word);
  for (std::string& word : words_in(as_read(text))) {
    if (is_abbreviation(word)) found.names.insert(std::move(word));
  }
}

void add_effort(Found& found, const min_plan::Indsats& effort) {
  for (const std::string& naming : {effort.navn, effort.hvad.titel}) {
    add_term(found.terms, naming);
    add_words(found, naming, kTellingLetters);
  }
  for (const std::string& text : {effort.hvad.beskrivelse, effort.hvorfor}) add_words(found, text, kRareLetters);
  for (const min_plan::Status& status : effort.statusser) add_words(found, status.tekst, kRareLetters);
  if (effort.hvad.aftalt_med) add_person(found, *effort.hvad.aftalt_med);
  if (effort.hvor) {
    add_place(found, effort.hvor->moedested);
    add_place(found, effort.hvor->virksomhedsadresse);
    for (const min_plan::Person& person : effort.hvor->kontakt) add_person(found, person);
  }
  if (effort.hvem) {
    add_place(found, effort.hvem->udbyder);
    add_person(found, effort.hvem->kontakt);
  }
}

/// What names efforts: their names and titles, the long words of these, their places, and the people there.
Found found_in(std::span<const min_plan::Indsats> efforts) {
  Found found;
  for (const min_plan::Indsats& effort : efforts) add_effort(found, effort);
  return found;
}

std::vector<std::string> without(const Terms& terms, const Terms& known) {
  std::vector<std::string> left;
  std::ranges::set_difference(terms, known, std::back_inserter(left));
  return left;
}

/// The terms that stand in none of the known ones: "støtte" is no secret where the a-kasse sees a "Mentorstøtte".
std::vector<std::string> unseen(const Terms& terms, const Terms& known) {
  std::vector<std::string> left;
  std::ranges::copy_if(terms, std::back_inserter(left), [&](const std::string& term) {
    return std::ranges::none_of(known, [&](const std::string& one) { return one.find(term) != std::string::npos; });
  });
  return left;
}

/// The words of lists (ord.json) as texts are compared: small letters, and those of ASCII for æ, ø and å.
std::vector<std::string> word_lists(std::initializer_list<std::string_view> names) {
  std::vector<std::string> words;
  for (const std::string_view name : names) {
    for (const std::string& word : min_plan::tables().ordliste(name)) words.push_back(lower(spellings(word).front()));
  }
  return words;
}

/// A text in lower case without the courses that the a-kasse sees in the timeline, whatever these are for, and without
/// words that are only written like those about health.
std::string without_harmless(std::string text) {
  static const std::vector<std::string> harmless = word_lists({"kurserForAkasse", "ikkeHelbredForAkasse"});
  for (const std::string& word : harmless) {
    for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) text.erase(at, word.size());
  }
  return text;
}

/// The words about health but those of a title: who is to be a lægesekretær speaks of it in every text.
WordPatterns health_outside(std::span<const std::string> titles) {
  static const std::vector<WordPattern> all = [] {
    std::vector<WordPattern> read;
    for (const std::string& written : min_plan::tables().ordliste("helbredForAkasse")) read.push_back(word_pattern(written));
    return read;
  }();
  std::vector<std::string> known;
  for (const std::string& title : titles) known.push_back(without_harmless(lower(spellings(as_read(title)).front())));
  WordPatterns left;
  for (const WordPattern& pattern : all) {
    if (std::ranges::none_of(known, [&](const std::string& title) { return occurs_in(pattern, title); })) left.add(pattern);
  }
  return left;
}

/// Whether a full name stands in the terms: in its first spelling, as each of the others does, too.
bool is_among(const Terms& terms, std::string_view name) { return terms.contains(lower(spellings(as_read(name)).front())); }

/// The names of people whom the hidden efforts do not name.
Terms names_of_others(std::span<const std::string> people, const Terms& hidden) {
  Terms names;
  for (const std::string& person : people) {
    if (is_among(hidden, person)) continue;
    for (const std::string& name : words_in(as_read(person))) add_name(names, name);
  }
  return names;
}

bool holds(std::string_view text, const std::vector<std::string>& terms) {
  return std::ranges::any_of(terms, [&](const std::string& term) { return text.find(term) != std::string::npos; });
}

}  // namespace

TellingTerms::TellingTerms(std::span<const min_plan::Indsats> hidden, std::span<const min_plan::Indsats> visible,
                           const KnownElsewhere& elsewhere) {
  const Found secret = found_in(hidden);
  Found known = found_in(visible);
  known.names.merge(names_of_others(elsewhere.people, secret.terms));
  for (const std::string& title : elsewhere.titles) add_term(known.terms, title);
  terms_ = unseen(secret.terms, known.terms);
  names_ = without(secret.names, known.names);
  numbers_ = without(secret.numbers, known.numbers);
  // A text can speak of an aid that the plan calls something else, or does not hold as an effort at all.
  Terms words;
  for (const std::string& word : min_plan::tables().ordliste("skjultForAkasse")) add_term(words, word);
  terms_.insert(terms_.end(), words.begin(), words.end());
  of_health_ = health_outside(elsewhere.titles);
}

bool TellingTerms::tells(std::string_view text, Capitals capitals) const {
  for (const std::string& spelling : spellings(as_read(text))) {
    const std::string low = lower(spelling);
    if (holds(low, terms_) || of_health_.occur_in(without_harmless(low))) return true;
    const bool is_named = std::ranges::any_of(names_, [&](const std::string& name) {
      return capitals == Capitals::count ? mentions(spelling, name) : mentions(low, lower(name));
    });
    if (is_named) return true;
  }
  return false;
}

bool TellingTerms::occur_in(std::string_view text) const {
  const bool is_address = text.starts_with("http");
  const Capitals capitals = is_address || is_like_id(text) ? Capitals::ignore : Capitals::count;
  if (tells(text, capitals) || holds(digits_of(as_read(text)), numbers_)) return true;
  return is_address && tells(words_of_address(text), capitals);
}

}  // namespace plan
