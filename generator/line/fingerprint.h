#pragma once

#include <string>
#include <string_view>

#include "base/file_store.h"

namespace line {

/// Gathers what an output depends on into one SHA-256: equal sums come from equal parts in equal order.
class Fingerprint {
 public:
  Fingerprint& add(std::string_view part);

  /// Adds every file below a folder, path and bytes.
  Fingerprint& add_files(const base::FileStore& store, std::string_view folder);

  /// Adds the running program itself, so that a new version makes everything anew.
  Fingerprint& add_program();

  [[nodiscard]] std::string sum() const;

 private:
  std::string digests_;
};

}  // namespace line
