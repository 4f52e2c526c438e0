#include "sats/html/svg_text.h"

#include <algorithm>
#include <string_view>

#include "sats/text/white_space.h"

namespace sats::html {

namespace {

/// Drawings that are nested deeper are cut there.
constexpr int kDeepest = 200;

constexpr std::string_view kNamespaces = R"( xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink")";

/// Characters with a meaning in XML as entities; control characters, which XML forbids, are left out.
void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    const bool forbidden = static_cast<unsigned char>(c) < 0x20 && !is_white_space(c);
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '"')
      out += "&quot;";
    else if (!forbidden && c != '\f')
      out += c;
  }
}

/// Whether a name can stand in XML, without the prefix of a namespace that nobody declares.
bool is_name(std::string_view name) {
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  return !name.empty() && (is_letter(name[0]) || name[0] == '_') && std::ranges::all_of(name, [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || static_cast<unsigned char>(c) > 127;
  });
}

std::string name_of(const GumboElement& element) {
  GumboStringPiece piece = element.original_tag;
  if (piece.data == nullptr) return gumbo_normalized_tagname(element.tag);
  gumbo_tag_from_original_text(&piece);
  if (const char* proper = gumbo_normalize_svg_tagname(&piece); proper != nullptr) return proper;
  std::string name(piece.data, piece.length);
  std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return name;
}

void append_attributes(std::string& out, const GumboVector& attributes) {
  for (unsigned i = 0; i < attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(attributes.data[i]);
    std::string_view name = attribute.name;
    std::string_view prefix;
    if (attribute.attr_namespace == GUMBO_ATTR_NAMESPACE_XLINK || name.starts_with("xlink:")) prefix = "xlink:";
    if (attribute.attr_namespace == GUMBO_ATTR_NAMESPACE_XML || name.starts_with("xml:")) prefix = "xml:";
    if (name.starts_with(prefix)) name.remove_prefix(prefix.size());
    const bool declares = attribute.attr_namespace == GUMBO_ATTR_NAMESPACE_XMLNS || name.starts_with("xmlns");
    if (declares || !is_name(name)) continue;
    out += ' ';
    out += prefix;
    out += name;
    out += "=\"";
    append_escaped(out, attribute.value);
    out += '"';
  }
}

void append_node(std::string& out, const GumboNode& node, int depth) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA)
    return append_escaped(out, node.v.text.text);
  if (node.type != GUMBO_NODE_ELEMENT || depth > kDeepest) return;
  const auto& element = node.v.element;
  const auto name = name_of(element);
  if (!is_name(name)) return;
  out += '<' + name;
  if (depth == 0) out += kNamespaces;
  append_attributes(out, element.attributes);
  if (element.children.length == 0) {
    out += "/>";
    return;
  }
  out += '>';
  for (unsigned i = 0; i < element.children.length; ++i)
    append_node(out, *static_cast<const GumboNode*>(element.children.data[i]), depth + 1);
  out += "</" + name + '>';
}

void append_words(std::string& out, const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA)
    out += node.v.text.text;
  if (node.type != GUMBO_NODE_ELEMENT) return;
  for (unsigned i = 0; i < node.v.element.children.length; ++i)
    append_words(out, *static_cast<const GumboNode*>(node.v.element.children.data[i]));
}

}  // namespace

SvgText svg_text(const GumboNode& svg) {
  SvgText text;
  append_node(text.markup, svg, 0);
  const auto& children = svg.v.element.children;
  for (unsigned i = 0; i < children.length && text.title.empty(); ++i) {
    const auto& child = *static_cast<const GumboNode*>(children.data[i]);
    if (child.type != GUMBO_NODE_ELEMENT || name_of(child.v.element) != "title") continue;
    append_words(text.title, child);
    text.title = squeezed(text.title);
  }
  return text;
}

}  // namespace sats::html
