#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sats/page/laid_document.h"
#include "sats/write/clusters.h"
#include "sats/write/content_stream.h"
#include "sats/write/font_writer.h"

namespace sats {

/// The marks around what is shown.
class TextMarks {
 public:
  TextMarks() = default;
  TextMarks(const TextMarks&) = delete;
  TextMarks& operator=(const TextMarks&) = delete;
  virtual ~TextMarks() = default;

  /// What follows says itself by its glyphs.
  virtual void begin_plain() = 0;
  /// What follows is said by words beside it; `actual_text` is their entry of a property list.
  virtual void begin_said(const std::string& actual_text) = 0;
  virtual void end_said() = 0;
};

/// Marks of text that is no part of the structure.
class InnerSpans final : public TextMarks {
 public:
  explicit InnerSpans(ContentStream& content) : content_(content) {}

  void begin_plain() override {}
  void begin_said(const std::string& actual_text) override { content_.begin_span("<<" + actual_text + ">>"); }
  void end_said() override { content_.end_span(); }

 private:
  ContentStream& content_;
};

/// Shows parts of a run one after the other; the pen goes on where it was.
class TextPainter {
 public:
  TextPainter(const LaidDocument& document, const GlyphRun& run, const WrittenFont& font, ContentStream& content,
              TextMarks& marks);

  /// Shows glyphs up to an index of the run (exclusive). Text that the glyphs do not say by themselves is said beside them.
  void show_until(std::uint32_t glyph_end);

  /// Shows a whole run of right-to-left text in the order it is read: a reader of tags takes the order of showing, not of
  /// places on paper.
  void show_leftwards();

 private:
  void show_cluster(const Cluster& cluster);
  /// Whether letters stand so far apart that their words have to be said.
  [[nodiscard]] bool is_spread(const GlyphRun& run) const;
  /// Shows a run word by word, each said as a whole.
  void show_words(const GlyphRun& run);
  void begin_said(std::string_view words);
  void end_said();
  [[nodiscard]] std::uint16_t code_of(const Glyph& glyph) const;
  [[nodiscard]] float width_of(const Glyph& glyph) const;
  void show_glyph(const Glyph& glyph);
  void open_strings();
  void close_strings();
  void move_pen(float to);
  void rise(float height);

  const LaidDocument& document_;
  const GlyphRun& run_;
  const WrittenFont& font_;
  ContentStream& content_;
  TextMarks& marks_;
  std::uint32_t next_glyph_ = 0;
  float wanted_ = 0;  ///< Where the next glyph belongs, in points from the run's beginning.
  float pen_ = 0;     ///< Where a reader has its pen.
  float rise_ = 0;
  bool in_array_ = false;
  bool in_string_ = false;
  bool is_said_ = false;  ///< What is shown is within words that are said beside it.
};

}  // namespace sats
