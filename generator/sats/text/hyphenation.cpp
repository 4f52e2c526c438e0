#include "sats/text/hyphenation.h"

#include <hyphen.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "sats/text/letter_case.h"
#include "sats/text/utf8_step.h"

namespace sats {
namespace {

constexpr const char* kPatternFolder = "/usr/share/hyphen";
constexpr std::size_t kLongestDividedWord = 120;
constexpr std::size_t kMostWords = 50'000;
/// More languages than there are patterns for are not looked for on the disk.
constexpr std::size_t kMostLanguages = 256;

struct DictEnd {
  void operator()(HyphenDict* dict) const { hnj_hyphen_free(dict); }
};
using Dict = std::unique_ptr<HyphenDict, DictEnd>;

/// Arrays that libhyphen makes with malloc.
struct Replacements {
  char** texts = nullptr;
  int* places = nullptr;
  int* cuts = nullptr;
  std::size_t count = 0;

  ~Replacements() {
    for (std::size_t i = 0; texts != nullptr && i < count; ++i) std::free(texts[i]);
    std::free(texts);
    std::free(places);
    std::free(cuts);
  }
};

/// Latin-1 letter (the code point itself), or nothing; capitals are made small, as patterns are.
std::optional<char> latin1(char32_t letter) {
  if (letter > 0xFF) return std::nullopt;
  if ((letter >= 'A' && letter <= 'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7)) letter += 0x20;
  return static_cast<char>(letter);
}

/// The word in the dictionary's encoding, with the byte offset in the UTF-8 word of each byte. Other encodings than UTF-8
/// and the first Latin ones are not read.
struct EncodedWord {
  std::string bytes;
  std::vector<std::uint32_t> offsets;
};

std::optional<EncodedWord> encode(std::string_view word, const HyphenDict& dict) {
  EncodedWord encoded;
  const bool latin = std::string_view(dict.cset) == "ISO8859-1";
  if (!latin && dict.utf8 == 0) return std::nullopt;
  for (std::uint32_t at = 0; at < word.size();) {
    const std::uint32_t begin = at;
    const char32_t letter = next_code_point(word, at);
    const auto one = latin1(letter);
    if (latin && !one) return std::nullopt;
    if (latin || (one && letter < 0x80)) {
      encoded.bytes.push_back(*one);
      encoded.offsets.push_back(begin);
      continue;
    }
    // A capital of two bytes keeps its length when it is made small (U+00C0 to U+00DE).
    std::string letters(word.substr(begin, at - begin));
    if (one) letters[1] = static_cast<char>(0x80U | (static_cast<unsigned char>(*one) & 0x3FU));
    for (const char c : letters) {
      encoded.bytes.push_back(c);
      encoded.offsets.push_back(begin);
    }
  }
  encoded.offsets.push_back(static_cast<std::uint32_t>(word.size()));
  return encoded;
}

std::vector<std::uint32_t> divide(std::string_view word, HyphenDict& dict, HyphenLimits limits) {
  const auto encoded = encode(word, dict);
  if (!encoded) return {};
  const auto size = encoded->bytes.size();
  std::string marks(size + 8, '\0');
  Replacements rest;
  rest.count = size;
  const int failed = hnj_hyphen_hyphenate3(&dict, encoded->bytes.data(), static_cast<int>(size), marks.data(), nullptr,
                                           &rest.texts, &rest.places, &rest.cuts, limits.before, limits.after, 0, 0);
  if (failed != 0) return {};
  std::vector<std::uint32_t> found;
  for (std::size_t i = 0; i + 1 < size; ++i) {
    const bool changes_letters = rest.texts != nullptr && rest.texts[i] != nullptr;
    const std::uint32_t offset = encoded->offsets[i + 1];
    if ((static_cast<unsigned char>(marks[i]) & 1U) != 0 && !changes_letters && offset != encoded->offsets[i])
      found.push_back(offset);
  }
  return found;
}

std::uint32_t letters_in(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) letters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80 ? 1U : 0U;
  return letters;
}

/// The pattern file of a language: `da` and `da-DK` are hyph_da_DK.dic, `de` the first hyph_de_*.dic by name.
std::string pattern_file(const std::string& language) {
  std::string wanted = "hyph_" + language;
  for (char& c : wanted) c = c == '-' ? '_' : c;
  std::string best;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(kPatternFolder, error)) {
    const std::string name = lower_ascii(entry.path().filename().string());
    const bool exact = name == wanted + ".dic";
    const bool regional = name.starts_with(wanted + "_") && name.ends_with(".dic");
    if (exact) return entry.path().string();
    if (regional && (best.empty() || entry.path().string() < best)) best = entry.path().string();
  }
  return best;
}

}  // namespace

struct Hyphenation::Inside {
  std::mutex mutex;
  std::unordered_map<std::string, Dict> dicts;
  std::unordered_map<std::string, std::vector<std::uint32_t>> words;

  HyphenDict* dict_for(std::string_view language) {
    const std::string tag = lower_ascii(language);
    const auto known = dicts.find(tag);
    if (known != dicts.end()) return known->second.get();
    if (dicts.size() == kMostLanguages) return nullptr;
    // The tag comes from a document: only letters, digits and hyphens become part of a file's name.
    const bool clean = !tag.empty() && tag.size() <= 16 &&
                       tag.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    std::string file = clean ? pattern_file(tag) : std::string();
    if (clean && file.empty()) file = pattern_file(tag.substr(0, tag.find('-')));
    return dicts.emplace(tag, file.empty() ? nullptr : hnj_hyphen_load(file.c_str())).first->second.get();
  }
};

Hyphenation::Hyphenation() : inside_(std::make_unique<Inside>()) {}
Hyphenation::~Hyphenation() = default;

std::vector<std::uint32_t> Hyphenation::points(std::string_view word, std::string_view language, HyphenLimits limits) {
  if (word.size() > kLongestDividedWord || letters_in(word) < limits.word) return {};
  const std::string key = std::string(language) + ' ' + std::to_string(limits.before) + ' ' + std::to_string(limits.after) +
                          ' ' + std::string(word);
  const std::lock_guard lock(inside_->mutex);
  if (const auto known = inside_->words.find(key); known != inside_->words.end()) return known->second;
  HyphenDict* dict = inside_->dict_for(language);
  if (dict == nullptr) return {};
  if (inside_->words.size() >= kMostWords) inside_->words.clear();
  return inside_->words[key] = divide(word, *dict, limits);
}

bool Hyphenation::knows(std::string_view language) {
  const std::lock_guard lock(inside_->mutex);
  return inside_->dict_for(language) != nullptr;
}

}  // namespace sats
