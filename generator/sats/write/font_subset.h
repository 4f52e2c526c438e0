#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <tuple>
#include <vector>

#include "sats/text/face.h"
#include "sats/text/font.h"

namespace sats {

/// The CMap to text of a subset whose glyphs all have their face's own texts; made by the first document, kept for the rest.
class KeptMap {
 public:
  template <typename Make>
  const std::string& packed(Make make) {
    std::call_once(once_, [&] { packed_ = make(); });
    return packed_;
  }

 private:
  std::once_flag once_;
  std::string packed_;
};

/// A face cut down to some glyphs, ready to be stored in a file.
struct FontSubset {
  std::string packed;                    ///< The font program through Flate: TrueType, or a bare CFF.
  std::size_t plain_size = 0;            ///< Its size unpacked.
  std::string name;                      ///< `ABCDEF+PostScriptName`
  std::string widths;                    ///< The value of the W entry, 1/1000 em by new glyph number.
  std::vector<std::uint16_t> new_glyph;  ///< New number by old; 0 when it was left out.
  std::vector<float> width;              ///< By new number, as `widths` says.
  std::shared_ptr<KeptMap> map = std::make_shared<KeptMap>();
};

/// How hard fonts are packed: they are kept for a whole batch, and half of a short document is fonts.
constexpr int kFontPacking = 9;

/// Cuts a face down. Null when HarfBuzz cannot.
std::shared_ptr<const FontSubset> make_subset(const Face& face, const std::vector<std::uint16_t>& glyphs);

/// Subsets across the documents of a batch, by face and set of glyphs. Thread-safe.
class SubsetCache {
 public:
  std::shared_ptr<const FontSubset> subset(FaceId id, const Face& face, const std::vector<std::uint16_t>& glyphs);

 private:
  struct Key {
    FaceId face;
    std::vector<std::uint16_t> glyphs;
    bool operator<(const Key& other) const { return std::tie(face, glyphs) < std::tie(other.face, other.glyphs); }
  };

  std::shared_mutex mutex_;
  std::map<Key, std::shared_ptr<const FontSubset>> known_;
};

}  // namespace sats
