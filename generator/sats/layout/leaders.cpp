#include <algorithm>

#include "sats/layout/painter.h"

namespace sats::layout {

void Painter::fill_leader(const PaintedLeader& leader, float width) {
  auto& run = out_.runs[leader.run];
  const auto& measures = document_.measures(*leader.style);
  ShapedText pattern;
  document_.shaper.shape({leader.pattern, 0, static_cast<std::uint32_t>(leader.pattern.size()), 0}, measures.text, pattern);
  float step = 0;
  for (const auto& glyph : pattern.glyphs) step += glyph.advance;
  const int count = step > 0.1F ? std::clamp(static_cast<int>(width / step), 0, 2000) : 0;
  const auto begin = static_cast<std::uint32_t>(out_.text.size());
  run.face = pattern.runs.empty() ? document_.fonts.first_face(measures.text.font) : pattern.runs[0].face;
  run.size = leader.style->font_size;
  run.color = resolved_color(leader.style->color, *leader.style);
  run.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
  run.glyph_count = 0;
  // Counted from the right, so that the dots of lines above each other stand in columns.
  run.x = leader.right - step * static_cast<float>(count);
  for (int i = 0; i < count; ++i) {
    for (auto glyph : pattern.glyphs) {
      glyph.cluster += static_cast<std::uint32_t>(out_.text.size()) - begin;
      out_.glyphs.push_back(glyph);
      ++run.glyph_count;
    }
    out_.text += leader.pattern;
  }
  run.text_begin = begin;
  run.text_end = static_cast<std::uint32_t>(out_.text.size());
  run.cluster_base = 0;
}

}  // namespace sats::layout
