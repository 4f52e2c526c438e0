#pragma once

#include "sats/layout/counters.h"
#include "sats/layout/document.h"
#include "sats/layout/paragraph_builder.h"
#include "sats/layout/reading_gaps.h"
#include "sats/layout/tagging.h"

namespace sats::layout {

/// Walks the styled document once, in order, and makes the boxes, the paragraphs and the tag tree.
class BoxBuilder {
 public:
  /// `known` are the page numbers of the anchors in an earlier pass; empty in the first.
  explicit BoxBuilder(Document& document, std::span<const KnownNumber> known = {});

  void build();

 private:
  /// A box that children are being added to, and the paragraph that is open in it.
  struct Flow {
    BoxIndex container = kNoBox;
    std::unique_ptr<ParagraphBuilder> paragraph;
    TagContext paragraph_tags;
    std::vector<InlineItem> open_inlines;
  };

  /// What is known of the fields that have a name or wished for it.
  struct FieldName {
    FieldKind kind = FieldKind::text;
    int next = 2;                   ///< The number that the next field of this name gets behind it.
    std::string radios;             ///< The name that radio buttons get that wish for this one.
    std::uint32_t checked = kNone;  ///< The radio button of the group that is checked.
  };

  /// What a piece of text takes its looks from, and the page number that it stands for.
  struct TextPlace {
    const ComputedStyle* style;
    html::NodeIndex node = html::kNoNode;
    std::uint32_t number = kNone;
  };

  void find_anchors();
  void node(html::NodeIndex index, const TagContext& tags);
  void element(html::NodeIndex index, const TagContext& tags);
  void hidden_element(html::NodeIndex index, const TagContext& tags);
  void report_unshown(html::NodeIndex index, const TagContext& tags);
  void table_column(html::NodeIndex index, const TagContext& tags);
  void shown_element(html::NodeIndex index, const TagContext& tags);
  void text(html::NodeIndex index, const TagContext& tags);
  void children(html::NodeIndex index, const TagContext& tags);
  void open_part(html::NodeIndex index, const ComputedStyle& style);
  void close_inline(std::size_t depth);
  void inline_part(html::NodeIndex index, const ComputedStyle& style, const TagContext& tags);
  void begin_link(html::NodeIndex index, const TagContext& tags);
  void inline_element(html::NodeIndex index, const TagContext& tags);
  void block_element(html::NodeIndex index, const TagContext& tags);
  void footnote(html::NodeIndex index, const TagContext& tags);
  void footnote_call(html::NodeIndex index, const TagContext& tags);
  void footnote_content(html::NodeIndex index, BoxIndex box, const TagContext& tags);
  void line_break(html::NodeIndex index, const TagContext& tags);
  void picture(html::NodeIndex index, const TagContext& tags);
  /// Prints the words of a picture that cannot be shown.
  void words_of_picture(html::NodeIndex index, std::string_view words, const TagContext& tags);
  std::uint32_t inline_drawing(html::NodeIndex index);
  void field_kind(FormField& field, html::NodeIndex index);
  void list_field(FormField& field, html::NodeIndex index);
  /// The name of a field that no other has, but for radio buttons of one group.
  std::string field_name(const FormField& field, html::NodeIndex index);
  /// Only one radio button of a group is checked, the last.
  void uncheck_other(const std::string& group);
  void field(html::NodeIndex index, const TagContext& tags);
  std::optional<ListMarker> marker_of(html::NodeIndex index);
  void list_marker(BoxIndex box, html::NodeIndex index, const TagContext& tags);
  void inside_marker(const ListMarker& marker, html::NodeIndex index, const TagContext& tags);

  void generated(html::NodeIndex index, css::PseudoElement which, const TagContext& tags);
  void generated_items(html::NodeIndex index, const css::ContentList& content, const ComputedStyle& style,
                       const TagContext& tags);
  void generated_item(html::NodeIndex index, const css::ContentItem& item, const ComputedStyle& style,
                      const TagContext& tags);
  void generated_box(html::NodeIndex index, const ComputedStyle& style, const TagContext& tags);
  void generated_leader(html::NodeIndex index, const css::ContentItem& item, const ComputedStyle& style,
                        const TagContext& tags);
  void generated_picture(html::NodeIndex index, std::string_view address, const ComputedStyle& style,
                         const TagContext& tags);
  void generated_number(html::NodeIndex index, const css::ContentItem& item, const ComputedStyle& style,
                        const TagContext& tags);
  std::uint32_t target_of(html::NodeIndex index, const css::Target& target);
  [[nodiscard]] std::string expected_number(const PageNumber& number) const;
  std::string content_text(html::NodeIndex index, const css::ContentList& content);
  std::string item_text(html::NodeIndex index, const css::ContentItem& item);
  std::string item_value(html::NodeIndex index, const css::ContentItem& item);
  std::string quote(const css::ContentItem& item, const ComputedStyle& style);
  std::string part_of(html::NodeIndex index, css::TextPart part);
  std::string part_of_target(html::NodeIndex index, css::TextPart part);
  std::string generated_text(html::NodeIndex index, css::PseudoElement which);
  void survey_counters();
  void survey(html::NodeIndex index, Counters& counters);
  std::string target_counter(html::NodeIndex index, const css::ContentItem& item);
  void note_anchor(html::NodeIndex index, const ComputedStyle& style, const TagContext& tags);

  void add_inline_box(html::NodeIndex index, BoxKind kind, std::uint32_t content, const TagContext& tags);
  void place_box(BoxIndex box, const TagContext& tags);
  void place_in_line(BoxIndex box, const TagContext& tags);
  BoxIndex add_box(BoxKind kind, const ComputedStyle& style, html::NodeIndex index);
  void attach(BoxIndex box, BoxIndex parent);
  BoxIndex anonymous_box(BoxKind kind, BoxIndex parent);
  BoxIndex table_parent(BoxIndex parent, BoxKind kind);
  void add_text(std::string_view text, const TextPlace& place, const TagContext& tags);
  ParagraphBuilder& paragraph(const TagContext& tags);
  void begin_paragraph();
  TagContext text_tags(const TagContext& tags);
  void end_paragraph();
  [[nodiscard]] const ComputedStyle& style_of(html::NodeIndex index) const { return document_.styled.style(index); }
  [[nodiscard]] std::uint32_t anchor_of(html::NodeIndex index) const { return anchors_[index]; }
  std::uint32_t anchor_for(html::NodeIndex index);
  std::uint32_t anchor_by_address(std::string_view address, html::NodeIndex from);
  std::uint16_t page_name(const ComputedStyle& style);
  std::uint16_t string_name(std::string_view name);

  Document& document_;
  BoxTree& boxes_;
  Tagging tagging_;
  ReadingGaps gaps_;
  Counters counters_;
  Flow flow_;
  std::vector<std::uint32_t> anchors_;  ///< By node.
  std::unordered_map<std::string_view, html::NodeIndex> ids_;
  std::span<const KnownNumber> known_;
  std::unordered_map<html::NodeIndex, Counters> surveyed_;  ///< The counters at each element with an id, when asked for.
  std::unordered_map<std::string, FieldName> field_names_;
  std::uint32_t link_ = kNone;
  int quote_depth_ = 0;
  int part_depth_ = 0;  ///< Generated content that is made of other generated content.
  std::size_t generated_bytes_ = 0;
};

/// Works out from the bottom up what parents take over from their first and last children: breaks, page names, empty
/// margins.
void finish_boxes(BoxTree& boxes);

}  // namespace sats::layout
