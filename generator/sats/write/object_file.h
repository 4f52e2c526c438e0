#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sats/write/pdf_syntax.h"

namespace sats {

/// Whether a stream is stored as it is or through Flate.
enum class Packing : std::uint8_t { as_is, flate };

/// A PDF file while it is written: objects are numbered, packed into object streams, and found again through a
/// cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8).
class ObjectFile {
 public:
  /// `level` is the compression level of everything that is packed.
  explicit ObjectFile(int level);

  /// A number for an object that is written later.
  ObjectId reserve();

  /// Writes an object that is no stream under a number that was reserved.
  void put(ObjectId object, std::string_view text);
  ObjectId put(std::string_view text);

  /// Writes a stream; `entries` are its dictionary's, without Length and Filter.
  void put_stream(ObjectId object, std::string_view entries, std::string_view bytes, Packing packing);
  ObjectId put_stream(std::string_view entries, std::string_view bytes, Packing packing);

  /// Writes a stream whose bytes are packed already; `entries` name the filter.
  void put_packed_stream(ObjectId object, std::string_view entries, std::string_view bytes);

  /// The whole file. Its identifier is a digest of its contents.
  std::string finish(ObjectId catalog, ObjectId info);

  [[nodiscard]] int level() const { return level_; }

 private:
  /// Where an object stands: at a byte of the file, or at a place in an object stream.
  struct Entry {
    std::uint8_t kind = 0;  ///< 0 free, 1 offset, 2 in an object stream
    std::uint32_t where = 0;
    std::uint32_t index = 0;
  };

  void flush_pending();
  void append_cross_references(ObjectId catalog, ObjectId info);

  int level_;
  std::string file_;
  std::vector<Entry> entries_;
  std::string pending_;        ///< Objects waiting for their object stream.
  std::string pending_index_;  ///< Their numbers and offsets.
  std::uint32_t pending_count_ = 0;
  ObjectId pending_stream_ = 0;
};

}  // namespace sats
