#include "sats/layout/silent_space.h"

namespace sats::layout {

std::optional<GlyphRun> silent_space(Document& document, const ComputedStyle& style, float x, float baseline) {
  ShapedText space;
  document.shaper.shape({" ", 0, 1, 0}, document.measures(style).text, space);
  if (space.runs.size() != 1 || space.glyphs.empty()) return std::nullopt;
  auto& out = document.out;
  GlyphRun run;
  run.face = space.runs[0].face;
  run.size = style.font_size;
  run.x = x;
  run.baseline = baseline;
  run.first_glyph = static_cast<std::uint32_t>(out.glyphs.size());
  run.glyph_count = 1;
  run.color = resolved_color(style.color, style);
  auto glyph = space.glyphs[0];
  glyph.advance = 0;
  glyph.cluster = 0;
  out.glyphs.push_back(glyph);
  return run;
}

}  // namespace sats::layout
