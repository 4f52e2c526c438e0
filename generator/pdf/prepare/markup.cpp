#include "pdf/prepare/markup.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>

#include "base/html.h"
#include "pdf/word_list.h"

namespace pdf {

namespace {

constexpr std::array<std::string_view, 15> kVoidElements{"area", "base", "br",    "col",    "embed", "hr",  "img",  "input",
                                                         "link", "meta", "param", "source", "track", "wbr", "frame"};
/// Elements that the next of their kind ends, so that leaving out their end tags does not nest them.
constexpr std::array<std::string_view, 10> kEndedByNext{"p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "thead"};
/// Well above the deepest element, as text between tags may look like tags.
constexpr int kMostOpenElements = 5000;
constexpr std::array<std::string_view, 2> kRawText{"style", "script"};

std::span<void* const> items(const GumboVector& vector) { return {vector.data, vector.length}; }

/// Keeps all that gumbo allocates, so that freeing a hostile tree needs no recursion.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() {
    for (void* block : blocks_) std::free(block);  // NOLINT(cppcoreguidelines-no-malloc)
  }

  static void* allocate(void* arena, std::size_t size) {
    void* block = std::malloc(size);  // NOLINT(cppcoreguidelines-no-malloc)
    if (block == nullptr) std::abort();
    static_cast<Arena*>(arena)->blocks_.push_back(block);
    return block;
  }
  static void release(void* /*arena*/, void* /*block*/) {}

 private:
  std::vector<void*> blocks_;
};

std::string attribute_name(const GumboAttribute& attribute) {
  switch (attribute.attr_namespace) {
    case GUMBO_ATTR_NAMESPACE_XLINK: return std::string("xlink:") + attribute.name;
    case GUMBO_ATTR_NAMESPACE_XML: return std::string("xml:") + attribute.name;
    default: return attribute.name;
  }
}

std::string tag_name(const GumboElement& element) {
  if (element.tag_namespace == GUMBO_NAMESPACE_SVG) {
    GumboStringPiece original = element.original_tag;
    gumbo_tag_from_original_text(&original);
    if (const char* spelling = gumbo_normalize_svg_tagname(&original)) return spelling;
  }
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  GumboStringPiece original = element.original_tag;
  gumbo_tag_from_original_text(&original);
  std::string name(original.data, original.length);
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

bool is_plain_name(std::string_view name) {
  return !name.empty() && name.find_first_of(" \t\r\n\f<>\"'=/&") == std::string_view::npos &&
         name.find('\0') == std::string_view::npos;
}

/// Copies gumbo's tree into ours, down to the deepest element allowed.
class Copier {
 public:
  Node element(const GumboNode& node, int depth) {
    Node copy;
    copy.tag = tag_name(node.v.element);
    for (void* item : items(node.v.element.attributes)) {
      const auto& attribute = *static_cast<const GumboAttribute*>(item);
      auto name = attribute_name(attribute);
      if (is_plain_name(name)) copy.attributes.push_back({std::move(name), attribute.value});
    }
    if (depth >= kDeepestElement) {
      too_deep = too_deep || node.v.element.children.length > 0;
      return copy;
    }
    for (void* item : items(node.v.element.children)) add_child(copy, *static_cast<const GumboNode*>(item), depth);
    return copy;
  }

  bool too_deep = false;

 private:
  void add_child(Node& parent, const GumboNode& child, int depth) {
    switch (child.type) {
      case GUMBO_NODE_ELEMENT:
        if (is_plain_name(tag_name(child.v.element))) parent.children.push_back(element(child, depth + 1));
        break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA: {
        Node text;
        text.text = child.v.text.text;
        parent.children.push_back(std::move(text));
        break;
      }
      default: break;  // Comments, doctypes and templates are not for paper.
    }
  }
};

template <typename Use>
void with_parsed(std::string_view html, const Use& use) {
  Arena arena;
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Arena::allocate;
  options.deallocator = &Arena::release;
  options.userdata = &arena;
  options.max_errors = 0;
  use(*gumbo_parse_with_options(&options, html.data(), html.size()));
}

Node empty_element(std::string_view tag) {
  Node node;
  node.tag = tag;
  return node;
}

const GumboNode* find_svg(const GumboNode& node, int depth) {
  if (node.type != GUMBO_NODE_ELEMENT || depth > kDeepestElement) return nullptr;
  if (node.v.element.tag == GUMBO_TAG_SVG) return &node;
  for (void* item : items(node.v.element.children)) {
    if (const auto* found = find_svg(*static_cast<const GumboNode*>(item), depth + 1)) return found;
  }
  return nullptr;
}

enum class Syntax { html, xml };

void write_node(std::string& out, const Node& node, Syntax syntax) {
  if (!node.is_element()) {
    base::append_escaped(out, node.text);
    return;
  }
  out += '<';
  out += node.tag;
  for (const auto& [name, value] : node.attributes) {
    out += ' ';
    out += name;
    out += "=\"";
    base::append_escaped(out, value);
    out += '"';
  }
  out += '>';
  if (syntax == Syntax::html && holds(kVoidElements, node.tag)) return;
  // The parser swallows a line break right after these tags, so one more is needed for the first to stay.
  if ((node.tag == "pre" || node.tag == "textarea") && !node.children.empty() &&
      node.children.front().text.starts_with('\n'))
    out += '\n';
  for (const auto& child : node.children) {
    if (syntax == Syntax::html && holds(kRawText, node.tag)) {
      out += child.text;
    } else {
      write_node(out, child, syntax);
    }
  }
  out += "</";
  out += node.tag;
  out += '>';
}

void gather_text(const Node& node, std::string& out) {
  out += node.text;
  for (const auto& child : node.children) gather_text(child, out);
}

}  // namespace

const std::string* Node::attribute(std::string_view name) const {
  const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.name == name; });
  return found == attributes.end() ? nullptr : &found->value;
}

