#include "plan/view/people.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/ascii.h"

namespace plan {

using min_plan::Person;

namespace {

/// A number as a telephone dials it: blanks and other signs are for the eye.
std::string dialled(const std::string& number) {
  std::string out;
  std::ranges::copy_if(number, std::back_inserter(out), [](char c) { return base::is_digit(c) || c == '+'; });
  return out;
}

/// Adds `, Telefon: 12345678` with its number as a link.
void add_linked(std::vector<LinePart>& line, const std::string& labelled, LinePart link) {
  const std::size_t begin = labelled.find(link.text);
  const std::size_t end = begin == std::string::npos ? begin : begin + link.text.size();
  line.push_back({", " + labelled.substr(0, begin), ""});
  if (begin == std::string::npos) return;
  line.push_back(std::move(link));
  if (end < labelled.size()) line.push_back({labelled.substr(end), ""});
}

}  // namespace

std::string name_and_unit(const Person& person) {
  return person.enhed.empty() ? person.navn : person.navn + ", " + person.enhed;
}

std::vector<LinePart> contact_line(const Person& person, const Labels& labels) {
  std::vector<LinePart> line{{name_and_unit(person), ""}};
  if (!person.telefon.empty()) {
    add_linked(line, labels.fill("popup", "telefon", {{"nummer", person.telefon}}),
               {person.telefon, "tel:" + dialled(person.telefon)});
  }
  if (!person.email.empty()) {
    add_linked(line, labels.fill("popup", "email", {{"adresse", person.email}}), {person.email, "mailto:" + person.email});
  }
  return line;
}

std::string name_and_role(const Person& person, const Labels& labels) {
  return person.rolle.empty() ? person.navn : person.navn + " (" + labels.text("roller", person.rolle) + ")";
}

}  // namespace plan
