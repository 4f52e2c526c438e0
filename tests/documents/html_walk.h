#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "documents/expected.h"
#include "sats/css/rule_set.h"
#include "sats/html/tree.h"
#include "sats/layout/counters.h"
#include "sats/style/styled_tree.h"

namespace documents {

/// A text on one line, without white space around it.
std::string one_line(std::string_view text);

/// Walks a document's HTML in reading order and writes down what must be in its PDF. Which style an element has is asked of
/// sats' cascade, which has tests of its own; boxes, lines and pages are not.
class HtmlWalk {
 public:
  HtmlWalk(const sats::html::Tree& tree, sats::style::StyledTree& styled, const std::map<std::string, std::uint32_t>& pages,
           Expected& out);

  void walk() { element(0); }

 private:
  using Node = sats::html::NodeIndex;
  using Style = sats::style::ComputedStyle;

  /// What of an element and its content is read aloud.
  enum class Voice { read, artifact };

  void element(Node node);
  void content(Node node);
  void children(Node node);
  void text(std::string_view text, const Style& style);
  void say(std::string_view text);
  void generated(Node node, sats::css::PseudoElement which);
  void marker(Node node, const Style& style);
  void note(Node node);
  void figure(std::string_view alternative);
  void field(Node node);
  void count(Node node, const Style& style);
  void note_strings(Node node, const Style& style);
  void note_bookmark(Node node, const Style& style, std::size_t begin);
  void note_element(Node node, const Style& style, std::size_t begin);
  void note_table(Node node);
  void note_continued(Node node, const Style& style, std::size_t begin);
  bool replaced(Node node);
  void open_block(const Style& style);

  /// The text of a `content` value; leaders are marked by a gap when it goes straight to the output.
  std::string content_text(Node node, const sats::css::ContentList& list);
  std::string item_text(Node node, const sats::css::ContentItem& item);
  std::string address(Node node, const sats::css::ContentItem& item) const;
  std::string quote(Node node, sats::css::ContentItem::Kind kind);

  [[nodiscard]] const Style& style_of(Node node) const { return styled_.style(node); }
  [[nodiscard]] const Style* pseudo(Node node, sats::css::PseudoElement which) const;
  [[nodiscard]] std::string label_of(Node control) const;

  const sats::html::Tree& tree_;
  sats::style::StyledTree& styled_;
  const std::map<std::string, std::uint32_t>& pages_;
  Expected& out_;
  sats::layout::Counters counters_;
  std::map<std::string_view, Node> ids_;
  std::map<Node, std::pair<std::size_t, std::size_t>> stretches_;  ///< Of every element that was walked through.
  int quotes_ = 0;
  Voice voice_ = Voice::read;
};

}  // namespace documents
