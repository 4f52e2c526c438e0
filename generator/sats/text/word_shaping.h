#pragma once

#include <span>
#include <string_view>

#include "sats/text/font_library.h"
#include "sats/text/word_cache.h"

struct hb_feature_t;
struct hb_language_impl_t;

namespace sats {

/// What a word is shaped with.
struct WordSetting {
  FontId font = 0;
  const hb_language_impl_t* language = nullptr;
  std::string_view language_tag;
  std::span<const hb_feature_t> features;
  bool right_to_left = false;
};

/// Shapes one word with HarfBuzz at 1 point: split where the script or the face that has its letters changes.
ShapedWord shape_word(std::string_view text, const WordSetting& setting, FontLibrary& fonts);

}  // namespace sats
