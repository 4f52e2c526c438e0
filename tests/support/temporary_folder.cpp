#include "support/temporary_folder.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace test_support {

namespace fs = std::filesystem;

TemporaryFolder::TemporaryFolder() {
  auto name = (fs::temp_directory_path() / "vejviser-test-XXXXXX").string();
  path_ = ::mkdtemp(name.data());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

fs::path TemporaryFolder::write(std::string_view relative, std::string_view text) const {
  auto file = path_ / fs::path(relative);
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
  return file;
}

std::string TemporaryFolder::read(std::string_view relative) const {
  std::ifstream in(path_ / fs::path(relative), std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

}  // namespace test_support
