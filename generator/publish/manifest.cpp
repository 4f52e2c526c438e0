#include "publish/manifest.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace publish {

namespace {

constexpr int kVersion = 1;

/// Only a plain path below the output folder counts: the manifest decides what is removed.
bool stays_below(std::string_view path) {
  return !path.empty() && !path.starts_with('/') && path != ".." && !path.starts_with("../") &&
         path.find("/../") == std::string_view::npos && !path.ends_with("/..");
}

ManifestEntry read_entry(const nlohmann::json& json) {
  return {.source_hash = json.value("source", ""),
          .output_hash = json.value("output", ""),
          .pages = json.value("pages", 0),
          .warnings = json.value("warnings", 0)};
}

}  // namespace

std::optional<Manifest> parse_manifest(std::string_view text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object() || json.value("version", nlohmann::json()) != kVersion) return std::nullopt;
  const auto outputs = json.find("outputs");
  if (outputs == json.end() || !outputs->is_object()) return std::nullopt;
  Manifest manifest;
  try {
    for (const auto& [path, entry] : outputs->items()) {
      if (stays_below(path)) manifest.emplace(path, read_entry(entry));
    }
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
  return manifest;
}

std::string print_manifest(const Manifest& manifest) {
  std::string text = fmt::format("{{\n  \"version\": {},\n  \"outputs\": {{", kVersion);
  const auto* separator = "\n";
  for (const auto& [path, entry] : manifest) {
    const nlohmann::ordered_json json{
        {"source", entry.source_hash}, {"output", entry.output_hash}, {"pages", entry.pages}, {"warnings", entry.warnings}};
    text += fmt::format("{}    {}: {}", separator, nlohmann::json(path).dump(), json.dump());
    separator = ",\n";
  }
  return text + "\n  }\n}\n";
}

}  // namespace publish
