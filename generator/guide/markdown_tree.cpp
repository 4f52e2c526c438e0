#include "guide/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>
#include <utility>

#include "guide/cmark_text.h"
#include "guide/footnote_labels.h"
#include "guide/inline_places.h"
#include "guide/markdown_limits.h"
#include "guide/report.h"
#include "guide/text_pieces.h"
#include "guide/walk.h"

namespace guide {

namespace {

std::string_view or_empty(const char* text) { return text == nullptr ? std::string_view() : std::string_view(text); }

bool is_comment(std::string_view html) {
  const auto bare = trimmed(html);
  return bare.starts_with("<!--") && bare.find("-->") == bare.size() - 3;
}

bool is_line_break(std::string_view html) { return html == "<br>" || html == "<br/>" || html == "<br />"; }

/// Joins Texts that cmark left in pieces, so that what is looked for in them is found whole.
void join_texts(std::vector<Node>& inlines) {
  std::vector<Node> joined;
  for (auto& node : inlines) {
    const auto* text = as<Text>(node);
    auto* last = joined.empty() ? nullptr : as<Text>(joined.back());
    if (text != nullptr && last != nullptr) {
      last->text += text->text;
      joined.back().where.end = std::max(joined.back().where.end, node.where.end);
    } else if (text == nullptr || !text->text.empty()) {
      joined.push_back(std::move(node));
    }
  }
  inlines = std::move(joined);
}

/// Makes a task of an item that begins `[ ] ` or `[x] `; cmark's extension overlooks tasks in quotes.
void take_task(Node& item) {
  if (item.children.empty() || as<Paragraph>(item.children.front()) == nullptr) return;
  auto& inlines = item.children.front().children;
  auto* text = inlines.empty() ? nullptr : as<Text>(inlines.front());
  if (text == nullptr) return;
  const bool open = text->text.starts_with("[ ] ");
  const bool done = text->text.starts_with("[x] ") || text->text.starts_with("[X] ");
  if (!open && !done) return;
  text->text.erase(0, 4);
  inlines.front().where = place_of(text->text, inlines.front().where);
  as<ListItem>(item)->task = open ? Task::open : Task::done;
}

/// Turns cmark's tree into nodes. Depth has been checked, so it may call itself.
class TreeReader {
 public:
  TreeReader(const CmarkPlaces& places, base::Problems& problems) : places_(places), problems_(problems) {}

  std::vector<Node> blocks_in(cmark_node* parent) {
    std::vector<Node> blocks;
    for (auto* child = cmark_node_first_child(parent); child != nullptr; child = cmark_node_next(child)) {
      if (cmark_node_get_type(child) == CMARK_NODE_FOOTNOTE_DEFINITION) continue;
      if (auto block = block_of(child)) blocks.push_back(std::move(*block));
    }
    return blocks;
  }

 private:
  std::optional<Node> block_of(cmark_node* block) {
    switch (cmark_node_get_type(block)) {
      case CMARK_NODE_PARAGRAPH: return with_inlines(block, Paragraph{});
      case CMARK_NODE_HEADING: return with_inlines(block, Heading{.level = cmark_node_get_heading_level(block)});
      case CMARK_NODE_BLOCK_QUOTE: return with_blocks(block, Quote{});
      case CMARK_NODE_LIST: return list_of(block);
      case CMARK_NODE_CODE_BLOCK: return code_of(block);
      case CMARK_NODE_HTML_BLOCK: return html_of(block);
      case CMARK_NODE_THEMATIC_BREAK: return Node{.content = ThematicBreak{}, .where = places_.of(block)};
      default: break;
    }
    if (or_empty(cmark_node_get_type_string(block)) == "table") return table_of(block);
    return std::nullopt;
  }

  Node with_blocks(cmark_node* block, Content content) {
    return {.content = std::move(content), .children = blocks_in(block), .where = places_.of(block)};
  }

  Node with_inlines(cmark_node* block, Content content) {
    return {.content = std::move(content), .children = inlines_of(block, places_.of(block)), .where = places_.of(block)};
  }

