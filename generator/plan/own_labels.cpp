#include "plan/own_labels.h"

#include <string>
#include <vector>

#include "base/suggest.h"
#include "load/json_places.h"

namespace plan {
namespace {

using nlohmann::json;

std::vector<std::string> keys_of(const json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

class OwnLabels {
 public:
  OwnLabels(const load::JsonDocument& own, base::Problems& problems) : places_(own), problems_(problems) {}

  /// Puts the site's words of one object into the kind's.
  void put(json& labels, const json& own, const json::json_pointer& at) {
    if (!own.is_object()) return problems_.add(not_an_object(at));
    for (const auto& [key, word] : own.items()) {
      const auto place = at / key;
      const auto known = labels.find(key);
      if (known == labels.end()) {
        problems_.add(unknown(key, labels, place));
      } else if (known->is_object()) {
        put(*known, word, place);
      } else if (word.is_string()) {
        *known = word;
      } else {
        problems_.add({.code = "plan.ord.ikke-tekst",
                       .arguments = {{"ord", key}},
                       .where = places_.locate(place.to_string()).value,
                       .hints = {}});
      }
    }
  }

 private:
  base::Problem unknown(const std::string& key, const json& labels, const json::json_pointer& place) {
    const auto keys = keys_of(labels);
    base::Problem problem{
        .code = "plan.ord.ukendt", .arguments = {{"ord", key}}, .where = places_.locate(place.to_string()).key, .hints = {}};
    if (const auto near = base::nearest_word(key, keys)) problem.hints.push_back(base::did_you_mean(*near));
    return problem;
  }

  base::Problem not_an_object(const json::json_pointer& at) {
    const auto* const code = at.empty() ? "plan.ord.ikke-et-objekt" : "plan.ord.ikke-en-gruppe";
    return {.code = code,
            .arguments = {{"ord", at.empty() ? std::string() : at.back()}},
            .where = places_.locate(at.to_string()).value,
            .hints = {}};
  }

  load::JsonPlaces places_;
  base::Problems& problems_;
};

}  // namespace

json with_own_labels(json labels, const load::JsonDocument& own, base::Problems& problems) {
  OwnLabels(own, problems).put(labels, own.value, json::json_pointer());
  return labels;
}

}  // namespace plan
