#include "sats/layout/link_address.h"

#include <algorithm>
#include <array>

namespace sats::layout {

namespace {

/// Kinds of addresses that mean something on paper and in a reader of PDFs.
constexpr std::array<std::string_view, 5> kSchemes{"http", "https", "mailto", "tel", "sms"};

/// What stands before the colon, in lower case; nothing for an address without.
std::string scheme_of(std::string_view address) {
  const auto end = address.find_first_of(":/?#");
  if (end == std::string_view::npos || address[end] != ':') return {};
  std::string scheme(address.substr(0, end));
  std::ranges::transform(scheme, scheme.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return scheme;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const int letter = (c | 0x20) - 'a';
  return letter >= 0 && letter < 6 ? letter + 10 : -1;
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(text[i + 2]);
    bytes += low < 0 ? text[i] : static_cast<char>(high * 16 + low);
    if (low >= 0) i += 2;
  }
  return bytes;
}

std::string link_address(std::string_view said) {
  std::string address;
  for (const char c : said) {
    const bool is_control = static_cast<unsigned char>(c) < 0x20;
    if (!is_control && (c != ' ' || !address.empty())) address += c;
  }
  address.erase(address.find_last_not_of(' ') + 1);
  const auto scheme = scheme_of(address);
  const bool is_fine = scheme.empty() ? address.find(':') != 0 : std::ranges::find(kSchemes, scheme) != kSchemes.end();
  return is_fine ? address : std::string();
}

}  // namespace sats::layout
