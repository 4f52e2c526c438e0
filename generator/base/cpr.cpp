#include "base/cpr.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/ascii.h"

namespace base {

namespace {

constexpr std::size_t kSerialDigits = 4;

/// A blank, and the blanks that do not break (U+00A0, U+202F), also as JSON may write them.
constexpr std::array<std::string_view, 6> kBlanks{" ", "\u00a0", "\u202f", "\\u00a0", "\\u00A0", "\\u202f"};

/// The hyphens and dashes of keyboards and word processors (U+2010-U+2014, U+2212), also as JSON may write them.
constexpr std::array<std::string_view, 13> kDashes{"-",       "\u2010",  "\u2011",  "\u2012",  "\u2013",  "\u2014", "\u2212",
                                                   "\\u2010", "\\u2011", "\\u2012", "\\u2013", "\\u2014", "\\u2212"};

enum class Joint { any, dash };

/// How the digits are put in groups; all groups but the last are parted by blanks.
struct Form {
  std::array<std::size_t, 4> groups;
  std::size_t count;
  Joint joint;  ///< What may stand before the last group: two and two digits with blanks alone are a telephone number.
};
constexpr std::array<Form, 4> kForms{Form{{10}, 1, Joint::any}, Form{{6, 4}, 2, Joint::any}, Form{{4, 2, 4}, 3, Joint::any},
                                     Form{{2, 2, 2, 4}, 4, Joint::dash}};

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && base::is_digit(text[at + count])) ++count;
  return count;
}

/// The bytes of one of the signs at an offset, or 0.
std::size_t sign_at(std::string_view text, std::size_t at, std::span<const std::string_view> signs) {
  const auto found = std::ranges::find_if(signs, [&](std::string_view sign) { return text.substr(at).starts_with(sign); });
  return found == signs.end() ? 0 : found->size();
}

std::size_t after_blanks(std::string_view text, std::size_t at) {
  while (const auto bytes = sign_at(text, at, kBlanks)) at += bytes;
  return at;
}

/// Where the last group begins when a dash, blanks or both part it from what ends at `at`; `at` itself when nothing does.
std::size_t after_joint(std::string_view text, std::size_t at, Joint joint) {
  const auto dash = after_blanks(text, at);
  const auto bytes = sign_at(text, dash, kDashes);
  if (bytes == 0 && joint == Joint::dash) return at;
  return after_blanks(text, dash + bytes);
}

/// Days up to 91: numbers that stand in for one add 60 to the day.
bool may_begin_personal_number(std::string_view digits) {
  const int day = (digits[0] - '0') * 10 + (digits[1] - '0');
  const int month = (digits[2] - '0') * 10 + (digits[3] - '0');
  const bool day_fits = (day >= 1 && day <= 31) || (day >= 61 && day <= 91);
  return day_fits && month >= 1 && month <= 12;
}

/// The number of one form that begins at an offset.
std::optional<PersonalNumber> number_of_form(std::string_view text, std::size_t begin, const Form& form) {
  std::string digits;
  std::size_t at = begin;
  for (std::size_t i = 0; i < form.count; ++i) {
    if (i > 0) {
      const auto next = i + 1 == form.count ? after_joint(text, at, form.joint) : after_blanks(text, at);
      if (next == at) return std::nullopt;
      at = next;
    }
    if (digits_at(text, at) != form.groups.at(i)) return std::nullopt;
    digits += text.substr(at, form.groups.at(i));
    at += form.groups.at(i);
  }
  if (!may_begin_personal_number(digits)) return std::nullopt;
  return PersonalNumber{.begin = begin, .serial = at - kSerialDigits};
}

}  // namespace

std::optional<PersonalNumber> find_personal_number(std::string_view text, std::size_t from) {
  for (std::size_t at = from; at < text.size();) {
    if (!base::is_digit(text[at])) {
      // The digits of an escape belong to no number.
      const auto escape = text[at] == '\\' ? std::max(sign_at(text, at, kBlanks), sign_at(text, at, kDashes)) : 0;
      at += std::max<std::size_t>(escape, 1);
      continue;
    }
    for (const Form& form : kForms) {
      if (const auto number = number_of_form(text, at, form)) return number;
    }
    at += digits_at(text, at);
  }
  return std::nullopt;
}

std::string mask_personal_numbers(std::string text) {
  std::size_t from = 0;
  while (const auto number = find_personal_number(text, from)) {
    text.replace(number->serial, kSerialDigits, kSerialDigits, 'x');
    from = number->serial + kSerialDigits;
  }
  return text;
}

}  // namespace base
