#include "sats/pictures/svg_markup.h"

#include <algorithm>

namespace sats {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool ends_name(char c) { return is_space(c) || c == '=' || c == '/' || c == '>' || c == '<' || c == '"' || c == '\''; }

}  // namespace

std::string_view SvgTag::attribute(std::string_view wanted) const {
  const auto found = std::ranges::find(attributes, wanted, &std::pair<std::string_view, std::string_view>::first);
  return found == attributes.end() ? std::string_view{} : found->second;
}

std::optional<SvgTag> SvgMarkup::fail() {
  failed_ = true;
  return std::nullopt;
}

bool SvgMarkup::skip_past(std::string_view end) {
  const auto found = text_.find(end, at_);
  at_ = found == std::string_view::npos ? text_.size() : found + end.size();
  return found != std::string_view::npos;
}

void SvgMarkup::skip_space() {
  while (at_ < text_.size() && is_space(text_[at_])) ++at_;
}

std::string_view SvgMarkup::take_name() {
  const auto begin = at_;
  while (at_ < text_.size() && !ends_name(text_[at_])) ++at_;
  return text_.substr(begin, at_ - begin);
}

bool SvgMarkup::take_attribute(SvgTag& tag) {
  const auto name = take_name();
  skip_space();
  if (name.empty() || at_ >= text_.size() || text_[at_] != '=') return false;
  ++at_;
  skip_space();
  if (at_ >= text_.size() || (text_[at_] != '"' && text_[at_] != '\'')) return false;
  const auto end = text_.find(text_[at_], at_ + 1);
  if (end == std::string_view::npos) return false;
  const auto value = text_.substr(at_ + 1, end - at_ - 1);
  at_ = end + 1;
  tag.attributes.emplace_back(name, value);
  return value.find('&') == std::string_view::npos;
}

std::optional<SvgTag> SvgMarkup::next() {
  while (true) {
    at_ = std::min(text_.find('<', at_), text_.size());
    if (at_ == text_.size()) return std::nullopt;
    const auto rest = text_.substr(at_);
    if (rest.starts_with("<!--") ? !skip_past("-->") : rest.starts_with("<?") && !skip_past("?>")) return fail();
    if (rest.starts_with("<!--") || rest.starts_with("<?")) continue;
    if (rest.starts_with("<!")) return fail();
    break;
  }
  SvgTag tag;
  ++at_;
  if (at_ < text_.size() && text_[at_] == '/') {
    tag.kind = SvgTag::Kind::closes;
    ++at_;
  }
  tag.name = take_name();
  for (skip_space(); at_ < text_.size() && text_[at_] != '>' && text_[at_] != '/'; skip_space()) {
    if (!take_attribute(tag)) return fail();
  }
  if (at_ < text_.size() && text_[at_] == '/') {
    tag.kind = SvgTag::Kind::stands_alone;
    ++at_;
  }
  if (tag.name.empty() || at_ >= text_.size() || text_[at_] != '>') return fail();
  ++at_;
  return tag;
}

}  // namespace sats
