#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pdf {

struct Attribute {
  std::string name;  ///< As it is written, with its prefix (`xlink:href`).
  std::string value;
};

/// A piece of a parsed page: an element when `tag` is set, else text.
struct Node {
  std::string tag;
  std::string text;
  std::vector<Attribute> attributes;
  std::vector<Node> children;
  int mark = 0;  ///< A number that an engine gives to elements it must find again; 0 is none.

  [[nodiscard]] bool is_element() const { return !tag.empty(); }
  [[nodiscard]] const std::string* attribute(std::string_view name) const;
  void set_attribute(std::string_view name, std::string value);
  /// Puts declarations before those that the element has itself; with `!important` they win all the same.
  void add_style(std::string_view declarations);
};

/// A page as a tree: what stands in its head (style elements and title) and in its body.
struct Markup {
  Node html;  ///< `html` with the children `head` and `body`.

  [[nodiscard]] const Node& head() const { return html.children[0]; }
  [[nodiscard]] Node& head() { return html.children[0]; }
  [[nodiscard]] const Node& body() const { return html.children[1]; }
  [[nodiscard]] Node& body() { return html.children[1]; }
};

/// Elements nested deeper than this are left out; it keeps every walk over the tree within the stack.
inline constexpr int kDeepestElement = 400;

/// Whether so many elements stand open at once that reading them would take the parser quadratic time.
bool opens_without_end(std::string_view html);

/// Reads HTML as browsers do. `too_deep` is set when something was left out because of its depth.
Markup parse_markup(std::string_view html, bool& too_deep);

/// The first svg element of an SVG file as a tree, or nothing.
std::optional<Node> parse_svg(std::string_view svg);

/// The page as HTML5 that parses to the same tree.
std::string write_markup(const Markup& markup);

/// An SVG picture as a file of its own (XML).
std::string write_svg(const Node& svg);

/// All text in an element, white space folded to single spaces and trimmed.
std::string text_of(const Node& node);

}  // namespace pdf
