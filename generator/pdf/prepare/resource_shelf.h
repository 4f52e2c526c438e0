#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/file_store.h"
#include "base/problem.h"

namespace pdf {

/// The pictures and fonts that a document uses, taken from the one store it may read, checked and given plain names.
class ResourceShelf {
 public:
  ResourceShelf(const base::FileStore& store, base::Problems& problems) : store_(store), problems_(problems) {}

  /// The plain name of what an address means: a path in the store or a `data:` picture. Nothing, and a warning the first
  /// time, when it is foreign, missing, broken or of a kind that no engine draws.
  std::optional<std::string> take(std::string_view address);

  std::map<std::string, std::string> files() && { return std::move(files_); }

 private:
  std::optional<std::string> find(std::string_view address);
  std::optional<std::string> keep(std::string bytes, std::string_view shown);
  void warn(std::string code, std::string_view shown);

  const base::FileStore& store_;
  base::Problems& problems_;
  std::map<std::string, std::optional<std::string>, std::less<>> taken_;
  std::map<std::string, std::string> files_;
};

/// Whether an address names a scheme or a host, so that it leads out of the store.
bool is_foreign_address(std::string_view address);

/// The scheme in lower case (`https`), or nothing.
std::optional<std::string> scheme_of(std::string_view address);

}  // namespace pdf
