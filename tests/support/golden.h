#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace test_support {

/// A case in one text file: named parts, each begun by a line `-- name --`, such as `-- plan.json --` and `-- expect
/// problems --`.
struct GoldenCase {
  std::string name;                          ///< File name without `.txt`.
  std::map<std::string, std::string> parts;  ///< By part name; the text ends with a line break.
};

/// Makes the actual text for each `expect …` part of a case.
using GoldenRun = std::function<std::map<std::string, std::string>(const GoldenCase&)>;

/// Runs every `tests/golden/<folder>/*.txt` through `run` and compares each `expect …` part, with a line diff on failure.
/// With GOLDEN=update in the environment the files are rewritten with what `run` made. At least one case must exist.
void check_golden_cases(std::string_view folder, const GoldenRun& run);

/// A line diff of two texts: ` ` same, `-` only expected, `+` only actual; long equal stretches are folded.
std::string line_diff(std::string_view expected, std::string_view actual);

}  // namespace test_support
