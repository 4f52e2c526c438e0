#pragma once

#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "publish/manifest.h"

namespace publish {

/// A file that is ready to be written, and what the manifest shall say of it.
struct Output {
  std::string path;  ///< Below the output folder, with `/`.
  std::string bytes;
  std::string source_hash;
  int pages = 0;
  int warnings = 0;
};

/// What a build did to the output folder.
struct PublishCounts {
  int written = 0;
  int unchanged = 0;
  int removed = 0;
};

/// The folder that a build writes to. Files are written atomically and only when they differ; `finish` removes what the
/// manifest of the build before lists and this build no longer made, and nothing else. Safe to call from many threads.
class OutputFolder {
 public:
  explicit OutputFolder(std::filesystem::path root);

  /// Whether an output made from the same sources lies there untouched. If so it counts as made.
  bool keep_if_current(std::string_view path, std::string_view source_hash);

  /// Writes an output unless the file already has these bytes. False when it could not be written.
  bool put(const Output& output, base::Problems& problems);

  /// Removes stale files and writes the manifest. An output whose source is broken now is stale too: an outdated plan
  /// must not lie there as if it were today's. An output that could not be written stays as it was.
  bool finish(base::Problems& problems);

  [[nodiscard]] PublishCounts counts() const;
  [[nodiscard]] const Manifest& manifest() const { return made_; }

 private:
  void remember(std::string_view path, ManifestEntry entry, int PublishCounts::*counter);
  void keep_unwritten();
  void remove_stale();

  std::filesystem::path root_;
  Manifest before_;
  Manifest made_;
  std::set<std::string> unwritten_;
  PublishCounts counts_;
  mutable std::mutex mutex_;
};

}  // namespace publish
