#pragma once

#include <cstdint>

#include "sats/page/laid_document.h"
#include "sats/write/clusters.h"
#include "sats/write/content_stream.h"
#include "sats/write/font_writer.h"

namespace sats {

/// Shows parts of a run one after the other; the pen goes on where it was.
class TextPainter {
 public:
  TextPainter(const LaidDocument& document, const GlyphRun& run, const WrittenFont& font, ContentStream& content);

  /// Shows glyphs up to an index of the run (exclusive). Text that the glyphs do not say by themselves is said beside them.
  void show_until(std::uint32_t glyph_end);

  /// Shows a whole run of right-to-left text in the order it is read: a reader of tags takes the order of showing, not of
  /// places on paper.
  void show_leftwards();

 private:
  void show_cluster(const Cluster& cluster);
  void show_glyph(const Glyph& glyph);
  void open_strings();
  void close_strings();
  void move_pen(float to);
  void rise(float height);

  const LaidDocument& document_;
  const GlyphRun& run_;
  const WrittenFont& font_;
  ContentStream& content_;
  std::uint32_t next_glyph_ = 0;
  float wanted_ = 0;  ///< Where the next glyph belongs, in points from the run's beginning.
  float pen_ = 0;     ///< Where a reader has its pen.
  float rise_ = 0;
  bool in_array_ = false;
  bool in_string_ = false;
};

}  // namespace sats
