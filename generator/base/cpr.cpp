#include "base/cpr.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/blank.h"
#include "base/utf8.h"

namespace base {

namespace {

constexpr std::size_t kSerialDigits = 4;

/// What may stand between two groups of digits, beside blanks.
enum class Parting {
  blanks,  ///< Nothing else.
  dot,
  dash,
  any  ///< Blanks, a dash, or both.
};

/// How the digits are put in groups. Two and two with dots or dashes are a
/// date, unless a dash stands before the last four.
struct Form {
  std::array<std::size_t, 4> groups;
  std::size_t count;
  Parting inner;  ///< Between all groups but the last two.
  Parting last;
};
constexpr std::array<Form, 6> kForms{
    Form{{10}, 1, Parting::any, Parting::any},          Form{{6, 4}, 2, Parting::any, Parting::any},
    Form{{4, 2, 4}, 3, Parting::blanks, Parting::any},  Form{{2, 2, 2, 4}, 4, Parting::blanks, Parting::any},
    Form{{2, 2, 2, 4}, 4, Parting::dot, Parting::dash}, Form{{2, 2, 2, 4}, 4, Parting::dash, Parting::dash}};

char32_t hex_value(char c) {
  if (is_digit(c)) return static_cast<char32_t>(c - '0');
  return static_cast<char32_t>((c >= 'a' ? c - 'a' : c - 'A') + 10);
}

/// What JSON means by the escape that a text begins with; the backslash itself
/// when it begins with none.
CodePoint escaped(std::string_view text) {
  constexpr std::size_t kEscapeBytes = 6;  // \u00a0
  const char sign = text.size() > 1 ? text[1] : ' ';
  if (sign == 'n' || sign == 'r' || sign == 't') return {' ', 2};
  const auto digits = text.substr(0, kEscapeBytes).substr(std::min<std::size_t>(text.size(), 2));
  if (sign != 'u' || digits.size() < 4 || !std::ranges::all_of(digits, is_hex_digit)) return {'\\', 1};
  char32_t value = 0;
  for (const char digit : digits) value = value * 16 + hex_value(digit);
  return {value, kEscapeBytes};
}

CodePoint sign_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {'.', 0};
  return text[at] == '\\' ? escaped(text.substr(at)) : first_code_point(text.substr(at));
}

constexpr char32_t kWideZero = 0xFF10;

/// The value of an ordinary digit or one of full width, or nothing.
std::optional<char> digit_of(char32_t sign) {
  if (sign >= '0' && sign <= '9') return static_cast<char>(sign);
  if (sign >= kWideZero && sign <= kWideZero + 9) return static_cast<char>('0' + (sign - kWideZero));
  return std::nullopt;
}

/// The hyphens and dashes of keyboards and word processors, and what stands for them in names of files.
bool is_dash(char32_t sign) {
  return sign == '-' || sign == '_' || (sign >= 0x2010 && sign <= 0x2015) || sign == 0x2212 || sign == 0xFE63 ||
         sign == 0xFF0D;
}

/// Digits that stand together, and where they end.
struct Digits {
  std::string values;
  std::size_t end = 0;
};

Digits digits_at(std::string_view text, std::size_t at) {
  Digits found{.values = {}, .end = at};
  for (auto sign = sign_at(text, at); sign.bytes > 0; sign = sign_at(text, found.end)) {
    const auto digit = digit_of(sign.value);
    if (!digit) break;
    found.values += *digit;
    found.end += sign.bytes;
  }
  return found;
}

std::size_t after_blanks(std::string_view text, std::size_t at) {
  for (auto sign = sign_at(text, at); sign.bytes > 0 && is_blank(sign.value); sign = sign_at(text, at)) at += sign.bytes;
  return at;
}

/// Where the next group begins when what may part it from the one that ends at
/// `at` stands there; else `at` itself.
std::size_t after_parting(std::string_view text, std::size_t at, Parting parting) {
  const auto mark = after_blanks(text, at);
  const auto sign = sign_at(text, mark);
  const bool is_mark = sign.bytes > 0 && (parting == Parting::dot ? sign.value == '.' : is_dash(sign.value));
  if (parting == Parting::blanks) return mark;
  if (!is_mark) return parting == Parting::any ? mark : at;
  return after_blanks(text, mark + sign.bytes);
}

/// Days up to 91: numbers that stand in for one add 60 to the day.
bool may_begin_personal_number(std::string_view digits) {
  const int day = (digits[0] - '0') * 10 + (digits[1] - '0');
  const int month = (digits[2] - '0') * 10 + (digits[3] - '0');
  const bool day_fits = (day >= 1 && day <= 31) || (day >= 61 && day <= 91);
  return day_fits && month >= 1 && month <= 12;
}

/// Where the last four of some digits begin; the first one when there are
/// fewer.
std::size_t serial_of(std::string_view text, std::size_t begin, std::size_t count) {
  for (; count > kSerialDigits; --count) begin += sign_at(text, begin).bytes;
  return begin;
}

/// The number of one form that begins at an offset.
std::optional<PersonalNumber> number_of_form(std::string_view text, std::size_t begin, const Form& form) {
  std::string digits;
  std::size_t at = begin;
  std::size_t serial = begin;
  for (std::size_t i = 0; i < form.count; ++i) {
    if (i > 0) {
      const auto next = after_parting(text, at, i + 1 == form.count ? form.last : form.inner);
      if (next == at) return std::nullopt;
      at = next;
    }
    const auto group = digits_at(text, at);
    if (group.values.size() != form.groups.at(i)) return std::nullopt;
    serial = serial_of(text, at, group.values.size());
    digits += group.values;
    at = group.end;
  }
  if (!may_begin_personal_number(digits)) return std::nullopt;
  return PersonalNumber{.begin = begin, .serial = serial, .end = at};
}

}  // namespace

std::optional<PersonalNumber> find_personal_number(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    const auto sign = sign_at(text, at);
    if (!digit_of(sign.value)) {
      at += sign.bytes;
      continue;
    }
    for (const Form& form : kForms) {
      if (const auto number = number_of_form(text, at, form)) return number;
    }
    at = digits_at(text, at).end;
  }
  return std::nullopt;
}

std::string mask_personal_numbers(std::string text) {
  std::size_t from = 0;
  while (const auto number = find_personal_number(text, from)) {
    std::string mask;
    for (std::size_t at = number->serial; at < number->end;) {
      const auto bytes = sign_at(text, at).bytes;
      mask.append(text[at] == '\\' ? bytes : 1, 'x');
      at += bytes;
    }
    text.replace(number->serial, number->end - number->serial, mask);
    from = number->serial + mask.size();
  }
  return text;
}

}  // namespace base
