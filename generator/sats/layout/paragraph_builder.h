#pragma once

#include <string>
#include <string_view>

#include "sats/layout/document.h"

namespace sats::layout {

/// Stands in a paragraph's text for a box, a picture or a leader (U+FFFC).
inline constexpr std::string_view kObjectCharacter = "\xEF\xBF\xBC";

/// Collects the text and items of one paragraph; white space is collapsed on the way in (css-text-3 §4.1).
class ParagraphBuilder {
 public:
  /// `gaps` is the row of `BoxTree::gaps` that the paragraph has, if any.
  explicit ParagraphBuilder(const ComputedStyle& style, std::uint32_t gaps = kNone) : style_(style), gaps_(gaps) {}

  [[nodiscard]] std::uint32_t gaps() const { return gaps_; }

  /// Text of one style. Returns false when all of it collapsed away.
  bool add_text(std::string_view text, const InlineItem& like, std::string_view language);

  /// Something that takes the place of a letter.
  void add_object(InlineItem item);

  /// Something without a place in the text: where an inline element begins or ends, a float, an absolute box.
  std::uint32_t add_mark(InlineItem item);

  void add_line_break(InlineItem item);

  /// Joins the opening and closing of an inline element.
  void pair(std::uint32_t open, std::uint32_t close);

  /// Whether white space would vanish here, as at the start of a line.
  [[nodiscard]] bool ends_in_space() const { return ends_in_space_; }
  [[nodiscard]] bool has_content() const { return has_content_; }
  [[nodiscard]] std::size_t item_count() const { return items_.size(); }

  /// Moves everything into the document; returns the paragraph's row.
  std::uint32_t finish(Document& document);

 private:
  void append_collapsed(std::string_view text, style::WhiteSpace mode);

  const ComputedStyle& style_;
  std::uint32_t gaps_;
  std::string text_;
  std::vector<InlineItem> items_;
  bool ends_in_space_ = true;
  bool has_content_ = false;
};

/// The styles of a box that is made around a paragraph of its own, and of the paragraph.
struct AroundStyles {
  const ComputedStyle* box;
  const ComputedStyle* text;
};

/// Adds a box that holds nothing but a paragraph, or nothing when that is empty; it stands outside the document's flow.
BoxIndex box_around(Document& document, ParagraphBuilder& paragraph, const AroundStyles& styles);

/// Text in capitals, small letters or with a capital at each word, by the rules of its language.
std::string transform_text(std::string_view text, style::TextTransform transform, std::string_view language);

}  // namespace sats::layout
