#include "cmap.h"

#include <cstddef>
#include <vector>

namespace pdf_checker {
namespace {

unsigned digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  return c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A' + 10) : 0;
}

/// The next `<…>` before `end`, moving behind it; false when there is none.
bool next_hex(std::string_view text, std::size_t& at, std::size_t end, std::string& digits) {
  const std::size_t open = text.find('<', at);
  const std::size_t close = open >= end ? std::string_view::npos : text.find('>', open);
  if (close == std::string_view::npos || close > end) return false;
  digits = text.substr(open + 1, close - open - 1);
  at = close + 1;
  return true;
}

unsigned number(const std::string& digits) {
  unsigned value = 0;
  for (const char c : digits) value = value * 16 + digit(c);
  return value;
}

std::u16string units(const std::string& digits) {
  std::u16string text;
  for (std::size_t i = 0; i + 4 <= digits.size(); i += 4) text += static_cast<char16_t>(number(digits.substr(i, 4)));
  return text;
}

void read_section(std::string_view text, std::size_t begin, std::size_t end, bool ranges, CMap& map) {
  std::string first;
  std::string last;
  std::string value;
  for (std::size_t at = begin; next_hex(text, at, end, first);) {
    if (ranges && !next_hex(text, at, end, last)) return;
    if (!next_hex(text, at, end, value)) return;
    std::u16string letters = units(value);
    for (unsigned code = number(first); code <= (ranges ? number(last) : number(first)); ++code) {
      map[code] = letters;
      if (!letters.empty()) ++letters.back();
    }
  }
}

}  // namespace

CMap read_cmap(std::string_view text) {
  CMap map;
  struct Section {
    std::string_view begin;
    std::string_view end;
    bool ranges;
  };
  for (const Section& section : {Section{"beginbfchar", "endbfchar", false}, Section{"beginbfrange", "endbfrange", true}}) {
    for (std::size_t at = text.find(section.begin); at != std::string_view::npos; at = text.find(section.begin, at)) {
      at += section.begin.size();
      const std::size_t end = text.find(section.end, at);
      if (end == std::string_view::npos) break;
      read_section(text, at, end, section.ranges, map);
    }
  }
  return map;
}

}  // namespace pdf_checker
