#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"

namespace publish {

/// What the manifest remembers of one output file.
struct ManifestEntry {
  std::string source_hash;  ///< SHA-256 over all that the output was made from; equal hash = equal bytes.
  std::string output_hash;  ///< SHA-256 of the file.
  int pages = 0;            ///< Of a PDF; 0 for other files.
  int warnings = 0;

  bool operator==(const ManifestEntry&) const = default;
};

/// The outputs of the latest build by path below the output folder: what may be skipped, and what may be removed.
using Manifest = std::map<std::string, ManifestEntry, std::less<>>;

/// The manifest's own file name in the output folder.
inline constexpr std::string_view kManifestName = "vejviser-manifest.json";

/// Reads a manifest; text that is not one is nothing.
std::optional<Manifest> parse_manifest(std::string_view json);

/// The manifest as JSON with sorted keys, one output a line.
std::string print_manifest(const Manifest& manifest);

}  // namespace publish
