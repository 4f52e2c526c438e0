#include "publish/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace publish {

namespace fs = std::filesystem;

namespace {

struct ErrorRow {
  int error;
  const char* code;
};
constexpr std::array kErrors{ErrorRow{ENOSPC, "publish.disk-fuld"},         ErrorRow{EDQUOT, "publish.disk-fuld"},
                             ErrorRow{EFBIG, "publish.disk-fuld"},          ErrorRow{EACCES, "publish.ingen-skriveadgang"},
                             ErrorRow{EPERM, "publish.ingen-skriveadgang"}, ErrorRow{EROFS, "publish.skrivebeskyttet"},
                             ErrorRow{EISDIR, "publish.er-mappe"},          ErrorRow{ENOTEMPTY, "publish.er-mappe"},
                             ErrorRow{ENOTDIR, "publish.ikke-mappe"},       ErrorRow{EEXIST, "publish.ikke-mappe"},
                             ErrorRow{ENAMETOOLONG, "publish.langt-navn"}};

base::Problem write_problem(const fs::path& path, int error) {
  const auto row = std::find_if(kErrors.begin(), kErrors.end(), [error](const ErrorRow& r) { return r.error == error; });
  return {.code = row == kErrors.end() ? "publish.kan-ikke-skrives" : row->code,
          .arguments = {{"fil", path.generic_string()}, {"aarsag", std::generic_category().message(error)}},
          .where = {},
          .hints = {}};
}

/// A file descriptor that is closed, and a temporary file that is removed, whatever happens.
class TemporaryFile {
 public:
  explicit TemporaryFile(const fs::path& beside)
      : name_(beside.parent_path() / (".vejviser-" + beside.filename().string() + "-XXXXXX")) {
    descriptor_ = ::mkstemp(name_.data());
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (descriptor_ >= 0 && !kept_) ::unlink(name_.c_str());
  }

  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }

  bool write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto written = ::write(descriptor_, bytes.data(), bytes.size());
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    constexpr mode_t kReadableByAll = 0644;
    return ::fchmod(descriptor_, kReadableByAll) == 0;
  }

  bool move_to(const fs::path& path) {
    kept_ = ::rename(name_.c_str(), path.c_str()) == 0;
    return kept_;
  }

 private:
  std::string name_;
  int descriptor_ = -1;
  bool kept_ = false;
};

/// Renaming over a device or a pipe would put a file in its place, for every program of the machine when root does it.
bool is_no_file(const fs::path& path) {
  std::error_code failed;
  const auto kind = fs::symlink_status(path, failed).type();
  return kind == fs::file_type::block || kind == fs::file_type::character || kind == fs::file_type::fifo ||
         kind == fs::file_type::socket;
}

}  // namespace

bool write_atomically(const fs::path& path, std::string_view bytes, base::Problems& problems) {
  if (is_no_file(path)) {
    problems.add({.code = "publish.ingen-fil", .arguments = {{"fil", path.generic_string()}}, .where = {}, .hints = {}});
    return false;
  }
  std::error_code failed;
  if (path.has_parent_path()) fs::create_directories(path.parent_path(), failed);
  if (failed) {
    problems.add(write_problem(path.parent_path(), failed.value()));
    return false;
  }
  TemporaryFile file(path);
  if (!file.is_open() || !file.write(bytes) || !file.move_to(path)) {
    problems.add(write_problem(path, errno));
    return false;
  }
  return true;
}

}  // namespace publish
