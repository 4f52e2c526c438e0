#include "sats/layout/bidi_controls.h"

#include <algorithm>

namespace sats::layout {

namespace {

using style::UnicodeBidi;

/// What opens a kind of embedding in each direction; the second sign is inside the first.
struct OpeningRow {
  UnicodeBidi kind;
  std::u16string_view left_to_right;
  std::u16string_view right_to_left;
};
constexpr OpeningRow kOpenings[] = {
    {UnicodeBidi::embed, u"\u202A", u"\u202B"},         {UnicodeBidi::isolate, u"\u2066", u"\u2067"},
    {UnicodeBidi::bidi_override, u"\u202D", u"\u202E"}, {UnicodeBidi::isolate_override, u"\u2068\u202D", u"\u2068\u202E"},
    {UnicodeBidi::plaintext, u"\u2068", u"\u2068"},
};

std::u16string_view opening_of(const ComputedStyle& style) {
  const auto* row = std::ranges::find(kOpenings, style.unicode_bidi, &OpeningRow::kind);
  if (row == std::end(kOpenings)) return {};
  return style.direction == style::Direction::rtl ? row->right_to_left : row->left_to_right;
}

bool is_isolate(char16_t sign) { return sign >= kLeftToRightIsolate && sign <= kFirstStrongIsolate; }

void open(std::u16string_view signs, std::uint32_t offset, std::vector<BidiControl>& controls) {
  for (const char16_t sign : signs) controls.push_back({offset, sign});
}

void close(std::u16string_view signs, std::uint32_t offset, std::vector<BidiControl>& controls) {
  for (auto i = signs.size(); i-- > 0;) controls.push_back({offset, is_isolate(signs[i]) ? kPopIsolate : kPopDirection});
}

}  // namespace

Direction base_direction(const ComputedStyle& style) {
  if (style.unicode_bidi == UnicodeBidi::plaintext) return Direction::from_text;
  return style.direction == style::Direction::rtl ? Direction::right_to_left : Direction::left_to_right;
}

std::vector<BidiControl> bidi_controls(const ComputedStyle& paragraph, std::span<const InlineItem> items) {
  std::vector<BidiControl> controls;
  // A block is isolated anyway; only its overriding reaches into its lines.
  const bool overrides =
      paragraph.unicode_bidi == UnicodeBidi::bidi_override || paragraph.unicode_bidi == UnicodeBidi::isolate_override;
  if (overrides)
    controls.push_back({0, paragraph.direction == style::Direction::rtl ? kRightToLeftOverride : kLeftToRightOverride});
  for (const auto& item : items) {
    if (item.style->unicode_bidi == UnicodeBidi::normal || item.partner == kNone) continue;
    if (item.type == ItemType::open) open(opening_of(*item.style), item.begin, controls);
    if (item.type == ItemType::close) close(opening_of(*item.style), item.begin, controls);
  }
  return controls;
}

}  // namespace sats::layout
