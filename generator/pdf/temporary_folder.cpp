#include "pdf/temporary_folder.h"

#include <stdlib.h>  // NOLINT(modernize-deprecated-headers): mkdtemp is POSIX, <cstdlib> does not promise it

#include <fstream>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>

namespace pdf {

namespace fs = std::filesystem;

std::optional<TemporaryFolder> TemporaryFolder::make() {
  std::error_code failed;
  auto pattern = (fs::temp_directory_path(failed) / "vejviser-XXXXXX").string();
  if (failed || ::mkdtemp(pattern.data()) == nullptr) return std::nullopt;
  return TemporaryFolder(fs::canonical(pattern, failed));
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept {
  std::swap(path_, other.path_);
  return *this;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

bool TemporaryFolder::write(std::string_view file_name, std::string_view bytes) const {
  std::ofstream out(path_ / fs::path(file_name), std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.flush();
  return static_cast<bool>(out);
}

std::optional<std::string> read_bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

}  // namespace pdf
