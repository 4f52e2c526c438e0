#include "sats/text/word_cache.h"

#include <utility>

namespace sats {

WordCache::Word WordCache::find(WordContext context, std::string_view text) const {
  const KeyView key{context, text};
  const Shard& shard = shard_of(key);
  const std::shared_lock lock(shard.mutex);
  const auto found = shard.words.find(key);
  return found == shard.words.end() ? nullptr : found->second;
}

void WordCache::keep(WordContext context, std::string_view text, Word word) {
  Shard& shard = shard_of({context, text});
  const std::unique_lock lock(shard.mutex);
  if (shard.words.size() >= kWordsPerShard) shard.words.clear();
  shard.words.emplace(Key{context, std::string(text)}, std::move(word));
}

}  // namespace sats
