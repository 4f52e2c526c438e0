#include "theme/guide_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "theme/guide_view.h"

namespace theme {

namespace {

using guide::Node;
using nlohmann::json;

/// Bytes of text from which a box may be divided between pages; a shorter one is read in one look.
constexpr std::size_t kLongBox = 800;

std::string escaped(std::string_view text) { return base::escape(text).markup(); }

std::string id_attribute(const std::string& id) { return id.empty() ? "" : " id=\"" + escaped(id) + "\""; }

std::string_view alignment_class(guide::Alignment alignment) {
  switch (alignment) {
    case guide::Alignment::center: return " class=\"midt\"";
    case guide::Alignment::right: return " class=\"hoejre\"";
    default: return "";
  }
}

/// A wide table scrolls sideways inside its own frame; the frame can be reached and has a name.
std::string scrolled_by_keyboard(const std::string& name) {
  return R"( role="group" tabindex="0")" + (name.empty() ? "" : " aria-label=\"" + escaped(name) + "\"");
}

/// Where the text that is written stands, which says what becomes of the marks of notes in it.
enum class Part { text, note_in_text, list_of_notes };

/// Writes nodes as markup; one overload of `write` per kind of node.
class BodyWriter {
 public:
  explicit BodyWriter(const BodyPlace& place, Part part = Part::text) : place_(place), part_(part) {}

  void write_all(std::span<const Node> nodes) {
    for (const auto& node : nodes) {
      std::visit([this, &node](const auto& content) { write(content, node); }, node.content);
    }
  }

  std::string take() { return std::move(out_); }

 private:
  void element(std::string_view open, const Node& node, std::string_view close) {
    out_ += open;
    write_all(node.children);
    out_ += close;
  }

  std::string inner(const std::vector<Node>& nodes) const {
    BodyWriter writer(place_, part_);
    writer.tight_ = false;
    writer.write_all(nodes);
    return writer.take();
  }

  void write(const guide::Paragraph&, const Node& node) {
    if (tight_) return element("", node, "\n");
    element("<p>", node, "</p>\n");
  }

  void write(const guide::Heading& heading, const Node& node) {
    const auto level = std::clamp(heading.level + place_.deeper, 2, 6);
    out_ += fmt::format("<h{}{} class=\"o{}\">", level, id_attribute(anchor_id(place_, heading.anchor)), heading.level);
    if (!heading.number.empty()) out_ += "<span class=\"nr\">" + escaped(heading.number) + "</span> ";
    write_all(node.children);
    out_ += fmt::format("</h{}>\n", level);
  }

  void write(const guide::Quote&, const Node& node) { element("<blockquote>\n", node, "</blockquote>\n"); }

  void write(const guide::List& list, const Node& node) {
    const bool numbered = list.form == guide::ListForm::numbers;
    const bool was_tight = std::exchange(tight_, list.spacing == guide::List::Spacing::tight);
    const auto start = numbered && list.start != 1 ? fmt::format(" start=\"{}\"", list.start) : "";
    element(numbered ? "<ol" + start + ">\n" : "<ul>\n", node, numbered ? "</ol>\n" : "</ul>\n");
    tight_ = was_tight;
  }

  void write(const guide::ListItem& item, const Node& node) {
    if (item.task == guide::Task::none) return element("<li>", node, "</li>\n");
    const bool done = item.task == guide::Task::done;
    const auto& icons = (*place_.theme.words)["icon"];
    const auto icon = icons.find(done ? "felt-krydset" : "felt-tomt");
    const auto mark = icon == icons.end() ? std::string() : (*icon)["html"].get<std::string>();
    const auto word = label(place_.theme, done ? "krydset" : "ikkeKrydset");
    element("<li class=\"opgave\">" + mark + "<span class=\"usynlig\">" + escaped(word) + ": </span>", node, "</li>\n");
  }

  void write(const guide::Box& box, const Node& node) {
    const auto& boxes = place_.theme.settings.boxes;
    const auto kind = boxes.find(box.kind);
    if (kind == boxes.end()) return element("<aside>", node, "</aside>\n");
    const bool was_tight = std::exchange(tight_, false);
    const auto& icons = (*place_.theme.words)["icon"];
    const json view{{"slags", box.kind},
                    {"navn", kind->second.label},
                    {"farve", kind->second.colour},
                    {"ikonHtml", icons.contains(kind->second.icon) ? icons[kind->second.icon]["html"] : json("")},
                    {"anker", anchor_id(place_, box.anchor)},
                    {"titelHtml", inner(node.title)},
                    {"erPapir", place_.medium == Medium::paper},
                    {"lang", guide::plain_text(node.children).size() > kLongBox},
                    {"indholdHtml", inner(node.children)}};
    out_ += render("boks", view);
    tight_ = was_tight;
  }

  void write(const guide::Attribution&, const Node& node) { element("<p class=\"kilde\">– ", node, "</p>\n"); }

