#include "sats/text/shaper.h"

#include <hb.h>

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

#include "sats/text/font_library.h"
#include "sats/text/letter_case.h"
#include "sats/text/slot_table.h"
#include "sats/text/white_space.h"
#include "sats/text/word_cache.h"
#include "sats/text/word_shaping.h"

namespace sats {
namespace {

/// Longer words (a hostile document, or ideographs without spaces) are shaped in pieces and not remembered.
constexpr std::size_t kLongestWord = 512;
constexpr std::size_t kMostLanguagesShaped = 1024;
constexpr std::size_t kMostFeatures = 1024;
constexpr std::size_t kMostFeaturesInOne = 32;

struct Language {
  std::string tag;
  hb_language_t language = HB_LANGUAGE_INVALID;
};

/// The features as written, and the same with ligatures off for letterspaced text.
struct Features {
  std::vector<hb_feature_t> plain;
  std::vector<hb_feature_t> without_ligatures;
};

hb_feature_t feature(const char* tag, std::uint32_t value) {
  return {hb_tag_from_string(tag, 4), value, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
}

std::unique_ptr<Features> make_features(std::vector<hb_feature_t> plain) {
  auto features = std::make_unique<Features>();
  features->without_ligatures = {feature("liga", 0), feature("clig", 0)};
  features->without_ligatures.insert(features->without_ligatures.end(), plain.begin(), plain.end());
  features->plain = std::move(plain);
  return features;
}

/// `"smcp" on, "onum" 1` in CSS is what HarfBuzz writes as `smcp=1`.
std::vector<hb_feature_t> parse_features(std::string_view settings) {
  std::vector<hb_feature_t> found;
  while (!settings.empty() && found.size() < kMostFeaturesInOne) {
    const std::size_t end = std::min(settings.find(','), settings.size());
    std::string one(settings.substr(0, end));
    settings.remove_prefix(std::min(end + 1, settings.size()));
    std::erase_if(one, [](char c) { return c == '"' || c == '\''; });
    one.erase(0, one.find_first_not_of(" \t\n"));
    hb_feature_t parsed{};
    if (!one.empty() && hb_feature_from_string(one.data(), static_cast<int>(one.size()), &parsed)) found.push_back(parsed);
  }
  return found;
}

enum class SignKind : std::uint8_t { letter, space, control };

/// What kind of a word begins at an offset, and how long the sign is if it is a word of its own.
SignKind sign_at(std::string_view text, std::uint32_t at, std::uint32_t& length) {
  length = 1;
  switch (text[at]) {
    case ' ': return SignKind::space;
    case '\t':
    case '\n':
    case '\r':
    case '\f': return SignKind::control;
    case '\xC2': length = 2; return is_word_separator(text, at) ? SignKind::space : SignKind::letter;
    default: return SignKind::letter;
  }
}

bool continues_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

std::uint32_t end_of_word(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = begin;
  std::uint32_t ignored = 0;
  while (at < end && sign_at(text, at, ignored) == SignKind::letter) {
    if (at - begin >= kLongestWord && !continues_code_point(text[at])) break;
    ++at;
  }
  return at;
}

}  // namespace

struct Shaper::Inside {
  FontLibrary& fonts;
  WordCache words;
  std::mutex mutex;
  SlotTable<Language, kMostLanguagesShaped> languages;
  SlotTable<Features, kMostFeatures> features;
  std::unordered_map<std::string, LanguageId> language_ids;
  std::unordered_map<std::string, FeaturesId> features_ids;

  explicit Inside(FontLibrary& library) : fonts(library) {
    languages.add(std::make_unique<Language>());
    features.add(make_features({}));
  }

  [[nodiscard]] WordSetting setting_of(const TextStyle& style, std::uint8_t level) const {
    const Features& chosen = features[style.features];
    const Language& language = languages[style.language];
    return {style.font, language.language, language.tag, style.letter_spacing == 0 ? chosen.plain : chosen.without_ligatures,
            (level & 1U) != 0};
  }

  static WordContext context_of(const TextStyle& style, std::uint8_t level) {
    return (WordContext{style.font} << 32U) | (WordContext{style.language} << 16U) | (WordContext{style.features} << 2U) |
           (style.letter_spacing != 0 ? 2U : 0U) | (level & 1U);
  }

