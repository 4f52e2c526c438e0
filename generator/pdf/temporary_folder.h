#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace pdf {

/// A folder of our own that only we can read, gone when the object goes.
class TemporaryFolder {
 public:
  /// Nothing when no folder can be made (a full or read-only disk).
  static std::optional<TemporaryFolder> make();

  TemporaryFolder(TemporaryFolder&& other) noexcept;
  TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Writes a file into the folder; false when the disk does not take it.
  [[nodiscard]] bool write(std::string_view file_name, std::string_view bytes) const;

 private:
  explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;
};

/// All bytes of a file that an engine made, or nothing.
std::optional<std::string> read_bytes(const std::filesystem::path& file);

}  // namespace pdf
