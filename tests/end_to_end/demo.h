#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace end_to_end {

/// The demo site as an engine makes it.
struct Demo {
  std::string engine;
  std::filesystem::path folder;
};

/// The demo site by our own engine, built once for a run of the tests.
const std::filesystem::path& demo();

/// The demo site by every engine that is to put the same things on the right pages, each built once. One that is not here is
/// passed over with a message.
const std::vector<Demo>& demos();

/// The PDFs to keep of all plans in the folder of an audience.
std::vector<std::filesystem::path> plan_pdfs(const std::filesystem::path& folder);

}  // namespace end_to_end
