#include "base/active_svg.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"

namespace base {

namespace {

/// Elements that run something, hold foreign markup or change addresses while the picture is shown.
constexpr std::array<std::string_view, 9> kActiveElements{"script", "foreignobject", "iframe",  "object",          "embed",
                                                          "set",    "animate",       "handler", "animatetransform"};

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':';
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view take_name(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_name_char);
  const auto name = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(name.size());
  return name;
}

void skip_spaces(std::string_view& text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
}

/// The name behind a prefix: `script` of `svg:script`.
std::string_view local_name(std::string_view name) { return name.substr(std::min(name.rfind(':') + 1, name.size())); }

/// A reference to a part of the picture itself, or to a picture that is written out in it.
bool is_harmless_address(std::string_view value) {
  skip_spaces(value);
  const bool picture = value.starts_with("data:image/png") || value.starts_with("data:image/jpeg");
  return value.empty() || value.starts_with('#') || picture;
}

bool is_active_attribute(std::string_view name, std::string_view value) {
  const auto local = local_name(name);
  if (local.starts_with("on")) return true;
  if (local == "href" || local == "src") return !is_harmless_address(value);
  return value.find("javascript:") != std::string_view::npos;
}

/// Whether an element does more than draw; `text` stands behind its `<` and is moved past its attributes.
bool is_active_element(std::string_view& text) {
  const auto name = local_name(take_name(text));
  if (std::find(kActiveElements.begin(), kActiveElements.end(), name) != kActiveElements.end()) return true;
  for (skip_spaces(text); !text.empty() && text.front() != '>' && text.front() != '<'; skip_spaces(text)) {
    const auto attribute = take_name(text);
    skip_spaces(text);
    if (attribute.empty() || !text.starts_with('=')) {
      if (attribute.empty()) text.remove_prefix(1);
      continue;
    }
    text.remove_prefix(1);
    skip_spaces(text);
    const char quote = text.empty() ? '\0' : text.front();
    if (quote != '"' && quote != '\'') return true;
    const auto end = text.find(quote, 1);
    if (end == std::string_view::npos) return true;
    if (is_active_attribute(attribute, text.substr(1, end - 1))) return true;
    text.remove_prefix(end + 1);
  }
  return false;
}

/// Entities could spell any element; processing instructions other than the declaration name style sheets.
bool has_active_prologue(std::string_view svg) {
  if (svg.find("<!entity") != std::string_view::npos) return true;
  for (auto at = svg.find("<?"); at != std::string_view::npos; at = svg.find("<?", at + 2)) {
    if (!svg.substr(at).starts_with("<?xml ")) return true;
  }
  return false;
}

}  // namespace

bool is_active_svg(std::string_view bytes) {
  const auto svg = lower_ascii(bytes);
  if (has_active_prologue(svg) || svg.find('\0') != std::string::npos) return true;
  if (svg.find("@import") != std::string::npos || svg.find("url(http") != std::string::npos) return true;
  std::string_view rest(svg);
  for (auto at = rest.find('<'); at != std::string_view::npos; at = rest.find('<')) {
    rest.remove_prefix(at + 1);
    const bool is_element = !rest.empty() && rest.front() >= 'a' && rest.front() <= 'z';
    if (is_element && is_active_element(rest)) return true;
  }
  return false;
}

}  // namespace base
