#include "sats/layout/short_text.h"

#include "sats/text/bidi.h"

namespace sats::layout {

ShortText::ShortText(Document& document, std::string_view text, const ComputedStyle& style)
    : document_(document), text_(text), style_(style) {
  const auto base = style.direction == style::Direction::rtl ? Direction::right_to_left : Direction::left_to_right;
  for (const auto& stretch : bidi_runs(text_, base))
    document.shaper.shape({text_, stretch.begin, stretch.end, stretch.level}, document.measures(style).text, shaped_);
  std::vector<std::uint8_t> levels;
  for (const auto& run : shaped_.runs) levels.push_back(run.level);
  order_ = visual_order(levels);
  for (const auto& glyph : shaped_.glyphs) width_ += glyph.advance;
}

GlyphRun ShortText::add_run(const ShapedRun& shaped, std::uint32_t text_begin) const {
  auto& out = document_.out;
  GlyphRun run;
  run.face = shaped.face;
  run.size = style_.font_size;
  run.first_glyph = static_cast<std::uint32_t>(out.glyphs.size());
  run.glyph_count = shaped.glyph_count;
  run.text_begin = text_begin + shaped.begin;
  run.text_end = text_begin + shaped.end;
  run.cluster_base = shaped.begin;
  run.color = resolved_color(style_.color, style_);
  run.level = shaped.level;
  const auto first = shaped_.glyphs.begin() + shaped.first_glyph;
  out.glyphs.insert(out.glyphs.end(), first, first + shaped.glyph_count);
  return run;
}

std::uint32_t ShortText::add_runs(float x, float baseline) const {
  auto& out = document_.out;
  const auto begin = static_cast<std::uint32_t>(out.text.size());
  out.text += text_;
  for (const auto index : order_) {
    auto run = add_run(shaped_.runs[index], begin);
    run.x = x;
    run.baseline = baseline;
    for (std::uint32_t i = 0; i < run.glyph_count; ++i) x += out.glyphs[run.first_glyph + i].advance;
    out.runs.push_back(run);
  }
  return static_cast<std::uint32_t>(order_.size());
}

}  // namespace sats::layout
