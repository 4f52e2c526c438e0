#pragma once

#include <cstdint>
#include <string_view>

#include "sats/page/laid_document.h"

namespace sats {

/// Glyphs that belong together, and the text they stand for.
struct Cluster {
  std::uint32_t first_glyph = 0;  ///< Index into LaidDocument::glyphs.
  std::uint32_t glyph_count = 0;
  std::uint32_t text_begin = 0;  ///< Bytes of LaidDocument::text.
  std::uint32_t text_end = 0;
};

/// Goes through the clusters of a run from left to right. A hyphen that layout put in is a cluster without text.
template <typename Use>
void for_clusters(const LaidDocument& document, const GlyphRun& run, Use use) {
  const Glyph* glyphs = document.glyphs.data() + run.first_glyph;
  const auto text_of = [&](std::uint32_t cluster) {
    const std::uint32_t offset = run.text_begin + (cluster - run.cluster_base);
    return offset > run.text_end ? run.text_end : offset < run.text_begin ? run.text_begin : offset;
  };
  const bool leftwards = (run.level & 1U) != 0;
  std::uint32_t text_end_before = run.text_end;  // Leftwards: where the cluster to the left of this one begins.
  for (std::uint32_t i = 0; i < run.glyph_count;) {
    std::uint32_t end = i + 1;
    while (end < run.glyph_count && glyphs[end].cluster == glyphs[i].cluster) ++end;
    const std::uint32_t begin_text = text_of(glyphs[i].cluster);
    std::uint32_t end_text = run.text_end;
    if (leftwards) {
      end_text = text_end_before;
      text_end_before = begin_text;
    } else if (end < run.glyph_count) {
      end_text = text_of(glyphs[end].cluster);
    }
    use(Cluster{run.first_glyph + i, end - i, begin_text, end_text < begin_text ? begin_text : end_text});
    i = end;
  }
}

}  // namespace sats
