#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "load/json_document.h"

namespace line {

/// One plan as text: the whole of a JSON file, or one line of an NDJSON file.
struct PlanText {
  base::Source source;
  load::TextRange range;
  std::string
      name;  ///< What its outputs are called: the plan's `id`, else the file's name, for NDJSON with the line's number.
};

/// Reads a file and splits it into plans. A file that cannot be read, and a plan of more than 64 MB, is a problem; what the
/// texts hold is not looked at. So is a file whose name reads as a CPR number: a plan that would be called by it is left
/// out.
std::vector<PlanText> read_plan_file(const std::filesystem::path& path, base::Problems& problems);

/// What the names of a plan's outputs end with, when a plan of that name could have one that is called the same.
inline constexpr std::string_view kPrintEnding = "-print.pdf";
inline constexpr std::string_view kChangesEnding = "-nyt.html";

/// The names that plans have taken. Outputs are called by them, so a second plan with one would replace the first; so would
/// a plan called as another one's print.
class TakenNames {
 public:
  /// Takes the plan's name; when another plan has it, that is a problem that names both, and gives the other one's name.
  std::optional<std::string> take(const PlanText& plan, base::Problems& problems);

 private:
  std::map<std::string, PlanText> owners_;
};

/// A file name made of letters, digits, `-`, `_` and `.` only: æøå become ae, oe, aa, everything else `-`. `index` is the
/// name of the list in a folder of plans, so it becomes `plan-index`.
std::string safe_file_name(std::string_view name);

}  // namespace line
