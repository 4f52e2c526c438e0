#include "guide/text_pieces.h"

namespace guide {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string_view slice(const base::Span& where) {
  return std::string_view(where.source->text).substr(where.begin, where.end - where.begin);
}

base::Span place_of(std::string_view text, const base::Span& within) {
  const auto found = slice(within).find(text);
  if (found == std::string_view::npos) return within;
  const auto begin = within.begin + static_cast<std::uint32_t>(found);
  return {within.source, begin, begin + static_cast<std::uint32_t>(text.size())};
}

}  // namespace guide
