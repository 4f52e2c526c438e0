#include "sats/text/latin_breaks.h"

#include <unicode/uchar.h>

#include <array>
#include <cstddef>
#include <cstdint>

#include "sats/text/utf8_step.h"

namespace sats {
namespace {

/// The line breaking classes that occur here; a class we do not handle is `other`.
enum class Class : std::uint8_t {
  other,
  al,
  nu,
  sp,
  hy,
  ba,
  b2,
  bb,
  op,
  cl,
  cp,
  qu,
  gl,
  ex,
  is,
  sy,
  pr,
  po,
  bk,
  cr,
  lf,
  in,
  wj,
  zw,
  ns,
  soft_hyphen
};

Class class_of_property(int property) {
  switch (property) {
    case U_LB_ALPHABETIC:
    case U_LB_AMBIGUOUS: return Class::al;
    case U_LB_NUMERIC: return Class::nu;
    case U_LB_SPACE: return Class::sp;
    case U_LB_HYPHEN: return Class::hy;
    case U_LB_BREAK_AFTER: return Class::ba;
    case U_LB_BREAK_BOTH: return Class::b2;
    case U_LB_BREAK_BEFORE: return Class::bb;
    case U_LB_OPEN_PUNCTUATION: return Class::op;
    case U_LB_CLOSE_PUNCTUATION: return Class::cl;
    case U_LB_CLOSE_PARENTHESIS: return Class::cp;
    case U_LB_QUOTATION: return Class::qu;
    case U_LB_GLUE: return Class::gl;
    case U_LB_EXCLAMATION: return Class::ex;
    case U_LB_INFIX_NUMERIC: return Class::is;
    case U_LB_BREAK_SYMBOLS: return Class::sy;
    case U_LB_PREFIX_NUMERIC: return Class::pr;
    case U_LB_POSTFIX_NUMERIC: return Class::po;
    case U_LB_MANDATORY_BREAK:
    case U_LB_NEXT_LINE: return Class::bk;
    case U_LB_CARRIAGE_RETURN: return Class::cr;
    case U_LB_LINE_FEED: return Class::lf;
    case U_LB_INSEPARABLE: return Class::in;
    case U_LB_WORD_JOINER: return Class::wj;
    case U_LB_ZWSPACE: return Class::zw;
    case U_LB_NONSTARTER: return Class::ns;
    default: return Class::other;
  }
}

constexpr char32_t kLettersEnd = 0x530;   // Latin, Greek, Cyrillic
constexpr char32_t kSignsBegin = 0x2000;  // General punctuation to currency signs
constexpr char32_t kSignsEnd = 0x20D0;
constexpr char32_t kSoftHyphen = 0x00AD;

struct ClassTable {
  std::array<Class, kLettersEnd> letters{};
  std::array<Class, kSignsEnd - kSignsBegin> signs{};

  ClassTable() {
    const auto look_up = [](char32_t letter) {
      return class_of_property(u_getIntPropertyValue(static_cast<UChar32>(letter), UCHAR_LINE_BREAK));
    };
    for (char32_t c = 0; c < kLettersEnd; ++c) letters[c] = look_up(c);
    for (char32_t c = kSignsBegin; c < kSignsEnd; ++c) signs[c - kSignsBegin] = look_up(c);
    letters[kSoftHyphen] = Class::soft_hyphen;
  }

