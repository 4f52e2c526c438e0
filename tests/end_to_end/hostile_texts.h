#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "support/run_program.h"
#include "support/temporary_folder.h"

namespace end_to_end {

/// What stands in the files that nobody may get at.
inline constexpr const char* kSecret = "HEMMELIGHED-4711";

inline const std::array<std::string, 2> kEngines{"sats", "wkhtmltopdf"};

/// Everything that a text might try against a machine whose listener has this port, in pieces without line breaks, so that
/// none makes paragraphs or lists of its own.
std::vector<std::string> attacks(int port);

/// The pieces as one text.
std::string joined(const std::vector<std::string>& pieces);

/// The text of a sample plan.
std::string sample(const char* name);

/// A plan with the pieces behind every free text: all of them where there is room, the next one where there is not.
std::string plan_with(std::vector<std::string> pieces);

/// Writes a guide of one chapter into a folder of its own.
void write_guide(const test_support::TemporaryFolder& folder, const std::string& name, const std::string& chapter);

/// Writes the guide `name`, whose chapter holds all attacks that Markdown leaves as text.
void write_hostile_guide(const test_support::TemporaryFolder& folder, const std::string& name, int port);

/// Runs `vejviser render` in the folder.
test_support::ProgramRun render(const test_support::TemporaryFolder& folder, const std::string& input,
                                const std::string& form, const std::string& output, const std::string& engine);

/// Checks that nothing of a file that was only named is in an output, and that a PDF starts nothing.
void check_gave_nothing(const std::filesystem::path& file);

}  // namespace end_to_end
