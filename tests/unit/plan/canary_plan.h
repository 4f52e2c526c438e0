#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "plan/kinds.h"

/// A plan made from the schema alone: every text in it is a word that stands nowhere else, so that each can be looked for.
namespace canary {

using nlohmann::json;

/// Where a word stands: `indsatser[].hvad.titel` -> every word put there.
using Words = std::map<std::string, std::vector<std::string>>;

struct Plan {
  json document;
  Words words;
};

class Maker {
 public:
  explicit Maker(const json& schema) : root_(schema) {}

  /// A value that fits the schema, with every member that it may have.
  json value(const json& schema, const std::string& path) {
    if (schema.contains("$ref"))
      return value(root_.at(json::json_pointer(schema.at("$ref").get<std::string>().substr(1))), path);
    if (schema.contains("allOf")) return value(schema.at("allOf").at(0), path);
    if (schema.contains("enum")) return schema.at("enum").at(0);
    const json& type = schema.at("type");
    const std::string name = type.is_array() ? type.at(0) : type;
    if (name == "object") return object(schema, path);
    if (name == "array") return json::array({value(schema.at("items"), path + "[]")});
    if (name == "boolean") return true;
    if (name == "string") return text(schema, path);
    return schema.at("minimum");
  }

  const json& definition(const std::string& name) const { return root_.at("definitions").at(name); }
  Words words;

 private:
  json object(const json& schema, const std::string& path) {
    json made = json::object();
    for (const auto& [key, member] : schema.at("properties").items()) {
      made[key] = value(member, path.empty() ? key : path + "." + key);
    }
    return made;
  }

  json text(const json& schema, const std::string& path) {
    const std::string pattern = schema.value("pattern", "");
    if (pattern.starts_with("^[0-9]{4}-")) return "2019-11-01";
    if (pattern.starts_with("^[0-2]")) return "14:15";
    const std::string number = std::to_string(10'000'000 + ++count_);
    std::string word = pattern.starts_with("^[0-9") ? number : "Zq" + letters(count_) + "x";
    words[path].push_back(word);
    if (pattern.starts_with("^https")) return "https://" + word + ".dk/";
    if (pattern.find('@') != std::string::npos) return word + "@z.dk";
    return word;
  }

  /// Four letters, so that no word is part of another.
  static std::string letters(int number) {
    std::string made(4, 'a');
    for (auto place = made.rbegin(); place != made.rend(); ++place, number /= 26)
      *place = static_cast<char>('a' + number % 26);
    return made;
  }

  const json& root_;
  int count_ = 0;
};

/// A plan of a group at a step of the education order, as of 21 November 2019: everything in it is current. It has an effort
/// that the a-kasse may see, agreements behind and ahead, a job goal with a title and one in free text.
inline Plan make(const json& schema, std::string_view group, int step) {
  Maker maker(schema);
  json plan = maker.value(schema, "");
  plan["maalgruppe"] = group;
  plan["revision"]["tilstand"] = "publiceret";
  plan["uddannelsespaalaeg"]["trin"] = step;
  plan["kravTilJobsoegning"][0]["til"] = "2020-12-01";
  plan["kontrakt"]["gyldigTil"] = nullptr;
  json& effort = plan["indsatser"][0];
  effort["art"] = "virksomhedspraktik";
  effort["hvornaar"]["slut"] = "2020-01-31";
  plan["jobmaal"].push_back(maker.value(maker.definition("jobmaal"), "jobmaal[]"));
  plan["jobmaal"][1].erase("titel");
  for (json& goal : plan["jobmaal"]) goal.erase("slutdato");
  json& past = plan["aftaler"][0];
  past["retning"] = "bagud";
  json ahead = maker.value(maker.definition("aftale"), "aftaler[]");
  ahead["aftaletype"] = "oevrig";
  ahead["retning"] = "frem";
  ahead["dato"] = "2019-12-10";
  plan["aftaler"].push_back(ahead);
  return {plan, maker.words};
}

}  // namespace canary
