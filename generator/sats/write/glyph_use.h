#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sats/page/laid_document.h"
#include "sats/text/font_library.h"
#include "sats/write/clusters.h"
#include "sats/write/face_letters.h"

namespace sats {

/// The glyphs that a document takes from one face, and the text that each stands for when it stands alone.
class FaceUse {
 public:
  FaceUse(FaceId face, const Face& opened, const FaceLetters& letters);

  /// Notes the glyphs of a cluster. A glyph's text is the first it is met with.
  void note(const Glyph* glyphs, std::uint32_t count, std::string_view text);

  /// Marks a glyph as used whose text is known already (a form field's).
  void note_letter(char32_t letter);

  /// Whether reading the glyphs one by one gives just this text; if not, the text must be said beside them.
  [[nodiscard]] bool says(const Glyph* glyphs, std::uint32_t count, std::string_view text) const;

  /// Closes the set of glyphs: adds the groups that are used enough. Ascending, with glyph 0.
  [[nodiscard]] std::vector<std::uint16_t> glyphs() const;

  /// Text of a glyph, UTF-8; a private code point when it never stood alone.
  [[nodiscard]] std::string text_of(std::uint16_t glyph) const;

  /// Whether every text is the face's own, so that the mapping is the same in all documents with these glyphs.
  [[nodiscard]] bool has_only_common_texts() const { return others_.empty(); }

  [[nodiscard]] FaceId face() const { return face_; }

 private:
  [[nodiscard]] const std::string* known_text(std::uint16_t glyph) const;

  FaceId face_;
  const Face* opened_;
  const FaceLetters* letters_;
  std::vector<char32_t> single_;                 ///< By glyph: its text when that is one code point, else 0.
  std::vector<std::uint8_t> used_;               ///< By glyph.
  std::map<std::uint16_t, std::string> others_;  ///< Texts that are not in `letters_`.
};

/// The faces of a document in the order they are first met; that order is the document's own, FaceIds are not.
class GlyphUses {
 public:
  FaceUse& of(FaceId id, const FontLibrary& fonts, FaceLettersCache& letters);

  /// Place of a face in the order of use; the face must be in use.
  [[nodiscard]] std::size_t index_of(FaceId id) const { return indices_.at(id); }
  [[nodiscard]] const std::vector<FaceUse>& faces() const { return faces_; }

 private:
  std::vector<FaceUse> faces_;
  std::map<FaceId, std::size_t> indices_;
};

GlyphUses glyphs_in_use(const LaidDocument& document, const FontLibrary& fonts, FaceLettersCache& letters);

/// Text as it is compared: every white space is a space, signs that show nothing are left out.
std::string readable(std::string_view text);

}  // namespace sats
