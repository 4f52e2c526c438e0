#include "guide/inline_places.h"

#include <algorithm>
#include <optional>

namespace guide {

namespace {

/// Marks, escapes and line starts between two inlines are never longer than this, in bytes.
constexpr std::size_t kMaxGap = 64;

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// The length of `&name;` or `&#123;` at the start of a text, or 0.
std::size_t entity_length(std::string_view source) {
  constexpr std::size_t kLongest = 33;
  if (!source.starts_with('&')) return 0;
  const auto end = source.substr(0, kLongest).find_first_of("; \t\n&", 1);
  return end != std::string_view::npos && source[end] == ';' && end > 1 ? end + 1 : 0;
}

std::size_t first_code_point(std::string_view text) {
  std::size_t length = 1;
  while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) ++length;
  return length;
}

/// How many bytes of the source say the text, with escapes and entities; nothing when they say something else.
std::optional<std::size_t> length_in_source(std::string_view source, std::string_view text) {
  const auto whole = source.size();
  while (!text.empty()) {
    if (source.empty()) return std::nullopt;
    const bool escaped = source[0] == '\\' && source.size() > 1 && is_punctuation(source[1]) && text[0] == source[1];
    const auto entity = entity_length(source);
    if (escaped) {
      source.remove_prefix(2);
      text.remove_prefix(1);
    } else if (entity > 0 && !text.starts_with(source.substr(0, entity))) {
      source.remove_prefix(entity);
      text.remove_prefix(first_code_point(text));
    } else if (source[0] == text[0]) {
      source.remove_prefix(1);
      text.remove_prefix(1);
    } else {
      return std::nullopt;
    }
  }
  return whole - source.size();
}

}  // namespace

base::Span InlinePlaces::here(std::size_t skip, std::size_t length) const {
  const auto begin = std::min<std::size_t>(at_ + skip, end_);
  const auto end = std::min<std::size_t>(begin + length, end_);
  return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

base::Span InlinePlaces::of_text(std::string_view text) {
  const auto source = rest();
  for (std::size_t skip = 0; skip <= std::min(kMaxGap, source.size()); ++skip) {
    const auto length = length_in_source(source.substr(skip), text);
    if (!length) continue;
    auto place = here(skip, *length);
    at_ = place.end;
    return place;
  }
  return here(0, 0);
}

base::Span InlinePlaces::of_link_target() {
  const auto text = rest();
  const auto bracket = text.find_first_not_of("*_~`");
  if (bracket == std::string_view::npos || text.substr(bracket, 2) != "](") return here(0, 0);
  const auto begin = text.find_first_not_of(" \t\r\n<", bracket + 2);
  if (begin == std::string_view::npos) return here(0, 0);
  const bool pointed = text[begin - 1] == '<';
  std::size_t open = 0;
  auto end = begin;
  for (; end < text.size(); ++end) {
    if (pointed ? text[end] == '>' : text[end] == ' ' || text[end] == '\n') break;
    if (text[end] == '(') ++open;
    if (!pointed && text[end] == ')' && open-- == 0) break;
  }
  auto place = here(begin, end - begin);
  at_ = place.end;
  return place;
}

base::Span InlinePlaces::of_footnote_mark() {
  const auto text = rest();
  const auto begin = text.substr(0, kMaxGap).find("[^");
  if (begin == std::string_view::npos) return here(0, 0);
  const auto end = text.find(']', begin);
  auto place = here(begin, end == std::string_view::npos ? 2 : end + 1 - begin);
  at_ = place.end;
  return place;
}

base::Span InlinePlaces::of_line_end() {
  const auto newline = rest().find('\n');
  if (newline == std::string_view::npos) return here(0, 0);
  auto place = here(newline, 1);
  at_ = place.end;
  return place;
}

}  // namespace guide
