#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "support/run_program.h"

namespace end_to_end {

/// Runs vejviser in a folder with Danish messages.
test_support::ProgramRun vejviser(std::vector<std::string> arguments,
                                  const std::filesystem::path& folder = VEJVISER_SOURCE_DIR);

/// Every file below a folder, sorted, with `/`.
std::vector<std::string> files_below(const std::filesystem::path& folder);

/// What poppler reads from each page of a PDF, in order.
std::vector<std::string> page_texts(const std::filesystem::path& pdf);

/// The same in one piece.
std::string words_of(const std::filesystem::path& pdf);

/// The bytes of a file.
std::string read_file(const std::filesystem::path& path);

}  // namespace end_to_end