  void write(const guide::CodeBlock& code, const Node&) { out_ += "<pre><code>" + escaped(code.text) + "</code></pre>\n"; }

  void write(const guide::Table& table, const Node& node) {
    const auto caption = table.number == 0 ? "" : fmt::format("{} {}. ", label(place_.theme, "tabel"), table.number);
    const auto reach = place_.medium == Medium::paper ? "" : scrolled_by_keyboard(caption + guide::plain_text(node.title));
    out_ += "<div class=\"tabel\"" + reach + "><table" + id_attribute(anchor_id(place_, table.anchor)) + ">\n";
    if (!node.title.empty()) {
      const auto number = caption.empty() ? "" : "<span class=\"nr\">" + escaped(caption) + "</span>";
      out_ += "<caption>" + number + inner(node.title) + "</caption>\n";
    }
    const auto& rows = node.children;
    if (!rows.empty()) write_row(rows.front(), table, "th scope=\"col\"", "th");
    out_ += "<tbody>\n";
    for (std::size_t i = 1; i < rows.size(); ++i) write_row(rows[i], table, "td", "td");
    out_ += "</tbody>\n</table></div>\n";
  }

  void write_row(const Node& row, const guide::Table& table, std::string_view open, std::string_view close) {
    const bool head = close == "th";
    out_ += head ? "<thead>\n<tr>" : "<tr>";
    for (std::size_t i = 0; i < row.children.size(); ++i) {
      const auto alignment = i < table.columns.size() ? table.columns[i] : guide::Alignment::none;
      out_ += fmt::format("<{}{}>", open, alignment_class(alignment));
      write_all(row.children[i].children);
      out_ += fmt::format("</{}>", close);
    }
    out_ += head ? "</tr>\n</thead>\n" : "</tr>\n";
  }

  void write(const guide::TableRow&, const Node& node) { write_all(node.children); }
  void write(const guide::TableCell&, const Node& node) { write_all(node.children); }

  void write(const guide::Figure& figure, const Node& node) { out_ += figure_html(figure, node.title, place_).markup(); }

  void write(const guide::TermList&, const Node& node) { element("<dl class=\"ordliste\">\n", node, "</dl>\n"); }

  void write(const guide::Term& term, const Node& node) {
    out_ += "<div" + id_attribute(anchor_id(place_, term.anchor)) + "><dt>" + inner(node.title) + "</dt><dd>";
    write_all(node.children);
    out_ += "</dd></div>\n";
  }

  void write(const guide::ThematicBreak&, const Node&) { out_ += "<hr>\n"; }
  void write(const guide::Text& text, const Node&) { base::append_escaped(out_, text.text); }
  void write(const guide::Emphasis&, const Node& node) { element("<em>", node, "</em>"); }
  void write(const guide::Strong&, const Node& node) { element("<strong>", node, "</strong>"); }
  void write(const guide::Strikethrough&, const Node& node) { element("<del>", node, "</del>"); }
  void write(const guide::CodeSpan& code, const Node&) { out_ += "<code>" + escaped(code.text) + "</code>"; }
  void write(const guide::LineBreak&, const Node&) { out_ += "<br>\n"; }
  void write(const guide::Field&, const Node&) {}

  void write(const guide::Link& link, const Node& node) {
    if (link.to == guide::LinkTo::page) return write_page_link(link, node);
    const auto href = link.to == guide::LinkTo::file ? file_path(link.target) : link.target;
    auto attributes = link.tooltip.empty() ? "" : " title=\"" + escaped(link.tooltip) + "\"";
    // Browsers save what an address holds, but do not open it.
    if (href.starts_with("data:"))
      attributes += " download=\"" + escaped(link.target.substr(link.target.rfind('/') + 1)) + "\"";
    element("<a href=\"" + escaped(href) + "\"" + attributes + ">", node, "</a>");
    if (place_.medium == Medium::paper && link.to == guide::LinkTo::external) write_address(link.target, node);
  }

  /// On paper the address is of use only where it can be read.
  void write_address(std::string_view url, const Node& node) {
    const auto printed = printed_address(url);
    const bool already_there = guide::plain_text(node.children).find(printed) != std::string::npos;
    if (!already_there && !url.starts_with("mailto:")) out_ += " <span class=\"adresse\">(" + escaped(printed) + ")</span>";
  }

  void write_page_link(const guide::Link& link, const Node& node) {
    const auto* target = place_.guide == nullptr ? nullptr : guide::find_page(*place_.guide, link.target);
    if (target == nullptr || place_.page == nullptr) return write_all(node.children);
    if (place_.medium == Medium::screen) {
      const auto here = target == place_.page && !link.anchor.empty();
      const auto path = here ? std::string() : guide::relative_path(place_.page->path, target->path);
      return element("<a href=\"" + escaped(path + (link.anchor.empty() ? "" : "#" + link.anchor)) + "\">", node, "</a>");
    }
    if (place_.medium == Medium::paper && target->in_print == guide::InPrint::no) return write_all(node.children);
    const auto id = escaped(book_id(target->id, link.anchor));
    element("<a href=\"#" + id + "\">", node, "</a>");
    if (place_.medium != Medium::paper) return;
    out_ += fmt::format(R"( <span class="henvisning">({} <span data-page-of="#{}"></span>)</span>)",
                        escaped(label(place_.theme, "side")), id);
  }

