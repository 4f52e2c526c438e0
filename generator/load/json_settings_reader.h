#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/problem.h"
#include "load/json_document.h"
#include "load/json_places.h"

namespace load {

/// Reads a settings file member by member, and reports unknown keys (with the nearest known one) and wrong types at their
/// place. It keeps the pointer of where it stands; members whose keys begin with `//` are remarks.
class JsonSettingsReader {
 public:
  using Take = std::function<void(const nlohmann::json&)>;
  struct Member {
    std::string_view key;
    Take take;
  };

  JsonSettingsReader(const JsonDocument& document, base::Problems& problems) : places_(document), problems_(problems) {}

  /// Gives each member of an object to the row of its key.
  void read_object(const nlohmann::json& value, const std::vector<Member>& members);

  /// Visits each member of an object, whatever its key.
  void each_member(const nlohmann::json& value, const std::function<void(const std::string&, const nlohmann::json&)>& visit);

  /// Visits each element of a list.
  void each_element(const nlohmann::json& value, const std::function<void(const nlohmann::json&)>& visit);

  /// Whether the value is a text; reports it when it is not.
  bool expect_text(const nlohmann::json& value);

  /// A taker that stores a text, one of some words, a date, or a list of texts; a list of words may not be empty.
  Take text_into(std::string& target);
  Take word_into(std::string& target, std::vector<std::string> words);
  Take date_into(std::optional<base::Date>& target);
  Take texts_into(std::vector<std::string>& target);
  Take words_into(std::vector<std::string>& target, std::vector<std::string> words);

  /// Adds a problem at the value (or at the key) where the reader stands.
  void add(std::string_view code, std::vector<base::Argument> arguments, const std::optional<std::string>& nearest = {});
  void add_at_key(std::string_view code, std::vector<base::Argument> arguments,
                  const std::optional<std::string>& nearest = {});

 private:
  void add_problem(std::string_view code, std::vector<base::Argument> arguments, const std::optional<std::string>& nearest,
                   base::Span where);
  bool expect_word(const nlohmann::json& value, const std::vector<std::string>& words);

  JsonPlaces places_;
  base::Problems& problems_;
  std::string pointer_;
};

}  // namespace load
