#pragma once

#include <memory>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/file_store.h"
#include "sats/css/rule_set.h"
#include "sats/html/tree.h"
#include "sats/layout/box.h"
#include "sats/layout/picture_cache.h"
#include "sats/pictures/picture.h"
#include "sats/text/font_library.h"
#include "sats/text/hyphenation.h"
#include "sats/text/shaper.h"

namespace sats::layout {

using HtmlTag = html::Tag;  // A Tag of its own is what an item is in the tag tree.

/// Whether form controls can be filled in, or are lines and boxes for a pen.
enum class FormMode : std::uint8_t { interactive, flat };

/// A text style with the measures layout asks for all the time, in points.
struct TextMeasures {
  TextStyle text;
  float ascent = 0;  ///< Of the line box, with half the leading.
  float descent = 0;
  float font_ascent = 0;
  float font_descent = 0;
  float x_height = 0;
  float space = 0;
  float underline_offset = 0;
  float underline_thickness = 0;
  float strikeout_offset = 0;
  bool ready = false;
};

/// One document on its way through layout: what it is made from, what it becomes, and the tools.
struct Document {
  const html::Tree& tree;
  style::StyledTree& styled;
  const css::RuleSet& rules;
  LaidDocument& out;
  FontLibrary& fonts;
  Shaper& shaper;
  Hyphenation& hyphenation;
  PictureCache& pictures;
  const base::FileStore* files = nullptr;
  base::Problems& problems;
  FormMode forms = FormMode::interactive;
  BoxTree boxes{};
  std::vector<TextMeasures> text_measures{};
  std::unordered_map<std::string, std::uint32_t> picture_rows{};
  std::unordered_set<html::NodeIndex> reported_cut_off{};  ///< Boxes that were reported to reach below the sheet.
  std::unordered_set<html::NodeIndex> reported_wide{};     ///< Elements whose too wide words were reported.

  /// The font and measures of a style, worked out at its first use.
  const TextMeasures& measures(const ComputedStyle& style);

  /// The language tag of a style.
  [[nodiscard]] std::string_view language(const ComputedStyle& style) const { return styled.languages[style.language]; }

  /// Adds a problem at a node.
  void report(base::Severity severity, const char* code, html::NodeIndex node, std::vector<base::Argument> arguments = {});

  /// The row in the laid document of a picture by its address (a file, or a `data:` address); kNone when it cannot be read.
  std::uint32_t picture(std::string_view address, html::NodeIndex node);

  [[nodiscard]] const Box& box(BoxIndex index) const { return boxes.boxes[index]; }
  [[nodiscard]] Box& box(BoxIndex index) { return boxes.boxes[index]; }
  [[nodiscard]] std::string_view text(const Paragraph& paragraph) const {
    return std::string_view(out.text).substr(paragraph.text_begin, paragraph.text_end - paragraph.text_begin);
  }
  [[nodiscard]] std::span<const InlineItem> items(const Paragraph& paragraph) const {
    return std::span(boxes.items).subspan(paragraph.first_item, paragraph.item_count);
  }
};

/// A style's colour, `currentcolor` filled in.
Color resolved_color(css::Colour colour, const ComputedStyle& style);

}  // namespace sats::layout
