#include "theme/theme_check.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/suggest.h"
#include "load/json_places.h"
#include "theme/stylesheets.h"

namespace theme {

namespace {

base::Problem with_nearest(base::Problem problem, std::string_view misspelt, const std::vector<std::string>& known) {
  if (auto nearest = base::nearest_word(misspelt, known)) problem.hints.push_back(base::did_you_mean(std::move(*nearest)));
  return problem;
}

/// The files that a theme may have at its top.
const std::vector<std::string> kTopFiles{"theme.json",      "screen.css",     "print.css", "screen.extra.css",
                                         "print.extra.css", "labels.da.json", "README.md"};

std::string_view stem(std::string_view path) {
  const auto name = path.substr(path.rfind('/') + 1);
  return name.substr(0, name.rfind('.'));
}

/// The kind of plan that a template makes a page for: `min-plan.screen` is for `min-plan`. Nothing for other templates.
std::optional<std::string> kind_of_page(std::string_view path) {
  if (!path.starts_with("templates/")) return std::nullopt;
  const auto name = stem(path);
  const auto dot = name.rfind('.');
  const auto output = dot == std::string_view::npos ? std::string_view() : name.substr(dot + 1);
  const bool is_page = output == "screen" || output == "print" || output == "pdf" || output == "changes";
  return is_page ? std::optional(std::string(name.substr(0, dot))) : std::nullopt;
}

bool is_used(std::string_view path, const UsedNames& used, const ThemeSettings* settings) {
  const std::string name(stem(path));
  if (path.starts_with("templates/") && path.ends_with(".mustache")) return used.templates.contains(name);
  if (path.starts_with("styles/") && path.ends_with(".css")) return used.stylesheets.contains(std::string(path));
  if (path.starts_with("icons/") && path.ends_with(".svg")) {
    const bool in_box = settings != nullptr && std::any_of(settings->boxes.begin(), settings->boxes.end(),
                                                           [&name](const auto& box) { return box.second.icon == name; });
    const bool in_items = settings != nullptr && std::any_of(settings->items.begin(), settings->items.end(),
                                                             [&name](const auto& item) { return item.second == name; });
    return in_box || in_items || used.names.contains("icon." + name + ".html");
  }
  return path.starts_with("assets/") || std::find(kTopFiles.begin(), kTopFiles.end(), path) != kTopFiles.end();
}

base::Span place_of(const Layer& layer, std::string_view path) {
  return {base::make_source(layer.folder->display_name(path), ""), 0, 0};
}

/// Whether a template is the page of a kind of plan that no earlier theme knows, and not of a known one misspelt.
bool is_page_of_new_kind(std::string_view path, const std::vector<std::string>& known_paths) {
  const auto kind = kind_of_page(path);
  if (!kind) return false;
  std::vector<std::string> known;
  for (const auto& known_path : known_paths) {
    if (auto other = kind_of_page(known_path)) known.push_back(std::move(*other));
  }
  return !base::nearest_word(*kind, known);
}

bool colour_exists(const ThemeSettings& settings, const std::string& colour) {
  return settings.tokens.contains("farve-boks-" + colour) && settings.tokens.contains("farve-boks-" + colour + "-lys");
}

/// The `theme.json` that last said something about a JSON pointer.
base::Span place_of_setting(const Layers& layers, const std::string& pointer) {
  for (auto layer = layers.all().rbegin(); layer != layers.all().rend(); ++layer) {
    if (layer->settings.value.contains(nlohmann::json::json_pointer(pointer))) {
      return load::JsonPlaces(layer->settings).locate(pointer).value;
    }
  }
  return {layers.all().back().settings.source, 0, 0};
}

/// The icons of a theme, by the names that boxes and groups give them.
std::vector<std::string> icon_names(const std::vector<std::string>& paths) {
  std::vector<std::string> icons;
  for (const auto& path : paths) {
    if (path.starts_with("icons/")) icons.emplace_back(stem(path));
  }
  return icons;
}

/// A group without an icon has no colour either: most likely a misspelt name.
void check_items(const Layers& layers, const ThemeSettings& settings, base::Problems& problems) {
  const auto icons = icon_names(layers.paths());
  for (const auto& [kind, group] : settings.items) {
    if (std::find(icons.begin(), icons.end(), group) != icons.end()) continue;
    problems.add(with_nearest({.code = "theme.indsats.gruppe",
                               .arguments = {{"art", kind}, {"navn", group}},
                               .where = place_of_setting(layers, "/items/" + kind),
                               .hints = {}},
                              group, icons));
  }
}

void check_boxes(const Layers& layers, const ThemeSettings& settings, base::Problems& problems) {
  const auto paths = layers.paths();
  for (const auto& [kind, box] : settings.boxes) {
    if (kind.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") != std::string::npos) {
      problems.add({.code = "theme.boks.navn",
                    .arguments = {{"navn", kind}},
                    .where = place_of_setting(layers, "/boxes"),
                    .hints = {}});
      continue;
    }
    const auto pointer = "/boxes/" + kind;
    if (!std::binary_search(paths.begin(), paths.end(), "icons/" + box.icon + ".svg")) {
      problems.add(with_nearest({.code = "theme.boks.ikon",
                                 .arguments = {{"boks", kind}, {"navn", box.icon}},
                                 .where = place_of_setting(layers, pointer + "/icon"),
                                 .hints = {}},
                                box.icon, icon_names(paths)));
    }
    if (!colour_exists(settings, box.colour)) {
      problems.add({.code = "theme.boks.farve",
                    .arguments = {{"boks", kind}, {"navn", box.colour}},
                    .where = place_of_setting(layers, pointer + "/colour"),
                    .hints = {}});
    }
    if (box.label.empty()) {
      problems.add({.code = "theme.boks.navnloes",
                    .arguments = {{"boks", kind}},
                    .where = place_of_setting(layers, pointer),
                    .hints = {}});
    }
  }
}

/// A token must be one of an earlier theme, or some style sheet must ask for it.
void check_token_names(const Layers& layers, const std::set<std::string>& used, base::Problems& problems) {
  std::vector<std::string> known;
  for (const auto& layer : layers.all()) {
    const auto tokens = layer.settings.value.find("tokens");
    if (tokens == layer.settings.value.end() || !tokens->is_object()) continue;
    const auto before = known;
    for (const auto& [name, value] : tokens->items()) {
      if (name.starts_with("//")) continue;
      known.push_back(name);
      const bool inherited = std::find(before.begin(), before.end(), name) != before.end();
      if (inherited || layer.name == "standard" || used.contains(name) || name.starts_with("farve-boks-")) continue;
      problems.add(with_nearest({.code = "theme.token.ukendt",
                                 .arguments = {{"navn", name}},
                                 .where = load::JsonPlaces(layer.settings).locate("/tokens/" + name).key,
                                 .hints = {}},
                                name, before));
    }
  }
}

void check_logo(const Layers& layers, const std::string& file, base::Problems& problems) {
  const auto paths = layers.paths();
  const bool exists = std::binary_search(paths.begin(), paths.end(), file);
  if (exists && file.ends_with(".svg")) return;
  problems.add(with_nearest({.code = exists ? "theme.logo.ikke-svg" : "theme.logo.mangler",
                             .arguments = {{"fil", file}},
                             .where = place_of_setting(layers, "/logo/file"),
                             .hints = {}},
                            exists ? std::string_view() : std::string_view(file), paths));
}

}  // namespace

void check_files(const Layers& layers, const UsedNames& used, base::Problems& problems) {
  ThemeSettings settings;
  base::Problems ignored;  // check_settings reports them
  for (const auto& layer : layers.all()) apply_settings(layer.settings, settings, ignored);
  std::vector<std::string> known = kTopFiles;
  for (const auto& layer : layers.all()) {
    const auto before = known;
    for (const auto& path : layer.files) {
      known.push_back(path);
      const bool inherited = std::find(before.begin(), before.end(), path) != before.end();
      if (layer.name == "standard" || inherited || is_used(path, used, &settings) || is_page_of_new_kind(path, before))
        continue;
      problems.add(with_nearest(
          {.code = "theme.fil.ukendt", .arguments = {{"fil", path}}, .where = place_of(layer, path), .hints = {}}, path,
          before));
    }
  }
}

void check_settings(const Layers& layers, const ThemeSettings& settings, const std::vector<base::Source>& stylesheets,
                    base::Problems& problems) {
  std::set<std::string> defined;
  std::set<std::string> used;
  for (const auto& source : stylesheets) {
    auto names = property_names(source->text);
    defined.merge(names.defined);
    used.merge(names.used);
  }
  std::set<std::string> checked;
  for (const auto& source : stylesheets) {
    if (checked.insert(source->name).second) check_tokens(source, settings.tokens, defined, problems);
  }
  check_token_names(layers, used, problems);
  check_boxes(layers, settings, problems);
  check_items(layers, settings, problems);
  check_logo(layers, settings.logo_file, problems);
}

void check_labels(const load::JsonDocument& document, const nlohmann::json& known, const std::set<std::string>& used,
                  base::Problems& problems) {
  load::JsonPlaces places(document);
  if (!document.value.is_object()) {
    problems.add({.code = "indstilling.ikke-objekt", .arguments = {}, .where = places.locate("").value, .hints = {}});
    return;
  }
  std::vector<std::string> known_keys;
  for (const auto& [key, text] : known.items()) known_keys.push_back(key);
  for (const auto& [key, text] : document.value.items()) {
    if (key.starts_with("//")) continue;
    if (!text.is_string()) {
      problems.add(
          {.code = "indstilling.ikke-tekst", .arguments = {}, .where = places.locate("/" + key).value, .hints = {}});
    }
    if (known.empty() || known.contains(key) || used.contains("labels." + key)) continue;
    problems.add(with_nearest(
        {.code = "theme.labels.ukendt", .arguments = {{"navn", key}}, .where = places.locate("/" + key).key, .hints = {}},
        key, known_keys));
  }
}

}  // namespace theme
