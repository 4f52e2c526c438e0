#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/file_store.h"

namespace base {

/// Several stores as one: each answers for the paths that begin with its prefix (`""` answers for all), the first that has a
/// file gives it.
class LayeredFileStore final : public FileStore {
 public:
  struct Layer {
    std::string prefix;  ///< Such as `guide/`; not part of the path inside the store.
    std::shared_ptr<const FileStore> files;
  };

  explicit LayeredFileStore(std::vector<Layer> layers) : layers_(std::move(layers)) {}

  std::optional<std::string> read(std::string_view path, Problems& problems) const override;
  [[nodiscard]] bool has_file(std::string_view path) const override;
  [[nodiscard]] std::vector<std::string> files_under(std::string_view folder) const override;
  [[nodiscard]] std::string display_name(std::string_view path) const override;

 private:
  /// The layer that has a file, else the last one that answers for its path.
  [[nodiscard]] const Layer* layer_of(std::string_view path) const;

  std::vector<Layer> layers_;
};

}  // namespace base
