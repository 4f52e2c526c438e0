#pragma once

#include "sats/layout/ink.h"
#include "sats/layout/layouter.h"

namespace sats::layout {

/// A piece of text that lines are drawn under, over or through.
struct UnderlinedText {
  const ComputedStyle& style;
  float x = 0;
  float baseline = 0;
  float width = 0;
  float opacity = 1;
};

/// The lines of `text-decoration` on one line; pieces beside each other share theirs.
class Underlines {
 public:
  void add(const UnderlinedText& piece, const TextMeasures& measures);

  /// Paints what was added and begins anew.
  void paint(Ink& ink);

 private:
  void add_stroke(const Stroke& stroke);

  std::vector<Stroke> strokes_;
};

}  // namespace sats::layout
