#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace sats {

/// Least letters before and after a hyphen, and the shortest word that is divided (`hyphenate-limit-chars`).
struct HyphenLimits {
  std::uint8_t word = 6;
  std::uint8_t before = 3;
  std::uint8_t after = 3;
};

/// Places where words may be divided, by the patterns of libhyphen installed for each language. Thread-safe; words are
/// remembered across documents.
class Hyphenation {
 public:
  Hyphenation();
  Hyphenation(const Hyphenation&) = delete;
  Hyphenation& operator=(const Hyphenation&) = delete;
  ~Hyphenation();

  /// Byte offsets inside a word (letters only, UTF-8) after which a hyphen may stand; none for an unknown language.
  std::vector<std::uint32_t> points(std::string_view word, std::string_view language, HyphenLimits limits = {});

  /// Whether patterns for the language are installed.
  bool knows(std::string_view language);

  struct Inside;

 private:
  std::unique_ptr<Inside> inside_;
};

}  // namespace sats