void Node::set_attribute(std::string_view name, std::string value) {
  const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.name == name; });
  if (found != attributes.end()) {
    found->value = std::move(value);
  } else {
    attributes.push_back({std::string(name), std::move(value)});
  }
}

void Node::add_style(std::string_view declarations) {
  const auto* own = attribute("style");
  set_attribute("style", std::string(declarations) + (own != nullptr ? *own : std::string()));
}

bool opens_without_end(std::string_view html) {
  int open = 0;
  for (auto at = html.find('<'); at != std::string_view::npos && at + 1 < html.size(); at = html.find('<', at + 1)) {
    const auto end = html.find_first_of(" \t\r\n\f/>", at + 2);
    const auto name = html.substr(at + 1, end == std::string_view::npos ? end : end - at - 1);
    if (name.front() == '/') {
      open = std::max(0, open - 1);
    } else if (std::isalpha(static_cast<unsigned char>(name.front())) != 0 && !holds(kVoidElements, name) &&
               !holds(kEndedByNext, name)) {
      if (++open > kMostOpenElements) return true;
    }
  }
  return false;
}

Markup parse_markup(std::string_view html, bool& too_deep) {
  Markup markup;
  with_parsed(html, [&](const GumboOutput& output) {
    Copier copier;
    markup.html = copier.element(*output.root, 0);
    too_deep = copier.too_deep;
  });
  auto& children = markup.html.children;
  std::erase_if(children, [](const Node& node) { return !node.is_element(); });
  const auto take = [&](std::string_view tag) {
    const auto found = std::find_if(children.begin(), children.end(), [&](const Node& node) { return node.tag == tag; });
    return found == children.end() ? empty_element(tag) : std::move(*found);
  };
  auto head = take("head");
  auto body = take("body");
  children.clear();
  children.push_back(std::move(head));
  children.push_back(std::move(body));
  return markup;
}

std::optional<Node> parse_svg(std::string_view svg) {
  std::optional<Node> found;
  with_parsed(svg, [&](const GumboOutput& output) {
    if (const auto* node = find_svg(*output.root, 0)) found = Copier().element(*node, 0);
  });
  return found;
}

std::string write_markup(const Markup& markup) {
  std::string out = "<!DOCTYPE html>\n";
  write_node(out, markup.html, Syntax::html);
  out += '\n';
  return out;
}

std::string write_svg(const Node& svg) {
  Node copy = svg;
  copy.set_attribute("xmlns", "http://www.w3.org/2000/svg");
  copy.set_attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  write_node(out, copy, Syntax::xml);
  return out;
}

std::string text_of(const Node& node) {
  std::string all;
  gather_text(node, all);
  std::string folded;
  for (const char c : all) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!space) {
      folded += c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

}  // namespace pdf
