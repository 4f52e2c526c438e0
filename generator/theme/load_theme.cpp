#include "theme/load_theme.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/active_svg.h"
#include "base/whole_source.h"
#include "theme/stylesheets.h"
#include "theme/theme_check.h"
#include "theme/theme_layers.h"

namespace theme {

namespace {

using nlohmann::json;

/// The part of a path between a folder and an ending, or nothing: `templates/plan.mustache` gives `plan`.
std::optional<std::string> stem_in(std::string_view path, std::string_view folder, std::string_view ending) {
  if (!path.starts_with(folder) || !path.ends_with(ending) || path.size() <= folder.size() + ending.size())
    return std::nullopt;
  return std::string(path.substr(folder.size(), path.size() - folder.size() - ending.size()));
}

std::optional<Templates> load_templates(const Layers& layers, base::Problems& problems) {
  std::map<std::string, base::Source, std::less<>> sources;
  for (const auto& path : layers.paths()) {
    const auto name = stem_in(path, "templates/", ".mustache");
    if (!name) continue;
    if (auto source = layers.read(path, problems)) sources.emplace(*name, std::move(source));
  }
  return Templates::parse(sources, problems);
}

/// An SVG of the theme, to be put into pages as it is; one that is more than a drawing is a problem and gives nothing.
base::Source read_drawing(const Layers& layers, const std::string& path, base::Problems& problems) {
  auto source = layers.read(path, problems);
  if (!source || !base::is_active_svg(source->text)) return source;
  problems.add(
      {.code = "theme.svg.aktiv", .arguments = {{"fil", path}}, .where = base::whole_source(source->name), .hints = {}});
  return nullptr;
}

json load_icons(const Layers& layers, base::Problems& problems) {
  auto icons = json::object();
  for (const auto& path : layers.paths()) {
    const auto name = stem_in(path, "icons/", ".svg");
    if (!name) continue;
    const auto source = read_drawing(layers, path, problems);
    if (!source) continue;
    auto markup = source->text;
    while (markup.ends_with('\n')) markup.pop_back();
    icons[*name]["html"] = std::move(markup);
  }
  return icons;
}

/// Lays the labels of each layer over those before; unknown ones are for `check_labels`.
json load_labels(const Layers& layers, const std::set<std::string>& used, base::Problems& problems) {
  auto labels = json::object();
  for (const auto& layer : layers.all()) {
    if (!layer.folder->has_file("labels.da.json")) continue;
    const auto source = Layers::read_from(layer, "labels.da.json", problems);
    const auto document = source ? load::load_json(source, problems) : std::nullopt;
    if (!document) continue;
    check_labels(*document, labels, used, problems);
    for (const auto& [key, text] : document->value.items()) {
      if (text.is_string() && !key.starts_with("//")) labels[key] = text;
    }
  }
  return labels;
}

std::vector<AssetFile> load_assets(const Layers& layers, base::Problems& problems) {
  std::vector<AssetFile> assets;
  for (const auto& path : layers.paths()) {
    if (!path.starts_with("assets/")) continue;
    if (const auto source = layers.read(path, problems)) assets.push_back({path, source->text});
  }
  return assets;
}

/// A style sheet of the theme and what each layer adds to it in a file of its own.
class StylesheetLoading {
 public:
  StylesheetLoading(const Layers& layers, base::Problems& problems) : layers_(layers), problems_(problems) {}

  std::string load(std::string_view path, std::string_view extra_path) {
    const FindFile find = [this](std::string_view file) { return remember(layers_.read(file, problems_)); };
    auto css = assemble_stylesheet(path, find, imported_, problems_).value_or("");
    for (const auto& layer : layers_.all()) {
      if (!layer.folder->has_file(extra_path)) continue;
      const FindFile find_extra = [&](std::string_view file) {
        return file == extra_path ? remember(Layers::read_from(layer, file, problems_)) : find(file);
      };
      css += "\n" + assemble_stylesheet(extra_path, find_extra, imported_, problems_).value_or("");
    }
    return css;
  }

  [[nodiscard]] const std::vector<base::Source>& sources() const { return sources_; }
  [[nodiscard]] const std::set<std::string>& imported() const { return imported_; }

 private:
  base::Source remember(base::Source source) {
    if (source) sources_.push_back(source);
    return source;
  }

  const Layers& layers_;
  base::Problems& problems_;
  std::set<std::string> imported_;
  std::vector<base::Source> sources_;
};

ThemeSettings load_settings(const Layers& layers, base::Problems& problems) {
  ThemeSettings settings;
  for (const auto& layer : layers.all()) apply_settings(layer.settings, settings, problems);
  return settings;
}

/// The logo inside the page itself, so that pages on paper and pages that stand alone have it too.
std::string logo_markup(const Layers& layers, const std::string& file, base::Problems& problems) {
  const auto source = read_drawing(layers, file, problems);
  if (!source) return "";
  auto markup = source->text.substr(std::min(source->text.find("<svg"), source->text.size()));
  while (markup.ends_with('\n')) markup.pop_back();
  return markup;
}

json words_of(const Layers& layers, const ThemeSettings& settings, const Templates& templates, base::Problems& problems) {
  const auto used = templates.names_used();
  return {{"labels", load_labels(layers, used, problems)},
          {"icon", load_icons(layers, problems)},
          {"logo", {{"text", settings.logo_text}, {"html", logo_markup(layers, settings.logo_file, problems)}}},
          {"theme", {{"name", settings.name}}}};
}

void add_asset(std::vector<AssetFile>& assets, const AssetFile& file) {
  const auto after = [](const AssetFile& a, const AssetFile& b) { return a.path < b.path; };
  assets.insert(std::upper_bound(assets.begin(), assets.end(), file, after), file);
}

}  // namespace

std::optional<Theme> load_theme(std::string_view name, const ThemeFolders& folders, base::Problems& problems) {
  const auto before = problems.error_count();
  const auto layers = Layers::find(name, folders, problems);
  if (!layers) return std::nullopt;
  auto settings = load_settings(*layers, problems);
  auto templates = load_templates(*layers, problems);
  StylesheetLoading stylesheets(*layers, problems);
  auto screen = stylesheets.load("screen.css", "screen.extra.css");
  const auto screen_sources = std::ssize(stylesheets.sources());
  const auto print = stylesheets.load("print.css", "print.extra.css");
  if (!templates) return std::nullopt;
  check_files(
      *layers,
      {.templates = templates->partial_names(), .names = templates->names_used(), .stylesheets = stylesheets.imported()},
      problems);
  check_settings(*layers, settings, stylesheets.sources(), problems);
  auto words = words_of(*layers, settings, *templates, problems);
  auto assets = load_assets(*layers, problems);
  if (problems.error_count() != before) return std::nullopt;
  screen.insert(0, root_properties(settings.tokens));
  add_asset(assets, {"assets/screen.css", screen});
  base::Stylesheet print_css{"print.css", resolve_tokens(print, settings.tokens)};
  return Theme{.chain = layers->names(),
               .settings = std::move(settings),
               .templates = std::move(*templates),
               .words = std::make_shared<const json>(std::move(words)),
               .screen_css = std::move(screen),
               .print_css = std::move(print_css),
               .print_sources = {stylesheets.sources().begin() + screen_sources, stylesheets.sources().end()},
               .assets = std::move(assets)};
}

}  // namespace theme
