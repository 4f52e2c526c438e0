#pragma once

#include <functional>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "load/json_document.h"

namespace plan {

/// What the a-kasse may know of a field. "Telling" is a text that speaks of an effort which the a-kasse may not see.
enum class Sharing {
  show,      ///< As it is.
  field,     ///< Left out when it is telling.
  object,    ///< What it is a member of is left out when it is telling.
  item,      ///< The list element that it stands in is left out when it is telling.
  insured,   ///< As `field`, and left out for everyone but those who get dagpenge.
  hide,      ///< Never.
  internal,  ///< Never, and printed for nobody else either.
};

/// Whether the plan is of someone who gets dagpenge.
enum class Insured { yes, no };

/// What has to be known of one plan to share it.
struct SharingQuestion {
  std::function<bool(std::string_view)> is_telling;
  Insured insured = Insured::no;
};

/// A kind's modtagere.json: the plan with a decision for every field. What has no decision is not shared.
class SharingTable {
 public:
  static std::optional<SharingTable> read(const load::JsonDocument& document, base::Problems& problems);

  /// The plan with what the a-kasse may not know left out.
  [[nodiscard]] nlohmann::json shared(nlohmann::json document, const SharingQuestion& question) const;

  /// Every field and its decision, by paths such as `indsatser[].hvad.titel`.
  [[nodiscard]] std::map<std::string, Sharing> decisions() const;

  /// The decision for a field, or for an object or a list and the decisions for its parts.
  struct Rule {
    enum class Form { field, object, list };
    Form form = Form::field;
    Sharing sharing = Sharing::hide;
    std::vector<std::string> keys;  ///< Of an object, as long as `parts`.
    std::vector<Rule> parts;        ///< Of an object; a list has one, for each of its elements.
  };

 private:
  explicit SharingTable(Rule root) : root_(std::move(root)) {}

  Rule root_;
};

}  // namespace plan
