#include "sats/write/text_painter.h"

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace sats {
namespace {

/// A pen that is off by less than this part of the font size (in thousandths) is left where it is.
constexpr float kTolerance = 2.5F;

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

TextPainter::TextPainter(const LaidDocument& document, const GlyphRun& run, const WrittenFont& font, ContentStream& content)
    : document_(document), run_(run), font_(font), content_(content) {}

void TextPainter::open_strings() {
  if (in_array_) return;
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

void TextPainter::show_glyph(const Glyph& glyph) {
  rise(glyph.y_offset);
  open_strings();
  move_pen(wanted_ + glyph.x_offset);
  std::string& out = content_.operators();
  if (!in_string_) out += '(';
  in_string_ = true;
  const FontSubset& subset = *font_.subset;
  const std::uint16_t code = glyph.id < subset.new_glyph.size() ? subset.new_glyph[glyph.id] : std::uint16_t{0};
  append_code(out, code);
  pen_ += subset.width[code] * run_.size / 1000;
  wanted_ += glyph.advance;
}

void TextPainter::show_cluster(const Cluster& cluster) {
  const std::string_view own =
      std::string_view(document_.text).substr(cluster.text_begin, cluster.text_end - cluster.text_begin);
  const Glyph* glyphs = document_.glyphs.data() + cluster.first_glyph;
  const bool says_itself = own.empty() || font_.use->says(glyphs, cluster.glyph_count, own);
  if (!says_itself) {
    close_strings();
    std::string properties = "<</ActualText";
    append_text(properties, readable(own));
    content_.begin_span(properties + ">>");
  }
  for (std::uint32_t i = 0; i < cluster.glyph_count; ++i) show_glyph(glyphs[i]);
  if (!says_itself) {
    close_strings();
    content_.end_span();
  }
}

void TextPainter::show_until(std::uint32_t glyph_end) {
  GlyphRun rest = run_;
  rest.first_glyph += next_glyph_;
  rest.glyph_count = glyph_end - next_glyph_;
  // The last cluster of a part ends where the next part's text begins.
  if (glyph_end < run_.glyph_count) {
    rest.text_end = run_.text_begin + document_.glyphs[run_.first_glyph + glyph_end].cluster - run_.cluster_base;
  }
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
