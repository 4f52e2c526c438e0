#pragma once

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_store.h"
#include "base/problem.h"
#include "plan/schema/schema.h"
#include "plan/sharing.h"

namespace plan {

/// A kind of plan: what its folder holds.
struct Kind {
  std::string type;         ///< The folder's name and the value of a plan's `type`.
  std::string title;        ///< From the schema.
  std::string description;  ///< From the schema.
  std::string schema_text;  ///< schema.json as it is written.
  nlohmann::json labels;    ///< labels.json; an empty object when there is none.
  bool built_in = false;
  Schema schema;
  std::optional<SharingTable> sharing;  ///< modtagere.json; a kind without one is not made for the a-kasse.
};

/// The kinds that plans can be of: those in the program and those that a site brings.
class Kinds {
 public:
  /// The kinds that the program brings with it.
  static Kinds built_in();

  /// Adds the kinds of a site: each `<folder>/<type>/schema.json`, with `labels.json` and `modtagere.json`
  /// beside it if there are any. A `labels.json` alone, in a folder called as a kind of the program, replaces single words
  /// of that kind; any other folder without a schema is a problem.
  void add_from(const base::FileStore& files, std::string_view folder, base::Problems& problems);

  [[nodiscard]] const Kind* find(std::string_view type) const;

  /// Every type, sorted.
  [[nodiscard]] std::vector<std::string> types() const;

 private:
  void add_folder(const std::string& type, const base::FileStore& files, std::string_view folder, base::Problems& problems);
  void add_words(const std::string& type, const base::FileStore& files, const std::string& below, base::Problems& problems);
  void add(std::string type, const base::FileStore& files, std::string_view folder, base::Problems& problems);

  std::map<std::string, std::shared_ptr<const Kind>, std::less<>> kinds_;
};

/// A file of a built-in kind, such as `min-plan/maalgrupper.json`; empty when there is none.
std::string_view built_in_kind_file(std::string_view path);

}  // namespace plan
