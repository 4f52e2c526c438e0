#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace base {

/// The one door to files that are read: real, in memory, or layered. Paths are relative to the store's root, with `/`.
class FileStore {
 public:
  FileStore() = default;
  FileStore(const FileStore&) = delete;
  FileStore& operator=(const FileStore&) = delete;
  virtual ~FileStore() = default;

  /// The bytes of a file. A missing, unreadable or too large file, and a path that leaves the root, is a problem.
  virtual std::optional<std::string> read(std::string_view path, Problems& problems) const = 0;

  /// Whether `path` names a regular file inside the root.
  [[nodiscard]] virtual bool has_file(std::string_view path) const = 0;

  /// Every file under a folder (`""` is the root), recursively, sorted by path; dot-files are left out.
  [[nodiscard]] virtual std::vector<std::string> files_under(std::string_view folder) const = 0;

  /// The name that messages show for a path in this store.
  [[nodiscard]] virtual std::string display_name(std::string_view path) const = 0;
};

/// Files below a folder on disk. Symbolic links are followed only as long as they stay below it.
class DiskFileStore final : public FileStore {
 public:
  /// `size_limit` is in bytes; a larger file is a problem and not read.
  explicit DiskFileStore(std::filesystem::path root, std::uintmax_t size_limit = kDefaultSizeLimit);

  std::optional<std::string> read(std::string_view path, Problems& problems) const override;
  [[nodiscard]] bool has_file(std::string_view path) const override;
  [[nodiscard]] std::vector<std::string> files_under(std::string_view folder) const override;
  [[nodiscard]] std::string display_name(std::string_view path) const override;

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }

  /// 512 MiB: a night's export fits, a runaway file does not fill the memory.
  static constexpr std::uintmax_t kDefaultSizeLimit = std::uintmax_t{512} << 20U;

 private:
  /// The real path of a file that stays inside the root, or nothing.
  [[nodiscard]] std::optional<std::filesystem::path> inside_root(std::string_view path) const;

  std::filesystem::path root_;
  std::uintmax_t size_limit_;
};

/// Files held in memory, for tests and for what the program brings with it.
class MemoryFileStore final : public FileStore {
 public:
  explicit MemoryFileStore(std::map<std::string, std::string, std::less<>> files) : files_(std::move(files)) {}

  std::optional<std::string> read(std::string_view path, Problems& problems) const override;
  [[nodiscard]] bool has_file(std::string_view path) const override { return files_.contains(path); }
  [[nodiscard]] std::vector<std::string> files_under(std::string_view folder) const override;
  [[nodiscard]] std::string display_name(std::string_view path) const override { return std::string(path); }

 private:
  std::map<std::string, std::string, std::less<>> files_;
};

}  // namespace base
