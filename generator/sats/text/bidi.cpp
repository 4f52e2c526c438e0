#include "sats/text/bidi.h"

#include <unicode/ubidi.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>

#include "sats/text/utf8_step.h"

namespace sats {
namespace {

struct BidiEnd {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// Whether a paragraph may hold right-to-left letters or direction marks. Such letters begin at U+0590 (first byte D6);
/// above U+0900 there are few blocks of them, and general punctuation holds the marks.
bool may_turn(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0xD6) continue;
    const unsigned next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
    const unsigned third = i + 2 < text.size() ? static_cast<unsigned char>(text[i + 2]) : 0;
    if (byte <= 0xDF || (byte == 0xE0 && next <= 0xA3) || (byte == 0xEF && next >= 0xAC && next <= 0xBB)) return true;
    if (byte == 0xE2 && next == 0x80 && (third == 0x8F || (third >= 0xAA && third <= 0xAE))) return true;
    if (byte == 0xE2 && next == 0x81 && third >= 0xA6 && third <= 0xA9) return true;
    if (byte == 0xF0 && (next == 0x90 || next == 0x9E)) return true;
  }
  return false;
}

/// UTF-16 of a text, and for each unit the byte it came from (and one past the end).
struct WideText {
  std::u16string units;
  std::vector<std::uint32_t> bytes;
};

WideText widen(std::string_view text) {
  WideText wide;
  for (std::uint32_t at = 0; at < text.size();) {
    const std::uint32_t begin = at;
    const char32_t letter = next_code_point(text, at);
    wide.bytes.push_back(begin);
    if (letter < 0x10000) {
      wide.units.push_back(static_cast<char16_t>(letter));
      continue;
    }
    wide.units.push_back(static_cast<char16_t>(0xD7C0U + (letter >> 10U)));
    wide.units.push_back(static_cast<char16_t>(0xDC00U + (letter & 0x3FFU)));
    wide.bytes.push_back(begin);
  }
  wide.bytes.push_back(static_cast<std::uint32_t>(text.size()));
  return wide;
}

}  // namespace

std::vector<BidiRun> bidi_runs(std::string_view paragraph, Direction base) {
  const auto end = static_cast<std::uint32_t>(paragraph.size());
  const std::uint8_t base_level = base == Direction::right_to_left ? 1 : 0;
  const BidiRun plain{0, end, base_level};
  if (paragraph.empty() || (base == Direction::left_to_right && !may_turn(paragraph))) return {plain};

  const WideText wide = widen(paragraph);
  const std::unique_ptr<UBiDi, BidiEnd> bidi(ubidi_open());
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), wide.units.data(), static_cast<std::int32_t>(wide.units.size()), base_level, nullptr, &error);
  if (U_FAILURE(error)) return {plain};

  std::vector<BidiRun> runs;
  for (std::int32_t at = 0; at < static_cast<std::int32_t>(wide.units.size());) {
    std::int32_t limit = 0;
    UBiDiLevel level = 0;
    ubidi_getLogicalRun(bidi.get(), at, &limit, &level);
    runs.push_back({wide.bytes[static_cast<std::size_t>(at)], wide.bytes[static_cast<std::size_t>(limit)], level});
    at = limit;
  }
  return runs;
}

std::vector<std::uint32_t> visual_order(std::span<const std::uint8_t> levels) {
  std::vector<std::uint32_t> order(levels.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto highest = levels.empty() ? levels.end() : std::max_element(levels.begin(), levels.end());
  for (std::uint8_t level = levels.empty() ? 0 : *highest; level > 0; --level) {
    for (std::size_t begin = 0; begin < order.size();) {
      std::size_t end = begin;
      while (end < order.size() && levels[order[end]] >= level) ++end;
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(begin), order.begin() + static_cast<std::ptrdiff_t>(end));
      begin = std::max(end, begin + 1);
    }
  }
  return order;
}

}  // namespace sats
