#include <algorithm>

#include "sats/layout/line_flow.h"
#include "sats/text/bidi.h"
#include "sats/text/white_space.h"

namespace sats::layout {

using style::TextAlign;
using style::TextAlignLast;

bool LineFlow::begins_at_right(const LineBox& line) const {
  if (style_.unicode_bidi != style::UnicodeBidi::plaintext) return style_.direction == style::Direction::rtl;
  // The first letter with a direction decides for all lines up to a line feed (css-text-3 §7.1).
  const auto before = line.begin > 0 ? text_.rfind('\n', line.begin - 1) : std::string_view::npos;
  const auto begin = before == std::string_view::npos ? 0 : before + 1;
  return direction_of(text_.substr(begin, text_.find('\n', line.begin) - begin)) == Direction::right_to_left;
}

void LineFlow::align(LineBox& line) const {
  const float rest = line.available - line.width;
  if (rest <= 0) return;
  if (prepared_.has_flexible) {
    const auto count = std::ranges::count_if(items_, [&line](const InlineItem& item) {
      return item.type == ItemType::leader && item.begin >= line.begin && item.begin < line.content_end;
    });
    if (count > 0) {
      line.stretch = rest / static_cast<float>(count);
      line.width = line.available;
      return;
    }
  }
  const bool forced_end = is_last(line) || (line.end > 0 && text_[line.end - 1] == '\n');
  auto align = style_.text_align;
  if (forced_end && style_.text_align_last != TextAlignLast::auto_) {
    align = static_cast<TextAlign>(static_cast<int>(style_.text_align_last) - 1);
  } else if (forced_end && align == TextAlign::justify) {
    align = TextAlign::start;
  }
  const bool rtl = begins_at_right(line);
  if (align == TextAlign::start) align = rtl ? TextAlign::right : TextAlign::left;
  if (align == TextAlign::end) align = rtl ? TextAlign::left : TextAlign::right;
  if (align == TextAlign::right) line.x += rest;
  if (align == TextAlign::center) line.x += rest / 2;
  if (align != TextAlign::justify) return;
  int spaces = 0;
  for (auto at = line.begin; at < line.content_end; ++at) spaces += is_word_separator(text_, at) ? 1 : 0;
  if (spaces > 0) {
    line.stretch = rest / static_cast<float>(spaces);
    line.width = line.available;
  }
}

}  // namespace sats::layout
