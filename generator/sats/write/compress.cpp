#include "sats/write/compress.h"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <memory>

namespace sats {
namespace {

struct CompressorEnd {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

constexpr int kHighestLevel = 12;

}  // namespace

std::string deflate(std::string_view bytes, int level) {
  level = std::clamp(level, 0, kHighestLevel);
  // A compressor takes longer to make than a page to compress, so each thread keeps its own.
  thread_local std::array<std::unique_ptr<libdeflate_compressor, CompressorEnd>, kHighestLevel + 1> compressors;
  auto& compressor = compressors[static_cast<std::size_t>(level)];
  if (!compressor) compressor.reset(libdeflate_alloc_compressor(level));
  std::string packed(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
  packed.resize(libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), packed.data(), packed.size()));
  return packed;
}

}  // namespace sats
