#include "pdf/prepare/prepared_document.h"

#include "base/utf8.h"
#include "pdf/prepare/clean_markup.h"
#include "pdf/prepare/resource_shelf.h"

namespace pdf {

namespace {

Node element(std::string_view tag, std::string_view text = {}) {
  Node node;
  node.tag = tag;
  if (!text.empty()) {
    Node inside;
    inside.text = text;
    node.children.push_back(std::move(inside));
  }
  return node;
}

Node meta(std::string_view name, std::string_view content) {
  auto node = element("meta");
  node.attributes = {{"name", std::string(name)}, {"content", std::string(content)}};
  return node;
}

/// The head that every engine gets: encoding, title, what the PDF says of itself, and all style sheets in order.
Node new_head(const base::PrintDocument& document) {
  auto head = element("head");
  auto charset = element("meta");
  charset.attributes = {{"charset", "utf-8"}};
  head.children.push_back(std::move(charset));
  head.children.push_back(element("title", document.title));
  if (!document.author.empty()) head.children.push_back(meta("author", document.author));
  if (!document.subject.empty()) head.children.push_back(meta("description", document.subject));
  for (const auto& sheet : document.stylesheets) head.children.push_back(element("style", sheet.css));
  return head;
}

/// An element that names its chapter by its own text says so in the attribute, where every engine can read it.
void name_chapters(Node& node) {
  if (const auto* chapter = node.attribute("data-chapter"); chapter != nullptr && chapter->empty()) {
    node.set_attribute("data-chapter", text_of(node));
  }
  for (auto& child : node.children) name_chapters(child);
}

void add_error(base::Problems& problems, std::string code) {
  problems.add({.code = std::move(code), .arguments = {}, .where = {}, .hints = {}});
}

}  // namespace

std::optional<PreparedDocument> prepare(const base::PrintDocument& document, const base::FileStore& resources,
                                        base::Problems& problems) {
  if (base::first_invalid_utf8(document.html)) {
    add_error(problems, "pdf.html.ikke-utf8");
    return std::nullopt;
  }
  PreparedDocument prepared;
  bool too_deep = opens_without_end(document.html);
  if (!too_deep) prepared.markup = parse_markup(document.html, too_deep);
  if (too_deep) add_error(problems, "pdf.html.for-dyb");
  if (too_deep) return std::nullopt;
  auto& html = prepared.markup.html;
  ResourceShelf shelf(resources, problems);
  auto head = new_head(document);
  for (auto& child : head.children) {
    if (child.tag == "style") clean_markup(child, shelf, problems);
  }
  auto& old_head = html.children[0];
  clean_markup(old_head, shelf, problems);
  for (auto& child : old_head.children) {
    if (child.tag == "style") head.children.push_back(std::move(child));
  }
  old_head = std::move(head);
  clean_markup(html.children[1], shelf, problems);
  name_chapters(html.children[1]);
  std::erase_if(html.attributes, [](const Attribute& a) {
    return a.name != "class" && a.name != "id" && a.name != "lang" && a.name != "dir";
  });
  if (html.attribute("lang") == nullptr) html.set_attribute("lang", document.language);
  prepared.files = std::move(shelf).files();
  return prepared;
}

}  // namespace pdf
