#include "guide_dump.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace guide_test {

namespace {

using guide::Node;

std::string quoted(const std::string& text) { return nlohmann::json(text).dump(); }

std::string anchored(const std::string& anchor) { return anchor.empty() ? "" : " #" + anchor; }

/// One line for what a node is; one overload per kind.
struct Describe {
  std::string operator()(const guide::Paragraph&) const { return "paragraph"; }
  std::string operator()(const guide::Heading& h) const {
    return fmt::format("heading {}{}{}", h.level, h.number.empty() ? "" : " " + h.number, anchored(h.anchor));
  }
  std::string operator()(const guide::Quote&) const { return "quote"; }
  std::string operator()(const guide::List& list) const {
    const auto* form = list.form == guide::ListForm::bullets ? "bullets" : "numbers";
    const auto* spacing = list.spacing == guide::List::Spacing::tight ? "tight" : "loose";
    return fmt::format("list {} {}{}", form, spacing, list.start > 1 ? " from " + std::to_string(list.start) : "");
  }
  std::string operator()(const guide::ListItem& item) const {
    if (item.task == guide::Task::none) return "item";
    return item.task == guide::Task::done ? "item [x]" : "item [ ]";
  }
  std::string operator()(const guide::Box& box) const { return "box " + box.kind + anchored(box.anchor); }
  std::string operator()(const guide::Attribution&) const { return "attribution"; }
  std::string operator()(const guide::CodeBlock& code) const {
    return "code" + (code.language.empty() ? "" : " " + code.language) + " " + quoted(code.text);
  }
  std::string operator()(const guide::Table& table) const {
    std::string columns;
    for (const auto alignment : table.columns) columns += "-<^>"[static_cast<std::size_t>(alignment)];
    return fmt::format("table {}{}{}", columns, table.number > 0 ? " nr " + std::to_string(table.number) : "",
                       anchored(table.anchor));
  }
  std::string operator()(const guide::TableRow& row) const {
    return row.part == guide::RowPart::header ? "header row" : "row";
  }
  std::string operator()(const guide::TableCell&) const { return "cell"; }
  std::string operator()(const guide::Figure& f) const {
    return fmt::format("figure {} nr {}{} {}", f.component, f.number, anchored(f.anchor), f.data->dump());
  }
  std::string operator()(const guide::TermList&) const { return "terms"; }
  std::string operator()(const guide::Term& term) const { return "term" + anchored(term.anchor); }
  std::string operator()(const guide::ThematicBreak&) const { return "thematic break"; }
  std::string operator()(const guide::Text& text) const { return quoted(text.text); }
  std::string operator()(const guide::Emphasis&) const { return "emphasis"; }
  std::string operator()(const guide::Strong&) const { return "strong"; }
  std::string operator()(const guide::Strikethrough&) const { return "strikethrough"; }
  std::string operator()(const guide::CodeSpan& code) const { return "code " + quoted(code.text); }
  std::string operator()(const guide::Link& link) const {
    const std::array kinds{"page", "file", "external"};
    return fmt::format("link {} {}{}{}", kinds.at(static_cast<std::size_t>(link.to)), link.target, anchored(link.anchor),
                       link.tooltip.empty() ? "" : " " + quoted(link.tooltip));
  }
  std::string operator()(const guide::Image& image) const { return "image " + image.file + " " + quoted(image.alternative); }
  std::string operator()(const guide::FootnoteReference& mark) const {
    return fmt::format("footnote mark {} ({})", mark.number, mark.occurrence);
  }
  std::string operator()(const guide::LineBreak&) const { return "line break"; }
  std::string operator()(const guide::Field& field) const { return "field " + field.name; }
};

std::string dump_contents(const std::vector<guide::ContentsEntry>& contents, std::size_t indent) {
  std::string text;
  for (const auto& entry : contents) {
    text += fmt::format("{:{}}- {}{}{}\n", "", indent, entry.number.empty() ? "" : entry.number + " ", entry.title,
                        anchored(entry.anchor));
    text += dump_contents(entry.children, indent + 2);
  }
  return text;
}

std::string dump_page(const guide::Page& page) {
  auto text = fmt::format("page {} {} {}{}{}{}\n", page.id, page.path, quoted(page.title),
                          page.number > 0 ? fmt::format(" nr {}.{}", page.number, page.number_in_part) : "",
                          page.in_print == guide::InPrint::no ? " not in print" : "",
                          page.sheet == guide::Sheet::landscape ? " landscape" : "");
  if (!page.summary.empty()) text += "  summary " + quoted(page.summary) + "\n";
  if (!page.audiences.empty()) text += fmt::format("  for {}\n", fmt::join(page.audiences, ", "));
  if (page.updated) text += "  updated " + base::to_iso(*page.updated) + "\n";
  if (!page.contents.empty()) text += "  contents\n" + dump_contents(page.contents, 4);
  text += dump_nodes(page.nodes, 2);
  for (const auto& footnote : page.footnotes) {
    text += fmt::format("  footnote {} ({} marks)\n", footnote.number, footnote.references) + dump_nodes(footnote.nodes, 4);
  }
  return text;
}

}  // namespace

std::string dump_nodes(const std::vector<Node>& nodes, std::size_t indent) {
  std::string text;
  for (const auto& node : nodes) {
    text += fmt::format("{:{}}{}\n", "", indent, std::visit(Describe{}, node.content));
    if (!node.title.empty()) {
      text += fmt::format("{:{}}title\n", "", indent + 2) + dump_nodes(node.title, indent + 4);
    }
    text += dump_nodes(node.children, indent + 2);
  }
  return text;
}

std::string dump_guide(const guide::Guide& guide) {
  auto text = "guide " + quoted(guide.title) + (guide.subtitle.empty() ? "" : " " + quoted(guide.subtitle)) + "\n";
  text += dump_page(guide.front);
  for (const auto& part : guide.parts) {
    text += part.page ? fmt::format("part {}\n", part.number) : "loose chapters\n";
    if (part.page) text += dump_page(*part.page);
    for (const auto& chapter : part.chapters) text += dump_page(chapter);
  }
  for (const auto& entry : guide.glossary)
    text += fmt::format("glossary {} {}{}\n", entry.term, entry.page, anchored(entry.anchor));
  for (const auto& entry : guide.colophon) text += "colophon " + entry.label + "\n" + dump_nodes(entry.value, 2);
  for (const auto& file : guide.files) text += "file " + file + "\n";
  return text;
}

}  // namespace guide_test