  void write(const guide::Image& image, const Node&) {
    out_ += "<img src=\"" + escaped(file_path(image.file)) + "\" alt=\"" + escaped(image.alternative) + "\">";
  }

  /// On paper a page has its notes twice, in its text and in a list behind it, and an engine shows one of the two.
  void write(const guide::FootnoteReference& mark, const Node&) {
    if (part_ != Part::note_in_text) {
      const auto own_id = id_attribute(anchor_id(place_, fmt::format("notetal-{}-{}", mark.number, mark.occurrence)));
      write_note_mark("notetal", own_id, "note", mark.number);
    }
    if (place_.medium != Medium::paper || place_.page == nullptr || part_ == Part::list_of_notes) return;
    if (mark.occurrence > 1) return write_note_mark("notetal-igen", "", "fodnote", mark.number);
    const auto& notes = place_.page->footnotes;
    const auto note = std::find_if(notes.begin(), notes.end(), [&](const auto& n) { return n.number == mark.number; });
    if (note != notes.end()) write_foot_note(*note);
  }

  void write_note_mark(std::string_view style, const std::string& own_id, std::string_view target, int number) {
    out_ += fmt::format(R"(<sup class="{}"><a{} href="#{}" aria-label="{} {}">{}</a></sup>)", style, own_id,
                        escaped(anchor_id(place_, fmt::format("{}-{}", target, number))),
                        escaped(label(place_.theme, "note")), place_.notes_before + number, place_.notes_before + number);
  }

  /// On paper a note also stands in the text, for engines that set it at the foot of the page. Blocks may not stand
  /// there, so its paragraphs are parted by line breaks, and whatever else is in it comes as text.
  void write_foot_note(const guide::Footnote& note) {
    const auto id = id_attribute(anchor_id(place_, fmt::format("fodnote-{}", note.number)));
    out_ += fmt::format(R"(<span class="fodnote"{} data-nummer="{}">)", id, place_.notes_before + note.number);
    const auto stood_in = std::exchange(part_, Part::note_in_text);
    for (const auto& block : note.nodes) {
      if (&block != &note.nodes.front()) out_ += "<br>";
      if (std::holds_alternative<guide::Paragraph>(block.content)) {
        write_all(block.children);
      } else {
        base::append_escaped(out_, guide::plain_text({block}));
      }
    }
    part_ = stood_in;
    out_ += "</span>";
  }

  [[nodiscard]] std::string file_path(const std::string& file) const {
    if (place_.medium == Medium::paper) return place_.file_root + file;
    if (place_.files != nullptr && place_.files->contains(file)) return place_.files->at(file);
    return place_.page == nullptr ? file : guide::relative_path(place_.page->path, file);
  }

  std::string render(std::string_view name, const json& view) const {
    const std::array<const json*, 2> scopes{place_.theme.words.get(), &view};
    const auto html = place_.theme.templates.render(name, scopes, place_.problems);
    return html ? html->markup() : std::string();
  }

  const BodyPlace& place_;
  Part part_;
  std::string out_;
  bool tight_ = false;
};

std::string back_links(const guide::Footnote& note, const BodyPlace& place) {
  std::string links;
  for (int i = 1; place.medium != Medium::paper && i <= note.references; ++i) {
    links += fmt::format(" <a href=\"#{}\" class=\"tilbage\" aria-label=\"{}\">↩</a>",
                         anchor_id(place, fmt::format("notetal-{}-{}", note.number, i)),
                         escaped(label(place.theme, "tilbageTilTeksten")));
  }
  return links;
}

}  // namespace

base::Html body_html(std::span<const Node> nodes, const BodyPlace& place) {
  BodyWriter writer(place);
  writer.write_all(nodes);
  return base::Html::from_trusted(writer.take());
}

base::Html footnotes_html(const BodyPlace& place) {
  if (place.page == nullptr || place.page->footnotes.empty()) return {};
  const auto start = place.notes_before == 0 ? "" : fmt::format(" start=\"{}\"", place.notes_before + 1);
  std::string html = "<ol class=\"noter\"" + start + ">\n";
  for (const auto& note : place.page->footnotes) {
    BodyWriter writer(place, Part::list_of_notes);
    writer.write_all(note.nodes);
    auto text = writer.take();
    const auto end = text.rfind("</p>");
    text.insert(end == std::string::npos ? text.size() : end, back_links(note, place));
    html += "<li id=\"" + escaped(anchor_id(place, fmt::format("note-{}", note.number))) + "\">" + text + "</li>\n";
  }
  return base::Html::from_trusted(html + "</ol>\n");
}

}  // namespace theme
