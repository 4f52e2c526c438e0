#include "base/layered_file_store.h"

#include <algorithm>

namespace base {

namespace {

std::string_view inside(const LayeredFileStore::Layer& layer, std::string_view path) {
  return path.substr(layer.prefix.size());
}

Problem missing(std::string_view path) {
  return {.code = "base.fil.findes-ikke", .arguments = {{"fil", std::string(path)}}, .where = {}, .hints = {}};
}

}  // namespace

const LayeredFileStore::Layer* LayeredFileStore::layer_of(std::string_view path) const {
  const Layer* responsible = nullptr;
  for (const auto& layer : layers_) {
    if (!path.starts_with(layer.prefix)) continue;
    responsible = &layer;
    if (layer.files->has_file(inside(layer, path))) return responsible;
  }
  return responsible;
}

std::optional<std::string> LayeredFileStore::read(std::string_view path, Problems& problems) const {
  if (const auto* layer = layer_of(path)) return layer->files->read(inside(*layer, path), problems);
  problems.add(missing(path));
  return std::nullopt;
}

bool LayeredFileStore::has_file(std::string_view path) const {
  const auto* layer = layer_of(path);
  return layer != nullptr && layer->files->has_file(inside(*layer, path));
}

std::vector<std::string> LayeredFileStore::files_under(std::string_view folder) const {
  std::vector<std::string> found;
  for (const auto& layer : layers_) {
    for (const auto& path : layer.files->files_under("")) {
      auto full = layer.prefix + path;
      if (full.starts_with(folder)) found.push_back(std::move(full));
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::string LayeredFileStore::display_name(std::string_view path) const {
  const auto* layer = layer_of(path);
  return layer == nullptr ? std::string(path) : layer->files->display_name(inside(*layer, path));
}

}  // namespace base
