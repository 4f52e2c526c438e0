#pragma once

#include "sats/layout/document.h"

namespace sats::layout {

/// A text on one line that stands by itself: a list marker, the value of a field.
class ShortText {
 public:
  ShortText(Document& document, std::string_view text, const ComputedStyle& style);

  [[nodiscard]] float width() const { return width_; }

  /// Adds the glyphs as runs of the laid document, left to right from a place on the baseline, and gives their number. The
  /// runs are not painted yet.
  std::uint32_t add_runs(float x, float baseline) const;

 private:
  [[nodiscard]] GlyphRun add_run(const ShapedRun& shaped, std::uint32_t text_begin) const;

  Document& document_;
  std::string text_;
  const ComputedStyle& style_;
  ShapedText shaped_;
  std::vector<std::uint32_t> order_;  ///< Runs from left to right.
  float width_ = 0;
};

}  // namespace sats::layout
