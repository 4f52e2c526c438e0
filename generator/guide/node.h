#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <variant>
#include <vector>

#include "base/problem.h"

namespace guide {

// What a node can be. Blocks hold blocks or inlines, inlines hold inlines; `Node::children` says what lies inside.

// Blocks.

struct Paragraph {};

/// A heading of the body, level 2 to 6 (level 1 is the page's title).
struct Heading {
  int level = 2;
  std::string anchor;  ///< Unique on its page, such as `aftaler-og-krav`.
  std::string number;  ///< `3.2` or `3.2.1` in numbered chapters (levels 2 and 3), else empty; themes choose to show it.
};

struct Quote {};

enum class ListForm { bullets, numbers };

/// Children are ListItems. A tight list shows its items' paragraphs without space between them.
struct List {
  ListForm form = ListForm::bullets;
  int start = 1;  ///< Of a numbered list.
  enum class Spacing { tight, loose } spacing = Spacing::tight;
};

enum class Task { none, open, done };

struct ListItem {
  Task task = Task::none;
};

/// A typed box. `Node::title` is its title (may be empty: the theme then shows the name of the kind).
struct Box {
  std::string kind;    ///< One of the kinds that the theme knows, such as `fakta`.
  std::string anchor;  ///< Unique on its page; empty when the box has no title.
};

/// The line "— Name, role" that ends a `citat` box; children are inlines without the dash.
struct Attribution {};

struct CodeBlock {
  std::string language;
  std::string text;
};

enum class Alignment { none, left, center, right };

/// Children are TableRows, the first of them the header row. `Node::title` is the caption (may be empty).
struct Table {
  std::vector<Alignment> columns;
  int number = 0;      ///< 1, 2, ... through the guide for tables with a caption, else 0 (as in the colophon).
  std::string anchor;  ///< Unique on its page; empty without a caption.
};

enum class RowPart { header, body };

struct TableRow {
  RowPart part = RowPart::body;
};

/// One cell; children are inlines. Its column is its place in the row.
struct TableCell {};

/// A figure drawn from data. `Node::title` is the caption, `data` is checked: see figures.h for the members by component.
struct Figure {
  std::string component;  ///< `tidslinje` or `skema`.
  std::shared_ptr<const nlohmann::json> data;
  int number = 0;      ///< 1, 2, ... through the guide; 0 in the colophon.
  std::string anchor;  ///< Unique on its page, made of the figure's `titel`.
};

/// A list of terms with their definitions (the glossary, the colophon); children are Terms.
struct TermList {};

/// `Node::title` is the term, children are the blocks of its definition.
struct Term {
  std::string anchor;  ///< Unique on its page.
};

struct ThematicBreak {};

// Inlines.

struct Text {
  std::string text;  ///< Plain text; escape it.
};

struct Emphasis {};
struct Strong {};
struct Strikethrough {};

struct CodeSpan {
  std::string text;
};

enum class LinkTo { page, file, external };

/// A link whose target exists. `page`: `target` is a Page::id, `anchor` may be empty (the page itself).
/// `file`: `target` is a path below the guide's folder, listed in Guide::files. `external`: `target` is the URL.
struct Link {
  LinkTo to = LinkTo::external;
  std::string target;
  std::string anchor;
  std::string tooltip;
};

/// A picture that exists; no children.
struct Image {
  std::string file;  ///< Path below the guide's folder, listed in Guide::files.
  std::string alternative;
  std::string tooltip;
};

/// The mark of a footnote in the text.
struct FootnoteReference {
  int number = 0;      ///< Footnote::number on this page.
  int occurrence = 1;  ///< 1 for the first mark of that footnote, 2 for the next one, ...
};

/// A line break that the author asked for. A mere line end in the source is a Text of one space.
struct LineBreak {};

/// A place for a plan's value in a snippet, such as `borger.fornavn`; `merge` turns it into Text.
struct Field {
  std::string name;
};

using Content = std::variant<Paragraph, Heading, Quote, List, ListItem, Box, Attribution, CodeBlock, Table, TableRow,
                             TableCell, Figure, TermList, Term, ThematicBreak, Text, Emphasis, Strong, Strikethrough,
                             CodeSpan, Link, Image, FootnoteReference, LineBreak, Field>;

/// One piece of a page: what it is, what lies inside, and where it was written (an included piece: in its own file).
struct Node {
  Content content;
  std::vector<Node> children;
  std::vector<Node> title;  ///< Inlines; only boxes, tables, figures and terms have one.
  base::Span where;
};

/// The text of inlines without their marks: for contents, page titles, anchors and text alternatives.
std::string plain_text(const std::vector<Node>& inlines);

}  // namespace guide
