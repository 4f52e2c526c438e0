#include "theme/theme_layers.h"

#include <algorithm>
#include <set>

#include "base/suggest.h"
#include "base/utf8.h"
#include "load/json_places.h"
#include "theme/theme_settings.h"

namespace theme {

namespace {

/// No theme needs more ancestors.
constexpr std::size_t kLongestChain = 16;

std::vector<std::string> names_of(const ThemeFolders& folders) {
  std::vector<std::string> names;
  for (const auto& [name, folder] : folders) names.push_back(name);
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

base::Problem unknown_theme(std::string_view name, const ThemeFolders& folders, std::optional<base::Span> where) {
  const auto known = names_of(folders);
  base::Problem problem{.code = "theme.ukendt",
                        .arguments = {{"navn", std::string(name)}, {"kendte", joined(known)}},
                        .where = std::move(where),
                        .hints = {}};
  if (auto nearest = base::nearest_word(name, known)) problem.hints.push_back(base::did_you_mean(std::move(*nearest)));
  return problem;
}

std::optional<Layer> read_layer(std::string name, const std::shared_ptr<const base::FileStore>& folder,
                                base::Problems& problems) {
  auto text = folder->read("theme.json", problems);
  if (!text) return std::nullopt;
  auto settings = load::load_json(base::make_source(folder->display_name("theme.json"), std::move(*text)), problems);
  if (!settings) return std::nullopt;
  return Layer{std::move(name), folder, std::move(*settings), folder->files_under("")};
}

}  // namespace

std::optional<Layers> Layers::find(std::string_view name, const ThemeFolders& folders, base::Problems& problems) {
  Layers layers;
  std::set<std::string, std::less<>> seen;
  std::string next(name);
  std::optional<base::Span> named_at;
  while (true) {
    const auto folder = folders.find(next);
    if (folder == folders.end()) {
      problems.add(unknown_theme(next, folders, named_at));
      return std::nullopt;
    }
    if (!seen.insert(next).second || seen.size() > kLongestChain) {
      problems.add({.code = "theme.ring", .arguments = {{"navn", next}}, .where = named_at, .hints = {}});
      return std::nullopt;
    }
    auto layer = read_layer(next, folder->second, problems);
    if (!layer) return std::nullopt;
    layers.layers_.push_back(std::move(*layer));
    if (next == "standard") break;
    const auto& settings = layers.layers_.back().settings;
    next = parent_of(settings);
    named_at = load::JsonPlaces(settings).locate("/extends").value;
  }
  std::reverse(layers.layers_.begin(), layers.layers_.end());
  return layers;
}

std::vector<std::string> Layers::names() const {
  std::vector<std::string> names;
  for (const auto& layer : layers_) names.insert(names.begin(), layer.name);
  return names;
}

std::vector<std::string> Layers::paths() const {
  std::set<std::string> paths;
  for (const auto& layer : layers_) paths.insert(layer.files.begin(), layer.files.end());
  return {paths.begin(), paths.end()};
}

base::Source Layers::read(std::string_view path, base::Problems& problems) const {
  for (auto layer = layers_.rbegin(); layer != layers_.rend(); ++layer) {
    if (std::binary_search(layer->files.begin(), layer->files.end(), path)) return read_from(*layer, path, problems);
  }
  return nullptr;
}

base::Source Layers::read_from(const Layer& layer, std::string_view path, base::Problems& problems) {
  auto text = layer.folder->read(path, problems);
  if (!text) return nullptr;
  auto source = base::make_source(layer.folder->display_name(path), std::move(*text));
  const bool is_text = !path.starts_with("assets/");
  if (const auto wrong = is_text ? base::first_invalid_utf8(source->text) : std::nullopt) {
    const auto at = static_cast<std::uint32_t>(*wrong);
    problems.add({.code = "theme.fil.ikke-utf8", .arguments = {}, .where = base::Span{source, at, at + 1}, .hints = {}});
    return nullptr;
  }
  return source;
}

}  // namespace theme
