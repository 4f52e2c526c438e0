#include "sats/text/system_fonts.h"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "sats/text/letter_case.h"

namespace sats {
namespace {

struct PatternEnd {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, PatternEnd>;

struct FontSetEnd {
  void operator()(FcFontSet* set) const { FcFontSetDestroy(set); }
};
using FontSet = std::unique_ptr<FcFontSet, FontSetEnd>;

const FcChar8* fc(const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); }

std::string text_of(FcPattern* pattern, const char* object, int which = 0) {
  FcChar8* text = nullptr;
  if (FcPatternGetString(pattern, object, which, &text) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(text);
}

double number_of(FcPattern* pattern, const char* object, double fallback) {
  double number = fallback;
  return FcPatternGetDouble(pattern, object, 0, &number) == FcResultMatch ? number : fallback;
}

int whole_number_of(FcPattern* pattern, const char* object, int fallback) {
  int number = fallback;
  return FcPatternGetInteger(pattern, object, 0, &number) == FcResultMatch ? number : fallback;
}

bool is_set(FcPattern* pattern, const char* object) {
  FcBool value = FcFalse;
  return FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch && value == FcTrue;
}

/// Outline fonts in TrueType or OpenType files. Variable fonts are left to their static sisters.
bool is_usable(FcPattern* pattern) {
  const std::string format = text_of(pattern, FC_FONTFORMAT);
  return (format == "TrueType" || format == "CFF") && is_set(pattern, FC_SCALABLE) && !is_set(pattern, FC_VARIABLE) &&
         !is_set(pattern, FC_COLOR) && whole_number_of(pattern, FC_INDEX, 0) < 0x10000;
}

double weight_of(FcPattern* pattern) { return FcWeightToOpenTypeDouble(number_of(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR)); }

Slant slant_of(FcPattern* pattern) {
  return whole_number_of(pattern, FC_SLANT, FC_SLANT_ROMAN) == FC_SLANT_ROMAN ? Slant::upright : Slant::italic;
}

FontFile file_of(FcPattern* pattern, const FontRequest& request) {
  return {text_of(pattern, FC_FILE), static_cast<unsigned>(whole_number_of(pattern, FC_INDEX, 0)),
          synthesis_for(request, weight_of(pattern), slant_of(pattern))};
}

Pattern pattern_for(const FontRequest& request, FcConfig* config, const std::string& language) {
  Pattern pattern(FcPatternCreate());
  for (const std::string& family : request.families) FcPatternAddString(pattern.get(), FC_FAMILY, fc(family));
  FcPatternAddDouble(pattern.get(), FC_WEIGHT, FcWeightFromOpenTypeDouble(request.weight));
  FcPatternAddInteger(pattern.get(), FC_SLANT, request.slant == Slant::italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
  FcPatternAddBool(pattern.get(), FC_VARIABLE, FcFalse);
  if (!language.empty()) FcPatternAddString(pattern.get(), FC_LANG, fc(language));
  FcConfigSubstitute(config, pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  return pattern;
}

}  // namespace

Synthesis synthesis_for(const FontRequest& request, double weight, Slant slant) {
  return {.slant = request.slant == Slant::italic && slant == Slant::upright, .bold = request.weight >= 600 && weight < 550};
}

double font_distance(const FontRequest& request, double weight, Slant slant, double width) {
  const double wanted = request.weight;
  double distance = std::fabs(wanted - weight);
  const bool lighter_first = wanted <= 500;
  if (wanted >= 400 && wanted <= 500) {
    // From 400 to 500 first, then lighter ones, then bolder.
    if (weight >= wanted && weight <= 500)
      return distance + (slant == request.slant ? 0 : 10'000) + std::fabs(width - 100) * 1000;
  }
  if ((weight > wanted) == lighter_first && weight != wanted) distance += 1000;
  return distance + (slant == request.slant ? 0 : 10'000) + std::fabs(width - 100) * 1000;
}

struct SystemFonts::Inside {
  FcConfig* config = FcInitLoadConfigAndFonts();
  std::unordered_map<std::string, std::vector<FcPattern*>> families;
  std::map<std::string, FontSet, std::less<>> sorted;

  Inside() {
    const FcFontSet* fonts = config == nullptr ? nullptr : FcConfigGetFonts(config, FcSetSystem);
    for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
      if (!is_usable(fonts->fonts[i])) continue;
      for (int name = 0;; ++name) {
        const std::string family = text_of(fonts->fonts[i], FC_FAMILY, name);
        if (family.empty()) break;
        families[lower_ascii(family)].push_back(fonts->fonts[i]);
      }
    }
  }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() {
    sorted.clear();
    if (config != nullptr) FcConfigDestroy(config);
  }

  FcPattern* nearest(const std::string& family, const FontRequest& request) {
    const auto found = families.find(lower_ascii(family));
    if (found == families.end()) return nullptr;
    FcPattern* best = nullptr;
    double least = std::numeric_limits<double>::max();
    for (FcPattern* pattern : found->second) {
      const double distance =
          font_distance(request, weight_of(pattern), slant_of(pattern), number_of(pattern, FC_WIDTH, FC_WIDTH_NORMAL));
      if (distance < least) {
        least = distance;
        best = pattern;
      }
    }
    return best;
  }

  /// fontconfig's answer for a request in a language, best first, kept because sorting takes half a millisecond.
  const FcFontSet& sorted_for(const FontRequest& request, const std::string& language) {
    std::string key = language + '\n' + std::to_string(request.weight) + (request.slant == Slant::italic ? "i" : "u");
    for (const std::string& family : request.families) key += '\n' + family;
    FontSet& set = sorted[key];
    if (!set) {
      FcResult result = FcResultMatch;
      set.reset(FcFontSort(config, pattern_for(request, config, language).get(), FcFalse, nullptr, &result));
      if (!set) set.reset(FcFontSetCreate());
    }
    return *set;
  }
};

SystemFonts::SystemFonts() = default;
SystemFonts::~SystemFonts() = default;

SystemFonts::Inside& SystemFonts::inside() {
  if (!inside_) inside_ = std::make_unique<Inside>();
  return *inside_;
}

std::optional<FontFile> SystemFonts::match(std::string_view family, const FontRequest& request) {
  Inside& fonts = inside();
  if (fonts.config == nullptr) return std::nullopt;
  if (FcPattern* found = fonts.nearest(std::string(family), request)) return file_of(found, request);
  // Names that the configuration binds as "same" (Arial and Liberation Sans, say) are as good as the family itself.
  const Pattern pattern = pattern_for({{std::string(family)}, request.weight, request.slant}, fonts.config, {});
  for (int i = 0;; ++i) {
    FcValue value;
    FcValueBinding binding = FcValueBindingWeak;
    if (FcPatternGetWithBinding(pattern.get(), FC_FAMILY, i, &value, &binding) != FcResultMatch) return std::nullopt;
    if (binding != FcValueBindingSame || value.type != FcTypeString) continue;
    if (FcPattern* found = fonts.nearest(reinterpret_cast<const char*>(value.u.s), request)) return file_of(found, request);
  }
}

std::optional<FontFile> SystemFonts::match_generic(std::string_view family, const FontRequest& request) {
  Inside& fonts = inside();
  if (fonts.config == nullptr) return std::nullopt;
  const FontRequest generic{{std::string(family)}, request.weight, request.slant};
  const Pattern pattern = pattern_for(generic, fonts.config, {});
  FcResult result = FcResultMatch;
  const Pattern matched(FcFontMatch(fonts.config, pattern.get(), &result));
  if (!matched) return std::nullopt;
  // The family is fontconfig's choice, the face in it is CSS's.
  if (FcPattern* found = fonts.nearest(text_of(matched.get(), FC_FAMILY), request)) return file_of(found, request);
  for (const auto& [name, patterns] : fonts.families) return file_of(patterns.front(), request);
  return std::nullopt;
}

std::optional<FontFile> SystemFonts::with_letters(const FontRequest& request, std::string_view language,
                                                  std::u32string_view letters) {
  Inside& fonts = inside();
  if (fonts.config == nullptr) return std::nullopt;
  const FcFontSet& set = fonts.sorted_for(request, std::string(language));
  for (int i = 0; i < set.nfont; ++i) {
    FcCharSet* known = nullptr;
    if (FcPatternGetCharSet(set.fonts[i], FC_CHARSET, 0, &known) != FcResultMatch ||
        !std::ranges::all_of(letters, [known](char32_t letter) { return FcCharSetHasChar(known, letter) != FcFalse; }))
      continue;
    if (is_usable(set.fonts[i])) return file_of(set.fonts[i], request);
  }
  return std::nullopt;
}

}  // namespace sats
