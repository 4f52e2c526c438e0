#include "sats/text/word_shaping.h"

#include <hb.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "sats/text/face.h"
#include "sats/text/shaping_buffer.h"
#include "sats/text/utf8_step.h"

namespace sats {
namespace {

/// A stretch of a word with one face and one script.
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  FaceId face = 0;
  hb_script_t script = HB_SCRIPT_COMMON;
};

bool is_real_script(hb_script_t script) {
  return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

bool is_mark(hb_unicode_funcs_t* unicode, char32_t letter) {
  if (letter < 0x300) return false;
  const hb_unicode_general_category_t category = hb_unicode_general_category(unicode, letter);
  return category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
         category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK || category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK;
}

/// Joiners, soft hyphens and variation selectors, which no face has to have.
bool is_ignorable(char32_t letter) {
  return letter == 0x200C || letter == 0x200D || letter == 0x00AD || (letter >= 0xFE00 && letter <= 0xFE0F);
}

/// More marks on one letter than a face is asked for; they are a hostile document.
constexpr std::size_t kMostMarks = 8;

/// A letter with the marks, joiners and variation selectors behind it, which stay in one face.
struct LetterCluster {
  std::u32string asked;  ///< The letters that a face must have.
  std::uint32_t end = 0;
};

LetterCluster cluster_at(std::string_view text, std::uint32_t begin, hb_unicode_funcs_t* unicode) {
  LetterCluster cluster{{}, begin};
  cluster.asked.push_back(next_code_point(text, cluster.end));
  for (std::uint32_t next = cluster.end; next < text.size(); cluster.end = next) {
    const char32_t letter = next_code_point(text, next);
    const bool mark = is_mark(unicode, letter);
    if (!mark && !is_ignorable(letter)) break;
    if (mark && !is_ignorable(letter) && cluster.asked.size() <= kMostMarks) cluster.asked.push_back(letter);
  }
  return cluster;
}

std::vector<Stretch> stretches_of(std::string_view text, const WordSetting& setting, FontLibrary& fonts) {
  hb_unicode_funcs_t* unicode = hb_unicode_funcs_get_default();
  std::vector<Stretch> found;
  for (std::uint32_t at = 0; at < text.size();) {
    const LetterCluster cluster = cluster_at(text, at, unicode);
    const char32_t letter = cluster.asked.front();
    const hb_script_t script = hb_unicode_script(unicode, letter);
    const FaceId face = cluster.asked.size() == 1
                            ? fonts.face_for(setting.font, letter, setting.language_tag)
                            : fonts.face_for_cluster(setting.font, cluster.asked, setting.language_tag);
    if (face == kNoFace) return {};
    const bool same_script =
        found.empty() || !is_real_script(script) || !is_real_script(found.back().script) || script == found.back().script;
    if (found.empty() || found.back().face != face || !same_script) found.push_back({at, at, face, HB_SCRIPT_COMMON});
    at = cluster.end;
    found.back().end = at;
    if (!is_real_script(found.back().script)) found.back().script = script;
  }
  return found;
}

void shape_stretch(std::string_view text, const Stretch& stretch, const WordSetting& setting, const Face& face,
                   ShapedWord& word) {
  thread_local const ShapingBuffer buffer(hb_buffer_create());
  hb_buffer_clear_contents(buffer.get());
  hb_buffer_set_flags(buffer.get(), HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
  // The whole word is given as context, for letters that join across a change of face.
  hb_buffer_add_utf8(buffer.get(), text.data(), static_cast<int>(text.size()), stretch.begin,
                     static_cast<int>(stretch.end - stretch.begin));
  hb_buffer_set_direction(buffer.get(), setting.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(), is_real_script(stretch.script) ? stretch.script : HB_SCRIPT_LATIN);
  hb_buffer_set_language(buffer.get(), setting.language);
  hb_shape(face.hb_font(), buffer.get(), setting.features.data(), static_cast<unsigned>(setting.features.size()));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
  const float em = 1.0F / static_cast<float>(face.units_per_em());
  word.runs.push_back({stretch.face, static_cast<std::uint32_t>(word.glyphs.size()), count, stretch.begin, stretch.end});
  for (unsigned i = 0; i < count; ++i) {
    const auto unsafe = static_cast<std::uint16_t>(hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK);
    word.glyphs.push_back({static_cast<std::uint16_t>(infos[i].codepoint), unsafe, infos[i].cluster,
                           static_cast<float>(places[i].x_advance) * em, static_cast<float>(places[i].x_offset) * em,
                           static_cast<float>(places[i].y_offset) * em});
    word.advance += word.glyphs.back().advance;
  }
}

}  // namespace

ShapedWord shape_word(std::string_view text, const WordSetting& setting, FontLibrary& fonts) {
  ShapedWord word;
  for (const Stretch& stretch : stretches_of(text, setting, fonts)) {
    shape_stretch(text, stretch, setting, fonts.face(stretch.face), word);
  }
  for (std::size_t i = 0; i < word.glyphs.size(); ++i) {
    word.cluster_count += i == 0 || word.glyphs[i].cluster != word.glyphs[i - 1].cluster ? 1U : 0U;
  }
  return word;
}

}  // namespace sats
