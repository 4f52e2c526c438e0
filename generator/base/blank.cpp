#include "base/blank.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace base {

namespace {

struct Range {
  char32_t first;
  char32_t last;
};

/// White_Space and Default_Ignorable_Code_Point of the Unicode standard below U+10000, and the empty pattern of braille.
constexpr std::array<Range, 18> kBlanks{{{0x0000, 0x0020},
                                         {0x007F, 0x00A0},
                                         {0x00AD, 0x00AD},
                                         {0x034F, 0x034F},
                                         {0x061C, 0x061C},
                                         {0x115F, 0x1160},
                                         {0x1680, 0x1680},
                                         {0x17B4, 0x17B5},
                                         {0x180B, 0x180F},
                                         {0x2000, 0x200F},
                                         {0x2028, 0x202F},
                                         {0x205F, 0x206F},
                                         {0x2800, 0x2800},
                                         {0x3000, 0x3000},
                                         {0x3164, 0x3164},
                                         {0xFE00, 0xFE0F},
                                         {0xFEFF, 0xFEFF},
                                         {0xFFA0, 0xFFA0}}};

}  // namespace

bool is_blank(char32_t code_point) {
  return std::ranges::any_of(kBlanks,
                             [=](const Range& range) { return code_point >= range.first && code_point <= range.last; });
}

bool is_blank(std::string_view text) {
  while (!text.empty()) {
    const auto [value, bytes] = first_code_point(text);
    if (!is_blank(value)) return false;
    text.remove_prefix(bytes);
  }
  return true;
}

}  // namespace base
