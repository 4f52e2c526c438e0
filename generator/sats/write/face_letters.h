#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "sats/text/face.h"
#include "sats/text/font.h"

namespace sats {

/// Glyphs that are taken into a subset together once a third of them is used: small letters, capitals, figures, marks. So
/// documents in one language end up with the same few subsets, which are made once for a whole batch.
using GlyphGroup = std::vector<std::uint16_t>;

/// What is known of a face before any document: its groups, and the text that their glyphs stand for.
struct FaceLetters {
  std::vector<GlyphGroup> groups;
  std::map<std::uint16_t, std::string> texts;  ///< By glyph: UTF-8, several letters for a ligature.
};

/// The letters of each face, found once. Thread-safe.
class FaceLettersCache {
 public:
  const FaceLetters& of(FaceId id, const Face& face);

 private:
  std::mutex mutex_;
  std::map<FaceId, std::unique_ptr<const FaceLetters>> known_;
};

}  // namespace sats
