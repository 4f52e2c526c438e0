#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source_text.h"
#include "load/json_document.h"

namespace load {

/// Where a value stands, and the key it stands behind (none for a list's element and the whole document).
struct JsonPlace {
  std::optional<base::Span> key;
  base::Span value;
};

/// Finds the places of a document's parts. The text is read when the first place is asked for, so a plan without problems
/// costs nothing, and read once, so a file with many problems stays linear.
class JsonPlaces {
 public:
  explicit JsonPlaces(const JsonDocument& document) : JsonPlaces(document.source, document.range) {}
  JsonPlaces(base::Source source, TextRange range) : source_(std::move(source)), range_(range) {}

  /// The place of a JSON pointer (RFC 6901, `/indsatser/3/hvad`); a pointer to what is not there gets its nearest ancestor.
  JsonPlace locate(std::string_view pointer);

  /// The bytes to mark for a JSON pointer: the value, but of an object or a list behind a key only the key.
  base::Span mark(std::string_view pointer);

  /// A key that stands twice in the same object: its first and a later place.
  struct RepeatedKey {
    base::Span first;
    base::Span again;
  };

  /// Keys that stand more than once in their object, in the text's order; at most `limit`.
  std::vector<RepeatedKey> repeated_keys(std::size_t limit);

 private:
  struct Node {
    TextRange key;  // empty when there is none
    TextRange value;
    std::uint32_t first_child = 0;  // in children_
    std::uint32_t child_count = 0;
    bool is_object = false;
  };

  void read();
  void close(std::uint32_t container, std::vector<std::uint32_t>& pending, std::size_t first_pending);
  [[nodiscard]] std::string key_of(std::uint32_t node) const;
  [[nodiscard]] const Node* child(const Node& parent, const std::string& step) const;
  [[nodiscard]] base::Span span(TextRange range) const { return {source_, range.begin, range.end}; }

  base::Source source_;
  TextRange range_;
  std::vector<Node> nodes_;              // in the order of their first byte
  std::vector<std::uint32_t> children_;  // of each container in one piece; an object's are sorted by key, then by place
};

/// The text of a JSON string token with its escapes resolved; what is no valid escape stays as it is.
std::string unescape_json(std::string_view string_token);

}  // namespace load
