#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace load {

/// Bytes of a source, end exclusive.
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// A JSON value and the piece of text it was read from. Places of its parts are found by `JsonPlaces` when they are needed.
struct JsonDocument {
  base::Source source;
  TextRange range;
  nlohmann::json value;
};

/// Objects and lists may stand this deep inside one another; a plan needs about 8.
inline constexpr std::size_t kJsonDepthLimit = 100;

/// One document may hold this many values (about 250 MB in memory at worst); a long plan holds about 5,000.
inline constexpr std::size_t kJsonValueLimit = 2'000'000;

/// Reads a source that is one JSON document. A byte order mark is passed over; everything else that is not JSON is a
/// problem.
std::optional<JsonDocument> load_json(const base::Source& source, base::Problems& problems);

/// Reads one JSON document from a piece of a source, such as a line of an NDJSON file; places count from the source's start.
std::optional<JsonDocument> load_json(const base::Source& source, TextRange range, base::Problems& problems);

/// Whether a path names a file with one JSON document a line (`.ndjson` or `.jsonl`).
bool is_ndjson(std::string_view path);

/// The lines of an NDJSON text that hold anything, without their line breaks and the byte order mark.
std::vector<TextRange> ndjson_lines(std::string_view text);

}  // namespace load
