#include "sats/write/face_letters.h"

#include <hb.h>

#include <algorithm>
#include <array>
#include <memory>

#include "sats/text/shaping_buffer.h"
#include "sats/text/utf8_step.h"

namespace sats {
namespace {

constexpr std::array<std::string_view, 4> kGroups{
    "abcdefghijklmnopqrstuvwxyzæøåéüöä",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ",
    "0123456789.,:-()/+%",
    " !?;\"'«»“”’–—…•&§",
};
/// Letters that many fonts join.
constexpr std::array<std::string_view, 12> kLigatures{"ffi", "ffl", "ff", "fi",  "fl", "ft",
                                                      "fft", "tt",  "fj", "ffj", "fb", "fh"};

/// The one glyph that a word is joined to, or 0.
std::uint16_t ligature_of(const Face& face, std::string_view word) {
  const ShapingBuffer buffer(hb_buffer_create());
  hb_buffer_add_utf8(buffer.get(), word.data(), static_cast<int>(word.size()), 0, static_cast<int>(word.size()));
  hb_buffer_guess_segment_properties(buffer.get());
  hb_shape(face.hb_font(), buffer.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* glyphs = hb_buffer_get_glyph_infos(buffer.get(), &count);
  return count == 1 ? static_cast<std::uint16_t>(glyphs[0].codepoint) : std::uint16_t{0};
}

FaceLetters letters_of(const Face& face) {
  FaceLetters found;
  const auto add = [&](GlyphGroup& group, std::uint16_t glyph, std::string_view text) {
    if (glyph == 0 || !found.texts.try_emplace(glyph, text).second) return;
    group.push_back(glyph);
  };
  for (const std::string_view letters : kGroups) {
    GlyphGroup group;
    for (std::uint32_t at = 0; at < letters.size();) {
      const std::uint32_t begin = at;
      const char32_t letter = next_code_point(letters, at);
      add(group, face.glyph(letter), letters.substr(begin, at - begin));
    }
    found.groups.push_back(std::move(group));
  }
  for (const std::string_view word : kLigatures) add(found.groups.front(), ligature_of(face, word), word);
  return found;
}

}  // namespace

const FaceLetters& FaceLettersCache::of(FaceId id, const Face& face) {
  const std::lock_guard lock(mutex_);
  auto& known = known_[id];
  if (!known) known = std::make_unique<const FaceLetters>(letters_of(face));
  return *known;
}

}  // namespace sats
