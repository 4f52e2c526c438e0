#include "sats/write/text_painter.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace sats {
namespace {

/// A pen that is off by less than this part of the font size (in thousandths) is left where it is.
constexpr float kTolerance = 2.5F;

/// Letters that stand further apart than this part of the font size are taken for words of their own by readers that look
/// at places only (from 0.1 on in Poppler).
constexpr float kWordGap = 0.08F;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n'; }

void append_code(std::string& out, std::uint16_t glyph) {
  for (const auto byte : {static_cast<char>(glyph >> 8U), static_cast<char>(glyph & 0xFFU)}) {
    if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
    if (byte == '\r') {
      out += "\\r";
    } else {
      out += byte;
    }
  }
}

}  // namespace

TextPainter::TextPainter(const LaidDocument& document, const GlyphRun& run, const WrittenFont& font, ContentStream& content,
                         TextMarks& marks)
    : document_(document), run_(run), font_(font), content_(content), marks_(marks) {}

void TextPainter::open_strings() {
  if (in_array_) return;
  if (!is_said_) marks_.begin_plain();
  content_.operators() += '[';
  in_array_ = true;
}

void TextPainter::close_strings() {
  if (in_string_) content_.operators() += ')';
  if (in_array_) content_.operators() += "]TJ\n";
  in_array_ = in_string_ = false;
}

void TextPainter::move_pen(float to) {
  const float off = (to - pen_) * 1000 / run_.size;
  if (std::fabs(off) < kTolerance) return;
  const float whole = std::round(off);
  std::string& out = content_.operators();
  if (in_string_) out += ')';
  in_string_ = false;
  append_integer(out, -static_cast<std::int64_t>(whole));
  pen_ += whole * run_.size / 1000;
}

void TextPainter::rise(float height) {
  if (std::fabs(height - rise_) < 0.005F) return;
  close_strings();
  append_number(content_.operators(), static_cast<double>(height));
  content_.operators() += " Ts\n";
  rise_ = height;
}

std::uint16_t TextPainter::code_of(const Glyph& glyph) const {
  const FontSubset& subset = *font_.subset;
  return glyph.id < subset.new_glyph.size() ? subset.new_glyph[glyph.id] : std::uint16_t{0};
}

float TextPainter::width_of(const Glyph& glyph) const { return font_.subset->width[code_of(glyph)] * run_.size / 1000; }

void TextPainter::show_glyph(const Glyph& glyph) {
  rise(glyph.y_offset);
  open_strings();
  move_pen(wanted_ + glyph.x_offset);
  std::string& out = content_.operators();
  if (!in_string_) out += '(';
  in_string_ = true;
  append_code(out, code_of(glyph));
  pen_ += width_of(glyph);
  wanted_ += glyph.advance;
}

void TextPainter::show_cluster(const Cluster& cluster) {
  const std::string_view own =
      std::string_view(document_.text).substr(cluster.text_begin, cluster.text_end - cluster.text_begin);
  const Glyph* glyphs = document_.glyphs.data() + cluster.first_glyph;
  const bool says_itself = own.empty() || font_.use->says(glyphs, cluster.glyph_count, own);
  if (!says_itself) begin_said(own);
  for (std::uint32_t i = 0; i < cluster.glyph_count; ++i) show_glyph(glyphs[i]);
  if (!says_itself) end_said();
}

void TextPainter::begin_said(std::string_view words) {
  close_strings();
  std::string entry = "/ActualText";
  append_text(entry, readable(words));
  marks_.begin_said(entry);
  is_said_ = true;
}

void TextPainter::end_said() {
  close_strings();
  marks_.end_said();
  is_said_ = false;
}

bool TextPainter::is_spread(const GlyphRun& run) const {
  // Letters of a run are spread alike, so the first one that is no blank tells.
  const auto last = run.first_glyph + run.glyph_count;
  for (auto i = run.first_glyph; i + 1 < last; ++i) {
    const Glyph& glyph = document_.glyphs[i];
    const bool ends_cluster = document_.glyphs[i + 1].cluster != glyph.cluster;
    if (!ends_cluster ||
        is_blank(document_.text[std::min(run.text_begin + (glyph.cluster - run.cluster_base), run.text_end)]))
      continue;
    return glyph.advance - width_of(glyph) > kWordGap * run.size;
  }
  return false;
}

void TextPainter::show_words(const GlyphRun& run) {
  std::vector<Cluster> word;
  const auto show_word = [&] {
    if (word.empty()) return;
    begin_said(
        std::string_view(document_.text).substr(word.front().text_begin, word.back().text_end - word.front().text_begin));
    for (const auto& cluster : word) {
      for (std::uint32_t i = 0; i < cluster.glyph_count; ++i) show_glyph(document_.glyphs[cluster.first_glyph + i]);
    }
    end_said();
    word.clear();
  };
  for_clusters(document_, run, [&](const Cluster& cluster) {
    const bool is_hyphen = cluster.text_begin == cluster.text_end;
    if (!is_hyphen && !is_blank(document_.text[cluster.text_begin])) return word.push_back(cluster);
    show_word();
    show_cluster(cluster);
  });
  show_word();
}

void TextPainter::show_until(std::uint32_t glyph_end) {
  GlyphRun rest = run_;
  rest.first_glyph += next_glyph_;
  rest.glyph_count = glyph_end - next_glyph_;
  // The last cluster of a part ends where the next part's text begins.
  if (glyph_end < run_.glyph_count) {
    rest.text_end = run_.text_begin + document_.glyphs[run_.first_glyph + glyph_end].cluster - run_.cluster_base;
  }
  if (is_spread(rest))
    show_words(rest);
  else
    for_clusters(document_, rest, [this](const Cluster& cluster) { show_cluster(cluster); });
  next_glyph_ = glyph_end;
  close_strings();
  rise(0);
}

void TextPainter::show_leftwards() {
  std::vector<Cluster> clusters;
  std::vector<float> places;
  float x = 0;
  for_clusters(document_, run_, [&](const Cluster& cluster) {
    clusters.push_back(cluster);
    places.push_back(x);
    for (std::uint32_t i = 0; i < cluster.glyph_count; ++i) x += document_.glyphs[cluster.first_glyph + i].advance;
  });
  for (std::size_t i = clusters.size(); i-- > 0;) {
    wanted_ = places[i];
    show_cluster(clusters[i]);
  }
  close_strings();
  rise(0);
}

}  // namespace sats
