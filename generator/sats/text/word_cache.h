#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sats/text/font.h"
#include "sats/text/glyph.h"

namespace sats {

/// Glyphs of one face in a shaped word.
struct WordRun {
  FaceId face = 0;
  std::uint32_t first_glyph = 0;
  std::uint32_t glyph_count = 0;
  std::uint32_t begin = 0;  ///< Bytes of the word.
  std::uint32_t end = 0;
};

/// A word that was shaped at the size of 1 point: runs in logical order, the glyphs of each in visual order.
struct ShapedWord {
  std::vector<WordRun> runs;
  std::vector<Glyph> glyphs;
  float advance = 0;
  std::uint32_t cluster_count = 0;
};

/// Everything but the text that a word's glyphs depend on. A plain number, so that it hashes at once.
using WordContext = std::uint64_t;

/// Shaped words of a run, shared by threads. Words are never changed, and stay alive for whoever holds them.
class WordCache {
 public:
  using Word = std::shared_ptr<const ShapedWord>;

  /// The word, or null.
  Word find(WordContext context, std::string_view text) const;

  /// Remembers a word. A shard that is full is emptied first: a night's plans use the same words, a hostile document does
  /// not.
  void keep(WordContext context, std::string_view text, Word word);

 private:
  struct Key {
    WordContext context;
    std::string text;
  };
  struct KeyView {
    WordContext context;
    std::string_view text;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(const KeyView& key) const {
      return std::hash<std::string_view>{}(key.text) ^ (key.context * 0x9E3779B97F4A7C15ULL);
    }
    std::size_t operator()(const Key& key) const { return (*this)(KeyView{key.context, key.text}); }
  };
  struct Equal {
    using is_transparent = void;
    template <typename A, typename B>
    bool operator()(const A& a, const B& b) const {
      return a.context == b.context && std::string_view(a.text) == std::string_view(b.text);
    }
  };
  struct Shard {
    mutable std::shared_mutex mutex;
    std::unordered_map<Key, Word, Hash, Equal> words;
  };

  static constexpr std::size_t kShards = 64;
  static constexpr std::size_t kWordsPerShard = 2048;

  Shard& shard_of(const KeyView& key) const { return shards_[(Hash{}(key) >> 7U) % kShards]; }

  mutable std::array<Shard, kShards> shards_;
};

}  // namespace sats