  Node list_of(cmark_node* block) {
    List list;
    if (cmark_node_get_list_type(block) == CMARK_ORDERED_LIST) list.form = ListForm::numbers;
    list.start = cmark_node_get_list_start(block);
    if (cmark_node_get_list_tight(block) == 0) list.spacing = List::Spacing::loose;
    Node node{.content = list, .where = places_.of(block)};
    for (auto* item = cmark_node_first_child(block); item != nullptr; item = cmark_node_next(item)) {
      const bool is_task = or_empty(cmark_node_get_type_string(item)) == "tasklist";
      const auto task = cmark_gfm_extensions_get_tasklist_item_checked(item) ? Task::done : Task::open;
      node.children.push_back(with_blocks(item, ListItem{is_task ? task : Task::none}));
      if (!is_task) take_task(node.children.back());
    }
    return node;
  }

  Node code_of(cmark_node* block) {
    return {.content = CodeBlock{.language = std::string(or_empty(cmark_node_get_fence_info(block))),
                                 .text = std::string(or_empty(cmark_node_get_literal(block)))},
            .where = places_.of(block)};
  }

  std::optional<Node> html_of(cmark_node* block) {
    const auto html = trimmed(or_empty(cmark_node_get_literal(block)));
    if (is_comment(html)) return std::nullopt;
    const auto where = places_.of(block);
    const auto first_line = html.substr(0, html.find('\n'));
    problems_.add(warning_at({where.source, where.begin, where.begin + static_cast<std::uint32_t>(first_line.size())},
                             "guide.html", {{"html", std::string(first_line)}}));
    return Node{.content = Paragraph{}, .children = {{.content = Text{std::string(html)}, .where = where}}, .where = where};
  }

  Node table_of(cmark_node* block) {
    Table table;
    const auto columns = cmark_gfm_extensions_get_table_columns(block);
    const auto* alignments = cmark_gfm_extensions_get_table_alignments(block);
    for (std::uint16_t column = 0; column < columns; ++column) table.columns.push_back(alignment_of(alignments[column]));
    Node node{.content = std::move(table), .where = places_.of(block)};
    for (auto* row = cmark_node_first_child(block); row != nullptr; row = cmark_node_next(row)) {
      const bool is_header = cmark_gfm_extensions_get_table_row_is_header(row) != 0;
      node.children.push_back({.content = TableRow{is_header ? RowPart::header : RowPart::body},
                               .children = cells_of(row),
                               .where = places_.of(row)});
    }
    return node;
  }

  static Alignment alignment_of(std::uint8_t letter) {
    switch (letter) {
      case 'l': return Alignment::left;
      case 'c': return Alignment::center;
      case 'r': return Alignment::right;
      default: return Alignment::none;
    }
  }

  std::vector<Node> cells_of(cmark_node* row) {
    in_cell_ = true;
    std::vector<Node> cells;
    auto where = places_.whole_lines_of(row);
    for (auto* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell)) {
      const auto begin = std::max(where.begin, places_.of(cell).begin);
      where.begin = std::min(begin, where.end);
      auto inlines = inlines_of(cell, where);
      if (!inlines.empty()) where.begin = std::max(where.begin, inlines.back().where.end);
      cells.push_back({.content = TableCell{}, .children = std::move(inlines), .where = places_.of(cell)});
    }
    in_cell_ = false;
    return cells;
  }

  std::vector<Node> inlines_of(cmark_node* parent, const base::Span& where) {
    InlinePlaces places(where);
    return inlines_in(parent, places);
  }

  std::vector<Node> inlines_in(cmark_node* parent, InlinePlaces& places) {
    std::vector<Node> inlines;
    for (auto* child = cmark_node_first_child(parent); child != nullptr; child = cmark_node_next(child)) {
      if (auto node = inline_of(child, places)) inlines.push_back(std::move(*node));
    }
    join_texts(inlines);
    return inlines;
  }

  std::optional<Node> inline_of(cmark_node* inlined, InlinePlaces& places) {
    const auto literal = or_empty(cmark_node_get_literal(inlined));
    switch (cmark_node_get_type(inlined)) {
      case CMARK_NODE_TEXT: return Node{.content = Text{std::string(literal)}, .where = places.of_text(literal)};
      case CMARK_NODE_SOFTBREAK: return Node{.content = Text{"\n"}, .where = places.of_line_end()};
      case CMARK_NODE_LINEBREAK: return Node{.content = LineBreak{}, .where = places.of_line_end()};
      case CMARK_NODE_CODE: return Node{.content = CodeSpan{std::string(literal)}, .where = places.of_text(literal)};
      case CMARK_NODE_HTML_INLINE: return html_inline_of(literal, places);
      case CMARK_NODE_EMPH: return around_inlines(inlined, Emphasis{}, places);
      case CMARK_NODE_STRONG: return around_inlines(inlined, Strong{}, places);
      case CMARK_NODE_LINK: return link_of(inlined, places);
      case CMARK_NODE_IMAGE: return image_of(inlined, places);
      case CMARK_NODE_FOOTNOTE_REFERENCE: return footnote_reference_of(literal, places);
      default: break;
    }
    return around_inlines(inlined, Strikethrough{}, places);
  }

