#include "sats/write/glyph_use.h"

#include <algorithm>

#include "sats/text/face.h"
#include "sats/text/utf8_step.h"

namespace sats {
namespace {

bool shows_nothing(char32_t letter) {
  return letter == 0x00AD || (letter >= 0x200B && letter <= 0x200F) || (letter >= 0x202A && letter <= 0x202E) ||
         (letter >= 0x2060 && letter <= 0x206F) || (letter >= 0xFE00 && letter <= 0xFE0F) || letter == 0xFEFF;
}

bool is_white(char32_t letter) {
  return (letter >= 9 && letter <= 13) || letter == 0xA0 || (letter >= 0x2000 && letter <= 0x200A);
}

/// The one code point of a text that needs no cleaning, or 0.
char32_t only_letter(std::string_view text) {
  if (text.empty()) return 0;
  std::uint32_t at = 0;
  const char32_t letter = next_code_point(text, at);
  if (at != text.size() || shows_nothing(letter)) return 0;
  return is_white(letter) ? U' ' : letter;
}

std::string utf8_of(char32_t letter) {
  std::string text;
  if (letter < 0x80) return {static_cast<char>(letter)};
  const int more = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
  constexpr unsigned kLeads[] = {0, 0xC0, 0xE0, 0xF0};
  text += static_cast<char>(kLeads[more] | (letter >> (6U * static_cast<unsigned>(more))));
  for (int i = more - 1; i >= 0; --i)
    text += static_cast<char>(0x80U | ((letter >> (6U * static_cast<unsigned>(i))) & 0x3FU));
  return text;
}

/// Glyphs without a text of their own get one from the private use area; ActualText says what they mean.
constexpr char32_t kPrivateArea = 0xF0000;

}  // namespace

std::string readable(std::string_view text) {
  std::string clean;
  for (std::uint32_t at = 0; at < text.size();) {
    const char32_t letter = next_code_point(text, at);
    if (!shows_nothing(letter)) clean += utf8_of(is_white(letter) ? U' ' : letter);
  }
  return clean;
}

FaceUse::FaceUse(FaceId face, const Face& opened, const FaceLetters& letters)
    : face_(face), opened_(&opened), letters_(&letters), single_(opened.glyph_count()), used_(opened.glyph_count()) {
  for (const auto& [glyph, text] : letters.texts) {
    if (glyph < single_.size()) single_[glyph] = only_letter(text);
  }
}

const std::string* FaceUse::known_text(std::uint16_t glyph) const {
  if (const auto common = letters_->texts.find(glyph); common != letters_->texts.end()) return &common->second;
  const auto other = others_.find(glyph);
  return other == others_.end() ? nullptr : &other->second;
}

void FaceUse::note(const Glyph* glyphs, std::uint32_t count, std::string_view text) {
  for (std::uint32_t i = 0; i < count; ++i) {
    if (glyphs[i].id < used_.size()) used_[glyphs[i].id] = 1;
  }
  if (glyphs[0].id >= used_.size()) return;
  const char32_t letter = only_letter(text);
  if (count == 1 && letter != 0 && single_[glyphs[0].id] == letter) return;
  const std::string clean = readable(text);
  if (count == 1 && !clean.empty() && known_text(glyphs[0].id) == nullptr && glyphs[0].id != 0) {
    single_[glyphs[0].id] = letter;
    others_.emplace(glyphs[0].id, clean);
  }
}

void FaceUse::note_letter(char32_t letter) {
  const Glyph glyph{.id = opened_->glyph(letter)};
  const std::string text = utf8_of(letter);
  note(&glyph, 1, text);
}

bool FaceUse::says(const Glyph* glyphs, std::uint32_t count, std::string_view text) const {
  const char32_t letter = only_letter(text);
  if (count == 1 && glyphs[0].id < single_.size() && letter != 0 && single_[glyphs[0].id] == letter) return true;
  std::string said;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string* known = known_text(glyphs[i].id);
    if (known == nullptr) return false;
    said += *known;
  }
  return said == readable(text);
}

std::vector<std::uint16_t> FaceUse::glyphs() const {
  std::vector<std::uint8_t> taken = used_;
  taken[0] = 1;
  for (const GlyphGroup& group : letters_->groups) {
    const auto count = std::count_if(group.begin(), group.end(), [&](std::uint16_t glyph) { return used_[glyph] != 0; });
    if (static_cast<std::size_t>(count) * 3 < group.size()) continue;
    for (const std::uint16_t glyph : group) taken[glyph] = 1;
  }
  std::vector<std::uint16_t> found;
  for (std::size_t glyph = 0; glyph < taken.size(); ++glyph) {
    if (taken[glyph] != 0) found.push_back(static_cast<std::uint16_t>(glyph));
  }
  return found;
}

std::string FaceUse::text_of(std::uint16_t glyph) const {
  const std::string* known = known_text(glyph);
  return known != nullptr ? *known : utf8_of(kPrivateArea + glyph);
}

FaceUse& GlyphUses::of(FaceId id, const FontLibrary& fonts, FaceLettersCache& letters) {
  const auto [known, is_new] = indices_.try_emplace(id, faces_.size());
  if (is_new) faces_.emplace_back(id, fonts.face(id), letters.of(id, fonts.face(id)));
  return faces_[known->second];
}

GlyphUses glyphs_in_use(const LaidDocument& document, const FontLibrary& fonts, FaceLettersCache& letters) {
  GlyphUses uses;
  for (const GlyphRun& run : document.runs) {
    if (run.face == kNoFace || run.glyph_count == 0) continue;
    FaceUse& use = uses.of(run.face, fonts, letters);
    for_clusters(document, run, [&](const Cluster& cluster) {
      const std::string_view text =
          std::string_view(document.text).substr(cluster.text_begin, cluster.text_end - cluster.text_begin);
      // A hyphen at the end of a line stands for no text of the document, but it is read as what it is.
      use.note(document.glyphs.data() + cluster.first_glyph, cluster.glyph_count, text.empty() ? "-" : text);
    });
  }
  return uses;
}

}  // namespace sats
