#include "plan/view/people.h"

namespace plan {

using min_plan::Person;

std::string name_and_unit(const Person& person) {
  return person.enhed.empty() ? person.navn : person.navn + ", " + person.enhed;
}

std::string contact_line(const Person& person, const Labels& labels) {
  std::string line = name_and_unit(person);
  if (!person.telefon.empty()) line += ", " + labels.fill("popup", "telefon", {{"nummer", person.telefon}});
  if (!person.email.empty()) line += ", " + labels.fill("popup", "email", {{"adresse", person.email}});
  return line;
}

std::string name_and_role(const Person& person, const Labels& labels) {
  return person.rolle.empty() ? person.navn : person.navn + " (" + labels.text("roller", person.rolle) + ")";
}

}  // namespace plan
