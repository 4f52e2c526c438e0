#pragma once

#include <filesystem>
#include <string>
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

/// Reads a file and splits it into plans. A file that cannot be read is a problem; what the texts hold is not looked at.
std::vector<PlanText> read_plan_file(const std::filesystem::path& path, base::Problems& problems);

/// A file name made of letters, digits, `-`, `_` and `.` only: æøå become ae, oe, aa, everything else `-`.
std::string safe_file_name(std::string_view name);

}  // namespace line
