#include "base/file_store.h"

#include <algorithm>
#include <fstream>

namespace base {

namespace fs = std::filesystem;

namespace {

bool is_below(const fs::path& path, const fs::path& root) {
  const auto relative = path.lexically_relative(root);
  return !relative.empty() && *relative.begin() != "..";
}

Problem file_problem(std::string code, std::string name) {
  return {.code = std::move(code), .arguments = {{"fil", std::move(name)}}, .where = {}, .hints = {}};
}

bool is_hidden(const fs::path& path) { return path.filename().string().starts_with('.'); }

std::string folder_prefix(std::string_view folder) {
  if (folder.empty() || folder.ends_with('/')) return std::string(folder);
  return std::string(folder) + "/";
}

}  // namespace

DiskFileStore::DiskFileStore(fs::path root, std::uintmax_t size_limit) : root_(std::move(root)), size_limit_(size_limit) {}

std::optional<fs::path> DiskFileStore::inside_root(std::string_view path) const {
  std::error_code failed;
  const auto root = fs::canonical(root_, failed);
  if (failed) return std::nullopt;
  const auto real = fs::weakly_canonical(root / fs::path(path), failed);
  if (failed || !is_below(real, root)) return std::nullopt;
  return real;
}

std::optional<std::string> DiskFileStore::read(std::string_view path, Problems& problems) const {
  const auto real = inside_root(path);
  std::error_code failed;
  if (!real) {
    const bool broken_root = !fs::is_directory(root_, failed);
    problems.add(file_problem(broken_root ? "base.fil.findes-ikke" : "base.fil.uden-for-rod", display_name(path)));
    return std::nullopt;
  }
  if (!fs::exists(*real, failed)) {
    problems.add(file_problem("base.fil.findes-ikke", display_name(path)));
    return std::nullopt;
  }
  const auto size = fs::file_size(*real, failed);
  if (!failed && size > size_limit_) {
    problems.add(file_problem("base.fil.for-stor", display_name(path)));
    return std::nullopt;
  }
  std::ifstream in(*real, std::ios::binary);
  std::string text(failed ? 0 : size, '\0');
  if (failed || !in || !in.read(text.data(), static_cast<std::streamsize>(text.size()))) {
    problems.add(file_problem("base.fil.kan-ikke-laeses", display_name(path)));
    return std::nullopt;
  }
  return text;
}

bool DiskFileStore::has_file(std::string_view path) const {
  const auto real = inside_root(path);
  std::error_code failed;
  return real && fs::is_regular_file(*real, failed);
}

std::vector<std::string> DiskFileStore::files_under(std::string_view folder) const {
  std::vector<std::string> found;
  std::error_code failed;
  auto entry =
      fs::recursive_directory_iterator(root_ / fs::path(folder), fs::directory_options::skip_permission_denied, failed);
  for (const fs::recursive_directory_iterator end; !failed && entry != end; entry.increment(failed)) {
    if (is_hidden(entry->path())) {
      entry.disable_recursion_pending();
      continue;
    }
    std::error_code ignored;
    if (entry->is_regular_file(ignored)) found.push_back(entry->path().lexically_relative(root_).generic_string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string DiskFileStore::display_name(std::string_view path) const {
  return (root_ / fs::path(path)).lexically_normal().generic_string();
}

std::optional<std::string> MemoryFileStore::read(std::string_view path, Problems& problems) const {
  const auto found = files_.find(path);
  if (found == files_.end()) {
    problems.add(file_problem("base.fil.findes-ikke", std::string(path)));
    return std::nullopt;
  }
  return found->second;
}

std::vector<std::string> MemoryFileStore::files_under(std::string_view folder) const {
  const auto prefix = folder_prefix(folder);
  std::vector<std::string> found;
  for (const auto& [path, text] : files_) {
    if (path.starts_with(prefix)) found.push_back(path);
  }
  return found;
}

}  // namespace base
