#include "sats/layout/line_breaker.h"

#include <algorithm>

namespace sats::layout {

namespace {

/// Hyphenation is not worth trying for less room than this part of the font size.
constexpr float kLeastRoom = 2;

constexpr float kFits = 0.01F;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

bool ends_token(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// Longer tokens than this in either direction (a hostile document) are looked at in part.
constexpr std::uint32_t kLongestToken = 512;

/// Whether the token around a word is an address or a file's name, in which a hyphen would be read as part of it: it holds
/// an at sign, or a full stop or colon with more behind it, or more than the one slash of `mand/kvinde`.
bool stands_in_address(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const auto first = begin > kLongestToken ? begin - kLongestToken : 0;
  const auto last = std::min<std::size_t>(text.size(), std::size_t{end} + kLongestToken);
  while (begin > first && !ends_token(text[begin - 1])) --begin;
  while (end < last && !ends_token(text[end])) ++end;
  const auto token = text.substr(begin, end - begin);
  const auto letters_end = token.find_last_not_of(".:,;!?)\"'") + 1;
  const auto inside = token.substr(0, letters_end);
  return inside.find_first_of("@.:") != std::string_view::npos || std::ranges::count(inside, '/') > 1 ||
         inside.starts_with('/');
}

}  // namespace

LineBreaker::LineBreaker(Document& document, const Paragraph& paragraph, const PreparedParagraph& prepared)
    : document_(document),
      paragraph_(paragraph),
      prepared_(prepared),
      text_(document.text(paragraph)),
      items_(document.items(paragraph)) {}

const ComputedStyle& LineBreaker::style_at(std::uint32_t offset) const {
  // Items stand in the order of the text: the last text item that begins at or before the offset holds it.
  auto found = std::ranges::upper_bound(items_, offset, {}, &InlineItem::begin);
  while (found != items_.begin()) {
    --found;
    if (found->type == ItemType::text && found->end > offset) return *found->style;
    if (found->end <= offset && found->type == ItemType::text) break;
  }
  return *paragraph_.style;
}

float LineBreaker::hyphen_width(const ComputedStyle& style) {
  return document_.shaper.measure("-", document_.measures(style).text);
}

void LineBreaker::finish(LineBox& line, const LineEnd& end) {
  line.end = end.offset;
  line.content_end = std::max(line.begin, end.content_end);
  line.hyphen = end.kind == BreakKind::soft_hyphen;
  line.width = prepared_.width(line.begin, line.content_end);
  if (line.hyphen) line.width += hyphen_width(style_at(line.content_end - 1));
}

LineBox LineBreaker::cut(std::uint32_t begin, float available) {
  if (!prepared_.has_clones) return cut_words(begin, available);
  const float lead = cloned_edges(items_, begin).begin;
  auto line = cut_words(begin, available - lead);
  line.available = available;
  line.lead = lead;
  line.width += lead + cloned_end(line.end);
  return line;
}

LineBox LineBreaker::cut_words(std::uint32_t begin, float available) {
  LineBox line;
  line.begin = begin;
  line.available = available;
  overflowed_ = false;
  const auto& ends = prepared_.ends;
  if (next_end_ > 0 && (next_end_ >= ends.size() || ends[next_end_ - 1].offset > begin)) next_end_ = 0;
  if (next_end_ == 0) {
    next_end_ = static_cast<std::size_t>(std::ranges::upper_bound(ends, begin, {}, &LineEnd::offset) - ends.begin());
  }
  while (next_end_ < ends.size() && ends[next_end_].offset <= begin) ++next_end_;
  const LineEnd* best = nullptr;
  auto at = next_end_;
  for (; at < ends.size(); ++at) {
    const auto& end = ends[at];
    const float width = prepared_.width(begin, std::max(begin, end.content_end)) + cloned_end(end.offset);
    if (width > available + kFits) break;
    if (end.kind == BreakKind::soft_hyphen && width + hyphen_width(style_at(end.content_end - 1)) > available + kFits)
      continue;
    best = &end;
    if (end.kind == BreakKind::mandatory) break;
  }
  if (best != nullptr) {
    finish(line, *best);
    next_end_ = static_cast<std::size_t>(best - ends.data());
    if (best->kind == BreakKind::mandatory || at >= ends.size()) return line;
  }
  const auto word_from = best == nullptr ? begin : best->offset;
  available -= cloned_end(word_from + 1);
  hyphenate(line, word_from, ends[at].content_end, available);
  if (line.end > begin) return line;
  const auto& style = style_at(begin);
  const bool keeps_line = style.white_space == style::WhiteSpace::nowrap || style.white_space == style::WhiteSpace::pre;
  const bool anywhere = style.overflow_wrap != style::OverflowWrap::normal ||
                        style.word_break == style::WordBreak::break_all || paragraph_.breaks_words;
  if (anywhere && !keeps_line) break_anywhere(line, ends[at].content_end, available);
  if (line.end > begin) return line;
  finish(line, ends[at]);
  overflowed_ = true;
  return line;
}

void LineBreaker::hyphenate(LineBox& line, std::uint32_t from, std::uint32_t to, float available) {
  const auto& style = style_at(from);
  if (style.hyphens != style::Hyphens::auto_ || style.white_space == style::WhiteSpace::nowrap) return;
  if (available - prepared_.width(line.begin, from) < kLeastRoom * style.font_size) return;
  for (auto begin = from; begin < to;) {
    while (begin < to && !is_letter(text_[begin])) ++begin;
    auto end = begin;
    while (end < to && is_letter(text_[end])) ++end;
    if (end > begin && prepared_.width(line.begin, end) > available) {
      if (!stands_in_address(text_, begin, end)) try_hyphen(line, begin, end, available, style);
      return;
    }
    begin = end;
  }
}

bool LineBreaker::try_hyphen(LineBox& line, std::uint32_t word_begin, std::uint32_t word_end, float available,
                             const ComputedStyle& style) {
  const auto word = text_.substr(word_begin, word_end - word_begin);
  const auto points = document_.hyphenation.points(word, document_.language(style));
  const float room = available - hyphen_width(style) + kFits;
  for (auto point = points.rbegin(); point != points.rend(); ++point) {
    const auto offset = word_begin + *point;
    const float width = prepared_.width(line.begin, offset);
    // A ligature across the point has its whole width before it.
    if (width > room || prepared_.position[offset] == prepared_.position[offset + 1]) continue;
    line.end = offset;
    line.content_end = offset;
    line.hyphen = true;
    line.width = width + hyphen_width(style);
    return true;
  }
  return false;
}

void LineBreaker::break_anywhere(LineBox& line, std::uint32_t to, float available) {
  // As many bytes as fit, then back to the start of a letter.
  const auto first = prepared_.position.begin() + line.begin;
  const auto limit = prepared_.position[line.begin] + available + kFits;
  auto fit = static_cast<std::uint32_t>(std::upper_bound(first, prepared_.position.begin() + to + 1, limit) -
                                        prepared_.position.begin());
  fit = std::clamp(fit == 0 ? 0 : fit - 1, line.begin, to);
  const auto window_end = std::min<std::uint32_t>(to, fit + 64);
  std::vector<std::uint32_t> graphemes;
  const auto window_begin = line.begin;
  find_graphemes(text_.substr(window_begin, window_end - window_begin), graphemes);
  std::uint32_t chosen = 0;
  for (const auto end : graphemes) {
    if (window_begin + end <= fit || chosen == 0) chosen = end;
  }
  if (chosen == 0) return;
  line.end = window_begin + chosen;
  line.content_end = line.end;
  line.width = prepared_.width(line.begin, line.end);
}

}  // namespace sats::layout
