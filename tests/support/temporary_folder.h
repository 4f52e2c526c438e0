#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace test_support {

/// An empty folder of its own that is removed with everything in it when the test is done.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Writes a file below the folder (its folders are made) and gives its path.
  std::filesystem::path write(std::string_view relative, std::string_view text) const;

  /// The bytes of a file below the folder.
  [[nodiscard]] std::string read(std::string_view relative) const;

 private:
  std::filesystem::path path_;
};

}  // namespace test_support
