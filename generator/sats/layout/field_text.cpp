#include "sats/layout/field_text.h"

#include <algorithm>

#include "sats/layout/short_text.h"
#include "sats/layout/silent_space.h"

namespace sats::layout {

namespace {

using style::TextAlign;

/// Puts the words of a text into lines of a width; a word that is wider has a line to itself.
std::vector<std::string_view> lines_of(Shaper& shaper, std::string_view text, const TextStyle& style, float width) {
  std::vector<std::string_view> lines;
  const float space = shaper.measure(" ", style);
  std::size_t begin = 0;
  float filled = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const float word = shaper.measure(text.substr(at, end - at), style);
    if (at > begin && filled + word > width) {
      lines.push_back(text.substr(begin, at - 1 - begin));
      begin = at;
      filled = 0;
    }
    filled += word + space;
    if (end == text.size() || text[end] == '\n') {
      lines.push_back(text.substr(begin, end - begin));
      begin = end + 1;
      filled = 0;
    }
    at = end + 1;
  }
  return lines;
}

/// How far a line of a width is from the left edge of its box.
float indent(const ComputedStyle& style, float room) {
  const bool rtl = style.direction == style::Direction::rtl;
  switch (style.text_align) {
    case TextAlign::center: return room / 2;
    case TextAlign::right: return room;
    case TextAlign::start: return rtl ? room : 0;
    case TextAlign::end: return rtl ? 0 : room;
    default: return 0;
  }
}

}  // namespace

FieldText set_field_text(Document& document, const FormField& field, const ComputedStyle& style, const Rect& content) {
  FieldText set;
  set.first_run = static_cast<std::uint32_t>(document.out.runs.size());
  if (field.value.empty()) return set;
  const auto& measures = document.measures(style);
  const float line_height = measures.ascent + measures.descent;
  const bool area = field.kind == FieldKind::multiline_text;
  const std::vector<std::string_view> lines = area ? lines_of(document.shaper, field.value, measures.text, content.width)
                                                   : std::vector<std::string_view>{field.value};
  float top = area ? content.y : content.y + (content.height - line_height) / 2;
  for (const auto line : lines) {
    const ShortText text(document, line, style);
    const bool below = area && top + line_height > content.y + content.height + line_height / 2;
    set.is_whole = set.is_whole && !below && text.width() <= content.width + 1;
    if (below) break;
    const float room = std::max(0.0F, content.width - text.width());
    set.run_count += text.add_runs(content.x + indent(style, room), top + measures.ascent);
    const bool is_last = line.data() == lines.back().data();
    if (const auto space = silent_space(document, style, content.x, top + measures.ascent); space && !is_last) {
      document.out.runs.push_back(*space);
      ++set.run_count;
    }
    top += line_height;
  }
  return set;
}

}  // namespace sats::layout
