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

/// UTF-16 of a text with its controls, and for each unit the byte it came from (and one past the end).
class WideText {
 public:
  WideText(std::string_view text, std::span<const BidiControl> controls) {
    for (std::uint32_t at = 0; at < text.size();) {
      while (!controls.empty() && controls.front().offset <= at) {
        put_control(controls.front().sign, at);
        controls = controls.subspan(1);
      }
      const std::uint32_t begin = at;
      put(next_code_point(text, at), begin);
      if (text[begin] == '\n') go_on_behind_line(at);
    }
    bytes_.push_back(static_cast<std::uint32_t>(text.size()));
  }

  [[nodiscard]] const std::u16string& units() const { return units_; }
  [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(units_.size()); }
  [[nodiscard]] std::uint32_t byte(std::int32_t unit) const { return bytes_[static_cast<std::size_t>(unit)]; }

 private:
  void put(char32_t letter, std::uint32_t byte) {
    bytes_.push_back(byte);
    if (letter < 0x10000) {
      units_.push_back(static_cast<char16_t>(letter));
      return;
    }
    units_.push_back(static_cast<char16_t>(0xD7C0U + (letter >> 10U)));
    units_.push_back(static_cast<char16_t>(0xDC00U + (letter & 0x3FFU)));
    bytes_.push_back(byte);
  }

  void put_control(char16_t sign, std::uint32_t byte) {
    const bool closes = sign == kPopDirection || sign == kPopIsolate;
    if (closes && open_.empty()) return;
    if (closes)
      open_.pop_back();
    else
      open_.push_back(sign);
    put(sign, byte);
  }

  /// A line feed ends a paragraph for the algorithm, and all that was open with it (annex 9, rule X8).
  void go_on_behind_line(std::uint32_t byte) {
    for (const char16_t sign : open_) put(sign, byte);
  }

  std::u16string units_;
  std::vector<std::uint32_t> bytes_;
  std::u16string open_;
};

UBiDiLevel base_level(Direction base) {
  switch (base) {
    case Direction::left_to_right: return 0;
    case Direction::right_to_left: return 1;
    case Direction::from_text: return UBIDI_DEFAULT_LTR;
  }
  return 0;
}

}  // namespace

std::vector<BidiRun> bidi_runs(std::string_view paragraph, Direction base, std::span<const BidiControl> controls) {
  const BidiRun plain{0, static_cast<std::uint32_t>(paragraph.size()),
                      static_cast<std::uint8_t>(base == Direction::right_to_left ? 1 : 0)};
  const bool may_be_mixed = base == Direction::right_to_left || !controls.empty() || may_turn(paragraph);
  if (paragraph.empty() || !may_be_mixed) return {plain};

  const WideText wide(paragraph, controls);
  const std::unique_ptr<UBiDi, BidiEnd> bidi(ubidi_open());
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), wide.units().data(), wide.size(), base_level(base), nullptr, &error);
  // Asking for one run after the other takes time by the square of their number.
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &error);
  if (U_FAILURE(error) != 0) return {plain};

  std::vector<BidiRun> runs;
  for (std::int32_t at = 0; at < wide.size();) {
    const UBiDiLevel level = levels[at];
    std::int32_t limit = at + 1;
    while (limit < wide.size() && levels[limit] == level) ++limit;
    const BidiRun run{wide.byte(at), wide.byte(limit), level};
    at = limit;
    // Control signs have levels too, and no bytes.
    if (run.begin == run.end) continue;
    if (!runs.empty() && runs.back().level == level)
      runs.back().end = run.end;
    else
      runs.push_back(run);
  }
  return runs;
}

std::uint8_t level_at(std::span<const BidiRun> runs, std::uint32_t offset) {
  const auto run = std::ranges::upper_bound(runs, offset, {}, &BidiRun::end);
  return run == runs.end() ? std::uint8_t{0} : run->level;
}

Direction direction_of(std::string_view text) {
  if (!may_turn(text)) return Direction::left_to_right;
  const WideText wide(text, {});
  return ubidi_getBaseDirection(wide.units().data(), wide.size()) == UBIDI_RTL ? Direction::right_to_left
                                                                               : Direction::left_to_right;
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
