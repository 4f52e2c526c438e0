#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "load/json_document.h"
#include "theme/theme_folders.h"

namespace theme {

/// One theme of a chain: its folder, its `theme.json`, and which files it has.
struct Layer {
  std::string name;
  std::shared_ptr<const base::FileStore> folder;
  load::JsonDocument settings;
  std::vector<std::string> files;
};

/// The chain of themes, `standard` first and the asked-for theme last; a later layer's file hides an earlier one's.
class Layers {
 public:
  /// Follows `extends` from a theme to `standard`. A missing theme and a circle are problems.
  static std::optional<Layers> find(std::string_view name, const ThemeFolders& folders, base::Problems& problems);

  [[nodiscard]] const std::vector<Layer>& all() const { return layers_; }
  [[nodiscard]] std::vector<std::string> names() const;

  /// Every path that any layer has, sorted, once.
  [[nodiscard]] std::vector<std::string> paths() const;

  /// The file of the latest layer that has it; nothing when none has. Each file is read once.
  base::Source read(std::string_view path, base::Problems& problems) const;

  /// The file of one layer, which must have it.
  static base::Source read_from(const Layer& layer, std::string_view path, base::Problems& problems);

 private:
  std::vector<Layer> layers_;
};

}  // namespace theme
