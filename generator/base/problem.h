#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source_text.h"

namespace base {

/// How bad a problem is: an error stops its document, a warning and a piece of advice do not.
enum class Severity { error, warning, advice };

/// A named value that the message text of a problem's code has a place for, `{name}`.
struct Argument {
  std::string name;
  std::string value;
};

/// A further place or a way to mend it, from the text stored under the same code: `rettelse`, or a suggestion.
struct Hint {
  std::string code;  ///< A key of the message table, such as `base.mente-du`.
  std::vector<Argument> arguments;
  std::optional<Span> where;
};

/// Something wrong in the input, as a value: its code finds the words in the message table of the reader's language.
struct Problem {
  Severity severity = Severity::error;
  std::string code;  ///< Stable and readable, such as `min-plan.indsats.slut-foer-start`.
  std::vector<Argument> arguments;
  std::optional<Span> where;
  std::vector<Hint> hints;
};

/// A hint that asks "did you mean …?".
Hint did_you_mean(std::string suggestion);

/// Everything found so far, in the order it was found. Stages add to it and report all they can find, not the first.
class Problems {
 public:
  void add(Problem problem);
  void add_all(const Problems& others);

  [[nodiscard]] bool has_errors() const { return error_count_ > 0; }
  [[nodiscard]] std::size_t error_count() const { return error_count_; }
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] bool empty() const { return problems_.empty(); }
  [[nodiscard]] std::size_t size() const { return problems_.size(); }
  [[nodiscard]] auto begin() const { return problems_.begin(); }
  [[nodiscard]] auto end() const { return problems_.end(); }

 private:
  std::vector<Problem> problems_;
  std::size_t error_count_ = 0;
};

/// The problems as a reader goes through them: those of a file together and by their place in it. The files stay in the
/// order in which they were first spoken of, and a problem without a place stays where it was among them.
std::vector<Problem> in_reading_order(const Problems& problems);

}  // namespace base