  [[nodiscard]] Class of(char32_t letter) const {
    if (letter < kLettersEnd) return letters[letter];
    if (letter >= kSignsBegin && letter < kSignsEnd) return signs[letter - kSignsBegin];
    return Class::other;
  }
};

const ClassTable& class_table() {
  static const ClassTable table;
  return table;
}

template <typename... Classes>
constexpr bool any_of(Class one, Classes... others) {
  return ((one == others) || ...);
}

bool is_hard(Class c) { return any_of(c, Class::bk, Class::cr, Class::lf); }

/// A sign of the text.
struct Sign {
  std::uint32_t offset = 0;
  Class kind = Class::other;
};

/// A possible break and what is known around it.
struct Gap {
  Class before = Class::bk;    ///< The last class on the left that is no space.
  Class directly = Class::bk;  ///< The last class on the left.
  bool in_number = false;      ///< A number goes up to the gap.
  bool number_closed = false;  ///< A number and its closing bracket go up to the gap.
  bool after_break = true;     ///< A line may begin with the sign directly on the left.
  Class right = Class::bk;
  Class after_right = Class::bk;
  Class after_that = Class::bk;
};

constexpr bool is_number_sign(Class c) { return any_of(c, Class::pr, Class::po); }

/// LB25: signs that belong to one number stay together. Says yes when the rule forbids a break.
bool inside_number(const Gap& gap) {
  const bool number_before = gap.in_number || gap.number_closed;
  if (is_number_sign(gap.right)) return number_before;
  if (gap.right == Class::nu) {
    return is_number_sign(gap.before) || any_of(gap.before, Class::hy, Class::is, Class::nu) || gap.in_number;
  }
  const bool number_follows = gap.after_right == Class::nu || (gap.after_right == Class::is && gap.after_that == Class::nu);
  return is_number_sign(gap.before) && any_of(gap.right, Class::op, Class::hy) && number_follows;
}

/// LB21 to LB30 but for LB25: signs that have no space between them and still stay together.
bool sticks(const Gap& gap) {
  const Class before = gap.before;
  const Class right = gap.right;
  if (right == Class::qu || before == Class::qu || before == Class::bb) return true;                     // LB19, LB21
  if (any_of(right, Class::ba, Class::soft_hyphen, Class::hy, Class::ns, Class::in)) return true;        // LB21, LB22
  if (before == Class::hy && right == Class::al && gap.after_break) return true;                         // LB20a
  if (before == Class::al) return any_of(right, Class::al, Class::nu, Class::pr, Class::po, Class::op);  // LB23, 24, 28, 30
  if (before == Class::nu && any_of(right, Class::al, Class::op)) return true;                           // LB23, LB30
  if (right == Class::al) return is_number_sign(before) || any_of(before, Class::is, Class::cp);         // LB24, 29, 30
  return before == Class::cp && right == Class::nu;                                                      // LB30
}

/// Rules LB5 to LB31 of annex 14, as ICU has them, for the classes above: may a line end here?
bool may_break(const Gap& gap) {
  const Class before = gap.before;
  const Class right = gap.right;
  const bool spaces = gap.directly == Class::sp;
  if (any_of(right, Class::sp, Class::zw)) return false;                               // LB7
  if (before == Class::zw) return true;                                                // LB8
  if (right == Class::wj || any_of(gap.directly, Class::wj, Class::gl)) return false;  // LB11, LB12
  const bool after_open = any_of(gap.directly, Class::sp, Class::ba, Class::hy, Class::soft_hyphen);
  if (right == Class::gl && !after_open) return false;                                     // LB12a
  if (before == Class::op) return false;                                                   // LB14
  if (spaces && right == Class::is && gap.after_right == Class::nu) return true;           // LB15c, " .23"
  if (any_of(right, Class::cl, Class::cp, Class::ex, Class::is, Class::sy)) return false;  // LB13
  if (before == Class::qu && right == Class::op) return false;                             // LB15
  if (any_of(before, Class::cl, Class::cp) && right == Class::ns) return false;            // LB16
  if (before == Class::b2 && right == Class::b2) return false;                             // LB17
  return spaces || !(sticks(gap) || inside_number(gap));                                   // LB18, LB31
}

void step_over(Gap& gap, Class now, bool after_break) {
  gap.number_closed = gap.in_number && any_of(now, Class::cl, Class::cp);
  gap.in_number = now == Class::nu || (gap.in_number && any_of(now, Class::sy, Class::is));
  gap.directly = now;
  gap.after_break = after_break;
  if (now != Class::sp) gap.before = now;
}

bool read_signs(std::string_view text, std::vector<Sign>& signs) {
  const ClassTable& table = class_table();
  signs.clear();
  for (std::uint32_t at = 0; at < text.size();) {
    const std::uint32_t offset = at;
    signs.push_back({offset, table.of(next_code_point(text, at))});
    if (signs.back().kind == Class::other) return false;
  }
  return true;
}

}  // namespace

bool find_latin_breaks(std::string_view text, std::vector<BreakOpportunity>& out) {
  thread_local std::vector<Sign> signs;
  if (!read_signs(text, signs)) return false;
  const auto kind_at = [&](std::size_t i) { return i < signs.size() ? signs[i].kind : Class::bk; };
  Gap gap;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    gap.right = signs[i].kind;
    gap.after_right = kind_at(i + 1);
    gap.after_that = kind_at(i + 2);
    const bool line_ended = i > 0 && is_hard(gap.directly) && (gap.directly != Class::cr || gap.right != Class::lf);
    if (line_ended) gap = {.right = gap.right, .after_right = gap.after_right, .after_that = gap.after_that};
    const bool breaks = i > 0 && !line_ended && !is_hard(gap.right) && !is_hard(gap.directly) && may_break(gap);
    if (line_ended) out.push_back({signs[i].offset, BreakKind::mandatory});
    if (breaks)
      out.push_back({signs[i].offset, gap.directly == Class::soft_hyphen ? BreakKind::soft_hyphen : BreakKind::allowed});
    step_over(gap, gap.right, i == 0 || line_ended || breaks);
  }
  return true;
}

}  // namespace sats