  Node around_inlines(cmark_node* parent, Content content, InlinePlaces& places) {
    Node node{.content = std::move(content), .children = inlines_in(parent, places), .where = places.of_text("")};
    if (!node.children.empty()) node.where.begin = node.children.front().where.begin;
    return node;
  }

  std::optional<Node> html_inline_of(std::string_view html, InlinePlaces& places) {
    auto where = places.of_text(html);
    if (in_cell_ && is_line_break(html)) return Node{.content = LineBreak{}, .where = std::move(where)};
    if (is_comment(html)) return std::nullopt;
    problems_.add(warning_at(where, "guide.html", {{"html", std::string(html)}}));
    return Node{.content = Text{std::string(html)}, .where = std::move(where)};
  }

  Node link_of(cmark_node* link, InlinePlaces& places) {
    auto node = around_inlines(link,
                               Link{.target = std::string(or_empty(cmark_node_get_url(link))),
                                    .tooltip = std::string(or_empty(cmark_node_get_title(link)))},
                               places);
    auto target = places.of_link_target();
    if (target.end > target.begin) node.where = std::move(target);
    return node;
  }

  Node image_of(cmark_node* image, InlinePlaces& places) {
    auto node = around_inlines(image,
                               Image{.file = std::string(or_empty(cmark_node_get_url(image))),
                                     .tooltip = std::string(or_empty(cmark_node_get_title(image)))},
                               places);
    as<Image>(node)->alternative = plain_text(std::exchange(node.children, {}));
    auto target = places.of_link_target();
    if (target.end > target.begin) node.where = std::move(target);
    return node;
  }

  /// The literal is the number of the definition, in the order in which cmark puts them at the end of the document.
  static Node footnote_reference_of(std::string_view literal, InlinePlaces& places) {
    FootnoteReference reference;
    std::from_chars(literal.data(), literal.data() + literal.size(), reference.number);
    return {.content = reference, .where = places.of_footnote_mark()};
  }

  const CmarkPlaces& places_;
  base::Problems& problems_;
  bool in_cell_ = false;
};

struct IterFree {
  void operator()(cmark_iter* iter) const { cmark_iter_free(iter); }
};

/// The first node that stands too deep, or null; without recursion, since the depth is not known yet.
cmark_node* too_deep_node(cmark_node* root) {
  const std::unique_ptr<cmark_iter, IterFree> iter(cmark_iter_new(root));
  int depth = 0;
  for (auto event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
    auto* node = cmark_iter_get_node(iter.get());
    if (event == CMARK_EVENT_EXIT) {
      --depth;
    } else if (cmark_node_first_child(node) != nullptr) {
      if (++depth > kMaxNesting) return node;
    } else if (depth >= kMaxNesting) {
      return node;
    }
  }
  return nullptr;
}

}  // namespace

std::optional<MarkdownTree> parse_markdown(const base::Source& source, std::uint32_t begin, base::Problems& problems) {
  if (check_limits(source, begin, problems) == Limits::broken) return std::nullopt;
  const auto root = parse_with_cmark(source, begin);
  const CmarkPlaces places(source, begin);
  if (auto* deep = too_deep_node(root.get())) {
    problems.add(error_at(places.of(deep), "guide.for-dybt", {{"graense", std::to_string(kMaxNesting)}}));
    return std::nullopt;
  }
  TreeReader reader(places, problems);
  MarkdownTree tree{.nodes = reader.blocks_in(root.get())};
  std::vector<base::Span> defined;
  for (auto* child = cmark_node_first_child(root.get()); child != nullptr; child = cmark_node_next(child)) {
    if (cmark_node_get_type(child) != CMARK_NODE_FOOTNOTE_DEFINITION) continue;
    tree.footnotes.push_back(reader.blocks_in(child));
    defined.push_back(places.of(child));
  }
  check_footnote_labels(source, begin, tree, defined, problems);
  return tree;
}

}  // namespace guide
