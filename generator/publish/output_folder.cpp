#include "publish/output_folder.h"

#include <fstream>
#include <optional>
#include <sstream>

#include "publish/atomic_file.h"
#include "publish/digest.h"

namespace publish {

namespace fs = std::filesystem;

namespace {

std::optional<std::string> read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

Manifest read_manifest(const fs::path& root) {
  const auto text = read_file(root / kManifestName);
  return text ? parse_manifest(*text).value_or(Manifest{}) : Manifest{};
}

bool file_has_hash(const fs::path& path, std::string_view hash) {
  const auto bytes = read_file(path);
  return bytes && sha256(*bytes) == hash;
}

/// Nobody knows then what is stale.
base::Problem unreadable_manifest(const fs::path& path) {
  return {.severity = base::Severity::warning,
          .code = "publish.manifest-ulaeseligt",
          .arguments = {{"fil", path.generic_string()}},
          .where = {},
          .hints = {}};
}

/// Removes the folders that became empty, from a removed file upwards, never the root itself.
void remove_empty_folders(fs::path folder, const fs::path& root) {
  std::error_code failed;
  while (folder != root && fs::is_empty(folder, failed) && !failed && fs::remove(folder, failed))
    folder = folder.parent_path();
}

}  // namespace

OutputFolder::OutputFolder(fs::path root) : root_(std::move(root)), before_(read_manifest(root_)) {}

bool OutputFolder::keep_if_current(std::string_view path, std::string_view source_hash) {
  const auto known = before_.find(path);
  if (known == before_.end() || known->second.source_hash != source_hash) return false;
  if (!file_has_hash(root_ / fs::path(path), known->second.output_hash)) return false;
  remember(path, known->second, &PublishCounts::unchanged);
  return true;
}

bool OutputFolder::put(const Output& output, base::Problems& problems) {
  ManifestEntry entry{output.source_hash, sha256(output.bytes), output.pages, output.warnings};
  const auto path = root_ / fs::path(output.path);
  if (file_has_hash(path, entry.output_hash)) {
    remember(output.path, std::move(entry), &PublishCounts::unchanged);
    return true;
  }
  if (!write_atomically(path, output.bytes, problems)) {
    const std::scoped_lock lock(mutex_);
    unwritten_.insert(output.path);
    return false;
  }
  remember(output.path, std::move(entry), &PublishCounts::written);
  return true;
}

void OutputFolder::remember(std::string_view path, ManifestEntry entry, int PublishCounts::*counter) {
  const std::scoped_lock lock(mutex_);
  made_.insert_or_assign(std::string(path), std::move(entry));
  ++(counts_.*counter);
}

void OutputFolder::keep_unwritten() {
  for (const auto& path : unwritten_) {
    const auto known = before_.find(path);
    if (known != before_.end()) made_.insert(*known);
  }
}

void OutputFolder::remove_stale() {
  for (const auto& [path, entry] : before_) {
    if (made_.contains(path)) continue;
    const auto file = root_ / fs::path(path);
    std::error_code failed;
    if (fs::remove(file, failed)) ++counts_.removed;
    remove_empty_folders(file.parent_path(), root_);
  }
}

bool OutputFolder::finish(base::Problems& problems) {
  const std::scoped_lock lock(mutex_);
  keep_unwritten();
  remove_stale();
  const auto text = print_manifest(made_);
  const auto before = read_file(root_ / kManifestName);
  if (before == text) return true;
  if (before && !parse_manifest(*before)) problems.add(unreadable_manifest(root_ / kManifestName));
  return write_atomically(root_ / kManifestName, text, problems);
}

PublishCounts OutputFolder::counts() const {
  const std::scoped_lock lock(mutex_);
  return counts_;
}

}  // namespace publish
