#include "pdf/prepare/clean_markup.h"

#include <algorithm>
#include <array>
#include <functional>

#include "pdf/prepare/clean_css.h"
#include "pdf/prepare/resource_shelf.h"
#include "pdf/word_list.h"

namespace pdf {

namespace {

constexpr std::array<std::string_view, 33> kRefusedElements{"script",
                                                            "iframe",
                                                            "frame",
                                                            "frameset",
                                                            "noframes",
                                                            "object",
                                                            "embed",
                                                            "applet",
                                                            "param",
                                                            "link",
                                                            "base",
                                                            "audio",
                                                            "video",
                                                            "source",
                                                            "track",
                                                            "template",
                                                            "noscript",
                                                            "noembed",
                                                            "xmp",
                                                            "plaintext",
                                                            "portal",
                                                            "bgsound",
                                                            "isindex",
                                                            "math",
                                                            "foreignObject",
                                                            "foreignobject",
                                                            "animate",
                                                            "animateMotion",
                                                            "animateTransform",
                                                            "animateColor",
                                                            "set",
                                                            "feImage",
                                                            "layer"};

/// Attributes that make a browser fetch, send or run something, on whatever element they stand.
constexpr std::array<std::string_view, 27> kRefusedAttributes{
    "action", "archive",    "background", "cite",        "classid",  "code",       "codebase", "content",   "data",
    "dynsrc", "formaction", "icon",       "imagesrcset", "longdesc", "lowsrc",     "manifest", "object",    "ping",
    "poster", "profile",    "srcdoc",     "srcset",      "usemap",   "http-equiv", "xml:base", "autofocus", "nonce"};

/// Links that mean something on paper and in a PDF reader.
constexpr std::array<std::string_view, 5> kLinkSchemes{"http", "https", "mailto", "tel", "sms"};

std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n\f");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\r\n\f") - first + 1));
}

/// What a cleaner asks and tells; the two kinds of document differ only here.
struct Door {
  std::function<std::optional<std::string>(std::string_view)> resource;
  std::function<void(std::string code, std::string_view name)> warn;
};

class MarkupCleaner {
 public:
  explicit MarkupCleaner(const Door& door)
      : door_(door),
        css_{.resolve = [this](std::string_view address) -> std::optional<std::string> {
               if (address.starts_with('#')) return std::string(address);
               return door_.resource(address);
             },
             .refused = [this](std::string_view address) { door_.warn("pdf.css.import", address); }},
        own_parts_{.resolve = [](std::string_view address) -> std::optional<std::string> {
                     if (address.starts_with('#')) return std::string(address);
                     return std::nullopt;
                   },
                   .refused = [](std::string_view) {}} {}

  void clean(Node& node) {
    clean_attributes(node);
    if (node.tag == "style") {
      clean_sheet(node);
      return;
    }
    std::erase_if(node.children, [this](const Node& child) { return is_refused(child); });
    for (auto& child : node.children) {
      if (!child.is_element()) continue;
      clean(child);
      if (child.tag == "img" && child.attribute("src") == nullptr) speak_instead(child);
    }
  }

 private:
  bool is_refused(const Node& child) {
    if (!child.is_element()) return false;
    if (child.tag == "meta") {
      if (child.attribute("http-equiv") != nullptr) door_.warn("pdf.element.fjernet", "meta");
      return true;
    }
    if (!holds(kRefusedElements, child.tag)) return false;
    door_.warn("pdf.element.fjernet", child.tag);
    return true;
  }

  void clean_sheet(Node& style) {
    std::string css;
    for (const auto& child : style.children) css += child.text;
    style.children.clear();
    Node text;
    text.text = clean_css(css, css_);
    style.children.push_back(std::move(text));
  }

  void clean_attributes(Node& node) {
    std::erase_if(node.attributes,
                  [](const Attribute& a) { return a.name.starts_with("on") || holds(kRefusedAttributes, a.name); });
    std::erase_if(node.attributes, [&](Attribute& a) { return !may_stay(node.tag, a); });
  }

  bool may_stay(std::string_view tag, Attribute& attribute) {
    if (attribute.name == "src") return tag == "img" && put_resource(attribute);
    if (attribute.name == "href" || attribute.name == "xlink:href") return may_refer(tag, attribute);
    if (attribute.name == "style") {
      attribute.value = clean_css(attribute.value, css_);
    } else if (!attribute.name.starts_with("data-") && attribute.value.find('(') != std::string::npos &&
               attribute.name != "alt" && attribute.name != "title" && !attribute.name.starts_with("aria-")) {
      // Presentation attributes of SVG (`fill`, `filter`, …) may hold url(); other attributes with brackets are rare.
      attribute.value = clean_css(attribute.value, own_parts_);
    }
    return true;
  }

  bool put_resource(Attribute& attribute) {
    auto name = door_.resource(trimmed(attribute.value));
    if (name) attribute.value = std::move(*name);
    return name.has_value();
  }

  bool may_refer(std::string_view tag, Attribute& attribute) {
    attribute.value = trimmed(attribute.value);
    if (attribute.value.starts_with('#')) return true;
    if (tag == "image") return put_resource(attribute);
    const bool link = tag == "a" || tag == "area";
    const auto scheme = scheme_of(attribute.value);
    if (link && (!is_foreign_address(attribute.value) || (scheme && holds(kLinkSchemes, *scheme)))) return true;
    door_.warn("pdf.link.fjernet", attribute.value);
    return false;
  }

  /// A picture that cannot be shown is told by its text alternative.
  static void speak_instead(Node& image) {
    Node text;
    if (const auto* words = image.attribute("alt")) text.text = *words;
    image.tag = "span";
    std::erase_if(image.attributes, [](const Attribute& a) { return a.name != "id" && a.name != "class"; });
    image.children.push_back(std::move(text));
  }

  const Door& door_;
  CssDoor css_;
  CssDoor own_parts_;
};

}  // namespace

void clean_markup(Node& node, ResourceShelf& shelf, base::Problems& problems) {
  const Door door{.resource = [&](std::string_view address) { return shelf.take(address); },
                  .warn =
                      [&](std::string code, std::string_view name) {
                        problems.add({.severity = base::Severity::warning,
                                      .code = std::move(code),
                                      .arguments = {{"navn", std::string(name.substr(0, 80))}},
                                      .where = {},
                                      .hints = {}});
                      }};
  MarkupCleaner(door).clean(node);
}

void clean_standalone_svg(Node& svg) {
  const Door door{.resource = [](std::string_view) { return std::nullopt; },
                  .warn = [](const std::string&, std::string_view) {}};
  MarkupCleaner(door).clean(svg);
}

}  // namespace pdf
