#include "guide/inline_places.h"

#include <algorithm>

namespace guide {

namespace {

/// Marks, escapes and line starts between two inlines are never longer than this, in bytes.
constexpr std::size_t kMaxGap = 64;

}  // namespace

base::Span InlinePlaces::here(std::size_t skip, std::size_t length) const {
  const auto begin = std::min<std::size_t>(at_ + skip, end_);
  const auto end = std::min<std::size_t>(begin + length, end_);
  return {source_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

base::Span InlinePlaces::of_text(std::string_view text) {
  const auto found = rest().substr(0, kMaxGap + text.size()).find(text);
  if (found == std::string_view::npos) return here(0, 0);
  const auto place = here(found, text.size());
  at_ = place.end;
  return place;
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
  const auto place = here(begin, end - begin);
  at_ = place.end;
  return place;
}

base::Span InlinePlaces::of_footnote_mark() {
  const auto text = rest();
  const auto begin = text.substr(0, kMaxGap).find("[^");
  if (begin == std::string_view::npos) return here(0, 0);
  const auto end = text.find(']', begin);
  const auto place = here(begin, end == std::string_view::npos ? 2 : end + 1 - begin);
  at_ = place.end;
  return place;
}

base::Span InlinePlaces::of_line_end() {
  const auto newline = rest().find('\n');
  if (newline == std::string_view::npos) return here(0, 0);
  const auto place = here(newline, 1);
  at_ = place.end;
  return place;
}

}  // namespace guide
