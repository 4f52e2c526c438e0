#include "plan/audience_terms.h"

#include <algorithm>
#include <array>
#include <set>

#include "plan/min_plan/tables.h"

namespace plan {
namespace {

/// Shorter words are too common to tell anything (du, kursus, hjælp).
constexpr std::size_t kTellingBytes = 7;

/// A shorter name would be found inside other words.
constexpr std::size_t kNameBytes = 3;

/// Words of any plan; alone they tell nothing of an effort that has them in its title.
constexpr std::array<std::string_view, 12> kOrdinaryWords{"aftaler",   "arbejde",   "arbejdet",  "hverdag",
                                                          "hverdagen", "kontakt",   "samtale",   "samtaler",
                                                          "telefon",   "telefonen", "transport", "undervisning"};

/// ASCII and the Latin letters of two bytes (æ ø å é ü …) in lower case.
std::string lower(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    const bool latin =
        i > 0 && static_cast<unsigned char>(out[i - 1]) == 0xC3 && byte >= 0x80 && byte <= 0x9E && byte != 0x97;
    if ((byte >= 'A' && byte <= 'Z') || latin) out[i] = static_cast<char>(byte + 0x20);
  }
  return out;
}

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z');
}

std::vector<std::string> long_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : lower(text) + " ") {
    if (is_letter(c)) {
      word += c;
    } else {
      const bool ordinary = std::ranges::find(kOrdinaryWords, word) != kOrdinaryWords.end();
      if (word.size() >= kTellingBytes && !ordinary) words.push_back(word);
      word.clear();
    }
  }
  return words;
}

using Terms = std::set<std::string, std::less<>>;

void add_name(Terms& terms, std::string_view name) {
  if (name.size() >= kNameBytes) terms.insert(lower(name));
}

void add_person(Terms& terms, const min_plan::Person& person) {
  add_name(terms, person.navn);
  add_name(terms, person.enhed);
  add_name(terms, person.telefon);
  add_name(terms, person.email);
}

/// What names an effort: its name and title, their long words, its place and provider, and the people there.
Terms terms_of(std::span<const min_plan::Indsats> efforts) {
  Terms terms;
  for (const min_plan::Indsats& effort : efforts) {
    for (const std::string& naming : {effort.navn, effort.hvad.titel}) {
      add_name(terms, naming);
      for (std::string& word : long_words(naming)) terms.insert(std::move(word));
    }
    if (effort.hvad.aftalt_med && effort.hvad.aftalt_med->myndighed != min_plan::Myndighed::jobcenter) {
      add_name(terms, effort.hvad.aftalt_med->navn);  // the citizen's case worker tells nothing
    }
    if (effort.hvor) {
      add_name(terms, effort.hvor->moedested);
      add_name(terms, effort.hvor->virksomhedsadresse);
      for (const min_plan::Person& person : effort.hvor->kontakt) add_person(terms, person);
    }
    if (effort.hvem) {
      add_name(terms, effort.hvem->udbyder);
      add_person(terms, effort.hvem->kontakt);
    }
  }
  return terms;
}

/// A piece of text up to and including the line break that ends it.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end == std::string_view::npos ? end : end + 1);
  rest.remove_prefix(line.size());
  return line;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool begins_point(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  return begin != std::string_view::npos && line.substr(begin).starts_with("- ");
}

/// Splits at empty lines and before each point of a list; put together again the pieces are the text.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t at = text.size() - rest.size();
    const std::string_view line = take_line(rest);
    if (at > begin && (begins_point(line) || is_blank(line))) {
      pieces.push_back(text.substr(begin, at - begin));
      begin = at;
    }
  }
  if (begin < text.size()) pieces.push_back(text.substr(begin));
  return pieces;
}

}  // namespace

TellingTerms::TellingTerms(std::span<const min_plan::Indsats> hidden, std::span<const min_plan::Indsats> visible) {
  const Terms known = terms_of(visible);
  for (const std::string& term : terms_of(hidden)) {
    if (!known.contains(term)) terms_.push_back(term);
  }
  // A text can speak of an aid that the plan calls something else, or does not hold as an effort at all.
  const auto& words = min_plan::tables().ordliste("skjultForAkasse");
  terms_.insert(terms_.end(), words.begin(), words.end());
}

bool TellingTerms::occur_in(std::string_view text) const {
  const std::string searched = lower(text);
  return std::ranges::any_of(terms_, [&](const std::string& term) { return searched.find(term) != std::string::npos; });
}

std::string TellingTerms::removed_from(std::string_view text) const {
  if (!occur_in(text)) return std::string(text);
  std::string kept;
  for (const std::string_view piece : pieces_of(text)) {
    if (!occur_in(piece)) kept += piece;
  }
  // A term may span what the pieces were cut at; then nothing of the text is shown.
  return occur_in(kept) ? std::string() : kept;
}

}  // namespace plan
