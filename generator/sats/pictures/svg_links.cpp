#include "sats/pictures/svg_links.h"

#include <algorithm>
#include <cstddef>

namespace sats {
namespace {

constexpr std::string_view kXmlSpaces = " \t\r\n";

/// A name without its namespace's prefix.
std::string_view local_name(std::string_view name) { return name.substr(name.rfind(':') + 1); }

/// Where the attribute that begins at an offset ends, its quotes too.
std::size_t end_of_attribute(std::string_view svg, std::size_t name_end) {
  const std::size_t equals = svg.find_first_not_of(kXmlSpaces, name_end);
  if (equals == std::string_view::npos || svg[equals] != '=') return name_end;
  const std::size_t quote = svg.find_first_not_of(kXmlSpaces, equals + 1);
  if (quote == std::string_view::npos || (svg[quote] != '"' && svg[quote] != '\'')) return name_end;
  const std::size_t end = svg.find(svg[quote], quote + 1);
  return end == std::string_view::npos ? svg.size() : end + 1;
}

/// Blanks the addresses in a tag from the end of its name on, and gives where the tag ends.
std::size_t blank_addresses(std::string& svg, std::size_t at) {
  while (true) {
    at = std::min(svg.find_first_not_of(kXmlSpaces, at), svg.size());
    if (at == svg.size() || svg[at] == '>' || svg[at] == '<') return at;
    const std::size_t name_end = std::min(svg.find_first_of(" \t\r\n=></", at + 1), svg.size());
    const std::size_t end = end_of_attribute(svg, name_end);
    const bool is_address = local_name(std::string_view(svg).substr(at, name_end - at)) == "href";
    if (is_address)
      std::fill(svg.begin() + static_cast<std::ptrdiff_t>(at), svg.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    at = end;
  }
}

}  // namespace

std::string without_links(std::string svg) {
  for (std::size_t at = svg.find('<'); at != std::string::npos; at = svg.find('<', at)) {
    const std::size_t name_end = std::min(svg.find_first_of(" \t\r\n></", ++at), svg.size());
    if (local_name(std::string_view(svg).substr(at, name_end - at)) == "a") at = blank_addresses(svg, name_end);
  }
  return svg;
}

bool may_hide_links(std::string_view svg) {
  const std::string_view declarations = svg.substr(0, std::min(svg.rfind("]>"), svg.size()));
  const auto has_behind = [&](std::string_view declaration, std::string_view sign) {
    const std::size_t begin = declarations.find(declaration);
    return begin != std::string_view::npos && declarations.find(sign, begin) != std::string_view::npos;
  };
  return has_behind("<!ENTITY", "&#") || has_behind("<!ATTLIST", "href");
}

}  // namespace sats
