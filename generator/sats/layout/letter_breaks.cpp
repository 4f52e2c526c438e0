#include "sats/layout/letter_breaks.h"

#include "sats/text/keep_all.h"

namespace sats::layout {

namespace {

bool breaks_anywhere(const InlineItem& item) {
  if (item.type != ItemType::text || item.style->word_break != style::WordBreak::break_all) return false;
  return item.style->white_space != style::WhiteSpace::nowrap && item.style->white_space != style::WhiteSpace::pre;
}

}  // namespace

void break_between_letters(std::string_view text, std::span<const InlineItem> items, PreparedParagraph& paragraph) {
  auto& ends = paragraph.ends;
  const auto known = ends.size();
  std::vector<std::uint32_t> graphemes;
  for (const auto& item : items) {
    if (!breaks_anywhere(item)) continue;
    graphemes.clear();
    find_graphemes(text.substr(item.begin, item.end - item.begin), graphemes);
    for (const auto end : graphemes) {
      const auto offset = item.begin + end;
      const bool in_glyph = offset < text.size() && paragraph.width(offset, offset + 1) <= 0;
      if (!in_glyph && parts_letters(text, offset)) ends.push_back({offset, offset, BreakKind::allowed});
    }
  }
  if (ends.size() == known) return;
  std::ranges::stable_sort(ends, {}, &LineEnd::offset);
  const auto repeated = std::ranges::unique(ends, {}, &LineEnd::offset);
  ends.erase(repeated.begin(), repeated.end());
}

}  // namespace sats::layout
