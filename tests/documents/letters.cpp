#include "documents/letters.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace documents {

namespace {

bool is_space(char32_t letter) { return u_isUWhiteSpace(static_cast<UChar32>(letter)) != 0; }

/// Marks of direction, joiners and soft hyphens, which nobody sees.
bool is_invisible(char32_t letter) {
  return letter == 0xAD || letter == 0x200B || u_charType(static_cast<UChar32>(letter)) == U_FORMAT_CHAR;
}

constexpr std::size_t kAround = 60;

}  // namespace

std::u32string to_utf32(std::string_view text) {
  const auto units = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::u32string out;
  for (std::int32_t i = 0; i < units.length(); i = units.moveIndex32(i, 1)) {
    out += static_cast<char32_t>(units.char32At(i));
  }
  return out;
}

std::string to_utf8(const std::u32string& text) {
  icu::UnicodeString units;
  for (const char32_t letter : text) units.append(static_cast<UChar32>(letter));
  std::string out;
  units.toUTF8String(out);
  return out;
}

std::u32string squeezed(const std::u32string& text) {
  std::u32string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char32_t letter) { return !is_space(letter) && !is_invisible(letter); });
  return out;
}

std::u32string squeezed(std::string_view text) { return squeezed(to_utf32(text)); }

void Letters::add(std::string_view text, std::uint32_t page) { add(to_utf32(text), page); }

void Letters::add(const std::u32string& text, std::uint32_t page) {
  for (const char32_t letter : text) {
    if (is_invisible(letter)) continue;
    if (is_space(letter)) {
      gap(Gap::space);
      continue;
    }
    all_.push_back({letter, page, next_});
    next_ = Gap::none;
  }
}

void Letters::gap(Gap gap) { next_ = std::max(next_, gap); }

std::string Letters::text(std::size_t begin, std::size_t end) const {
  std::u32string out;
  for (std::size_t i = begin; i < std::min(end, all_.size()); ++i) {
    if (i > begin && all_[i].before != Gap::none) out += U' ';
    out += all_[i].letter;
  }
  return to_utf8(out);
}

std::string first_difference(const Letters& expected, const Letters& actual) {
  const auto& wanted = expected.all();
  const auto& found = actual.all();
  for (std::size_t i = 0; i < std::max(wanted.size(), found.size()); ++i) {
    const bool both = i < wanted.size() && i < found.size();
    const bool gap_is_right = both && (i == 0 || wanted[i].before == Gap::loose || wanted[i].before == found[i].before);
    if (both && wanted[i].letter == found[i].letter && gap_is_right) continue;
    const std::size_t from = i < kAround ? 0 : i - kAround;
    const auto around = [&](const Letters& letters) {
      return letters.text(from, i) + "⟨" + (i < letters.size() && letters.all()[i].before != Gap::none ? " " : "") +
             letters.text(i, i + kAround) + "⟩";
    };
    return "at letter " + std::to_string(i) + (i < found.size() ? ", page " + std::to_string(found[i].page + 1) : "") +
           "\n  expected: " + around(expected) + "\n  in the PDF: " + around(actual);
  }
  return {};
}

}  // namespace documents