  WordCache::Word word(std::string_view text, const TextStyle& style, std::uint8_t level) {
    const WordContext context = context_of(style, level);
    if (auto known = words.find(context, text)) return known;
    auto made = std::make_shared<const ShapedWord>(shape_word(text, setting_of(style, level), fonts));
    if (text.size() < kLongestWord) words.keep(context, text, made);
    return made;
  }
};

namespace {

/// Where the words of one piece are put, and what is added to every cluster and space.
struct Placing {
  const TextStyle& style;
  std::uint8_t level;
  float extra;  ///< Word spacing for a space, else 0.
};

/// Joins a word's run to the run before it when both have the same face, so that a line of one style is one run. In
/// right-to-left text the glyphs of a later word stand to the left, so there each word keeps its own run.
ShapedRun& run_for(const WordRun& from, std::uint32_t offset, const Placing& placing, ShapedText& out,
                   std::size_t first_run) {
  const bool leftwards = (placing.level & 1U) != 0;
  if (out.runs.size() > first_run && !leftwards && out.runs.back().face == from.face &&
      out.runs.back().level == placing.level) {
    return out.runs.back();
  }
  out.runs.push_back({from.face, static_cast<std::uint32_t>(out.glyphs.size()), 0, offset + from.begin, offset + from.begin,
                      placing.level});
  return out.runs.back();
}

void place_word(const ShapedWord& word, std::uint32_t offset, const Placing& placing, ShapedText& out,
                std::size_t first_run) {
  const float size = placing.style.size;
  for (const WordRun& from : word.runs) {
    ShapedRun& run = run_for(from, offset, placing, out, first_run);
    run.end = offset + from.end;
    run.glyph_count += from.glyph_count;
    for (std::uint32_t i = from.first_glyph; i < from.first_glyph + from.glyph_count; ++i) {
      const Glyph& glyph = word.glyphs[i];
      const bool ends_cluster = i + 1 == from.first_glyph + from.glyph_count || word.glyphs[i + 1].cluster != glyph.cluster;
      const float advance = glyph.advance * size + (ends_cluster ? placing.style.letter_spacing + placing.extra : 0.0F);
      out.glyphs.push_back(
          {glyph.id, glyph.unsafe_to_break, glyph.cluster + offset, advance, glyph.x_offset * size, glyph.y_offset * size});
    }
  }
}

/// A tab or line break: the space's glyph without a width.
void place_control(const ShapedWord& space, std::uint32_t offset, const Placing& placing, ShapedText& out,
                   std::size_t first_run) {
  const std::size_t before = out.glyphs.size();
  place_word(space, offset, placing, out, first_run);
  for (std::size_t i = before; i < out.glyphs.size(); ++i) out.glyphs[i].advance = 0;
}

}  // namespace

Shaper::Shaper(FontLibrary& fonts) : inside_(std::make_unique<Inside>(fonts)) {}
Shaper::~Shaper() = default;

LanguageId Shaper::language(std::string_view tag) {
  const std::lock_guard lock(inside_->mutex);
  const std::string name = lower_ascii(tag);
  const auto known = inside_->language_ids.find(name);
  if (known != inside_->language_ids.end()) return known->second;
  if (tag.empty() || inside_->languages.size() == kMostLanguagesShaped) return 0;
  auto language = std::make_unique<Language>();
  language->tag = tag;
  language->language = hb_language_from_string(tag.data(), static_cast<int>(tag.size()));
  return inside_->language_ids[name] = static_cast<LanguageId>(*inside_->languages.add(std::move(language)));
}

FeaturesId Shaper::features(std::string_view css_settings) {
  const std::lock_guard lock(inside_->mutex);
  const std::string name(css_settings);
  const auto known = inside_->features_ids.find(name);
  if (known != inside_->features_ids.end()) return known->second;
  auto parsed = parse_features(css_settings);
  if (parsed.empty() || inside_->features.size() == kMostFeatures) return 0;
  return inside_->features_ids[name] = static_cast<FeaturesId>(*inside_->features.add(make_features(std::move(parsed))));
}

void Shaper::shape(const TextPiece& piece, const TextStyle& style, ShapedText& out) {
  const std::size_t first_run = out.runs.size();
  const std::string_view text = piece.paragraph.substr(0, piece.end);
  WordCache::Word space;
  for (std::uint32_t at = piece.begin; at < piece.end;) {
    std::uint32_t length = 0;
    const SignKind sign = sign_at(text, at, length);
    if (sign == SignKind::letter) {
      const std::uint32_t end = end_of_word(text, at, piece.end);
      place_word(*inside_->word(text.substr(at, end - at), style, piece.level), at, {style, piece.level, 0}, out, first_run);
      at = end;
      continue;
    }
    if (!space) space = inside_->word(" ", style, piece.level);
    if (sign == SignKind::space) {
      place_word(*space, at, {style, piece.level, style.word_spacing}, out, first_run);
    } else {
      place_control(*space, at, {style, piece.level, 0}, out, first_run);
    }
    if (!out.runs.empty()) out.runs.back().end = at + length;
    at += length;
  }
}

float Shaper::measure(std::string_view text, const TextStyle& style) {
  float width = 0;
  for (std::uint32_t at = 0; at < text.size();) {
    std::uint32_t length = 0;
    const SignKind sign = sign_at(text, at, length);
    const std::uint32_t end =
        sign == SignKind::letter ? end_of_word(text, at, static_cast<std::uint32_t>(text.size())) : at + length;
    if (sign != SignKind::control) {
      const auto word = inside_->word(sign == SignKind::space ? " " : text.substr(at, end - at), style, 0);
      width += word->advance * style.size + static_cast<float>(word->cluster_count) * style.letter_spacing +
               (sign == SignKind::space ? style.word_spacing : 0.0F);
    }
    at = end;
  }
  return width;
}

}  // namespace sats
