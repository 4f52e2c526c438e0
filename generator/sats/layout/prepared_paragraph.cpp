#include "sats/layout/prepared_paragraph.h"

#include <algorithm>
#include <cmath>

#include "sats/layout/bidi_controls.h"
#include "sats/layout/letter_breaks.h"
#include "sats/text/keep_all.h"

namespace sats::layout {

namespace {

using style::VerticalAlign;
using style::WhiteSpace;

/// Points by which line boxes may differ and still be one height.
constexpr float kSameHeight = 0.01F;

/// How far `vertical-align` raises something above its parent's baseline; `size` is what it is itself.
float shift_of(Document& document, const ComputedStyle& style, const ComputedStyle& parent, const AtomicSize& size) {
  const auto& above = document.measures(parent);
  switch (style.vertical_align) {
    case VerticalAlign::sub: return -0.2F * parent.font_size;
    case VerticalAlign::super: return 0.34F * parent.font_size;
    case VerticalAlign::length: {
      const auto& own = document.measures(style);
      return style.vertical_align_length.resolve(own.ascent + own.descent);
    }
    case VerticalAlign::middle: return above.x_height / 2 - (size.ascent - size.descent) / 2;
    case VerticalAlign::text_top: return above.font_ascent - size.ascent;
    case VerticalAlign::text_bottom: return size.descent - above.font_descent;
    default: return 0;
  }
}

class Preparer {
 public:
  Preparer(Document& document, const Paragraph& paragraph, AtomicSizer& sizer)
      : document_(document),
        paragraph_(paragraph),
        items_(document.items(paragraph)),
        text_(document.text(paragraph)),
        sizer_(sizer) {}

  std::shared_ptr<PreparedParagraph> run() {
    out_ = std::make_shared<PreparedParagraph>();
    out_->position.assign(text_.size() + 1, 0);
    out_->heights.resize(items_.size());
    shape();
    measure_items();
    std::size_t line_begin = 0;
    for (std::size_t i = 1; i < out_->position.size(); ++i) {
      if (text_[i - 1] == '\t') out_->position[i] = to_tab_stop(out_->position[i - 1] - out_->position[line_begin]);
      if (text_[i - 1] == '\n') line_begin = i;
      out_->position[i] += out_->position[i - 1];
    }
    find_ends();
    measure_widths();
    return out_;
  }

 private:
  /// From a place on the line to the next tab stop (css-text-3 §4.2).
  float to_tab_stop(float x) {
    const auto& style = *paragraph_.style;
    const float step = style.tab_size < 0 ? -style.tab_size : style.tab_size * document_.measures(style).space;
    return step <= 0.01F ? 0 : (std::floor(x / step + 0.001F) + 1) * step - x;
  }

  void shape() {
    const auto bidi = bidi_runs(text_, base_direction(*paragraph_.style), bidi_controls(*paragraph_.style, items_));
    // The edges of an element that runs from right to left are turned also when its words are not.
    const auto is_turned = [](const InlineItem& item) {
      return item.type == ItemType::open && item.style->direction == style::Direction::rtl;
    };
    out_->has_bidi = bidi.size() > 1 || (!bidi.empty() && bidi[0].level != 0) || std::ranges::any_of(items_, is_turned);
    if (out_->has_bidi) out_->bidi = bidi;
    std::size_t at = 0;
    for (std::uint32_t i = 0; i < items_.size(); ++i) {
      const auto& item = items_[i];
      if (item.type != ItemType::text) continue;
      const auto& style = document_.measures(*item.style).text;
      while (at > 0 && bidi[at - 1].end > item.begin) --at;
      while (at < bidi.size() && bidi[at].end <= item.begin) ++at;
      for (auto run = at; run < bidi.size() && bidi[run].begin < item.end; ++run) {
        const TextPiece piece{text_, std::max(item.begin, bidi[run].begin), std::min(item.end, bidi[run].end),
                              bidi[run].level};
        shape_piece(piece, style, i);
      }
    }
  }

  void shape_piece(const TextPiece& piece, const TextStyle& style, std::uint32_t item) {
    const auto first_run = out_->shaped.runs.size();
    document_.shaper.shape(piece, style, out_->shaped);
    for (auto run = first_run; run < out_->shaped.runs.size(); ++run) {
      out_->run_items.push_back(item);
      const auto& shaped = out_->shaped.runs[run];
      for (std::uint32_t g = 0; g < shaped.glyph_count; ++g) {
        const auto& glyph = out_->shaped.glyphs[shaped.first_glyph + g];
        out_->position[glyph.cluster + 1] += glyph.advance;
      }
    }
  }

  /// What an inline element's own line box is, and how far it is raised, seen from its parent.
  void measure_items() {
    open_ = {{0, paragraph_.style}};
    out_->plain = true;
    for (std::size_t i = 0; i < items_.size(); ++i) measure_item(items_[i], out_->heights[i]);
  }

  void measure_item(const InlineItem& item, ItemHeight& height) {
    height.shift = open_.back().shift;
    switch (item.type) {
      case ItemType::open: open_item(item, height); break;
      case ItemType::close: close_item(item); break;
      case ItemType::atomic: measure_atomic(item); break;
      case ItemType::text:
      case ItemType::line_break: measure_text(item, height); break;
      case ItemType::leader: out_->has_flexible = true; break;
      case ItemType::floating:
      case ItemType::footnote:
      case ItemType::absolute: out_->plain = false; break;
    }
  }

  void open_item(const InlineItem& item, ItemHeight& height) {
    const auto& s = *item.style;
    const auto& own = document_.measures(s);
    height.shift += shift_of(document_, s, *open_.back().style, {0, own.ascent, own.descent});
    auto root = open_.back().edge_root;
    if (s.vertical_align == VerticalAlign::top || s.vertical_align == VerticalAlign::bottom) {
      root = static_cast<std::uint32_t>(&item - items_.data());
      height.shift = 0;
      out_->plain = false;
    }
    height.edge_root = root;
    open_.push_back({height.shift, item.style, root});
    if (item.node != html::kNoNode && item.partner != kNone) {
      const float edge = inline_edge(item);
      if (item.begin < text_.size())
        add_edge(item.begin, edge);
      else
        add_edge_before(content_end(item.begin), edge);
      lead_ = (lead_at_ == item.begin ? lead_ : 0) + edge;
      lead_at_ = item.begin;
    }
    out_->has_clones = out_->has_clones || is_cloned(item);
    const auto& strut = document_.measures(*paragraph_.style);
    out_->plain = out_->plain && height.shift == 0 && own.ascent <= strut.ascent && own.descent <= strut.descent;
  }

  void close_item(const InlineItem& item) {
    if (open_.size() > 1) open_.pop_back();
    if (item.partner == kNone) return;
    // The edge stands before a space that hangs at the end of a line.
    const auto end = content_end(item.begin);
    const bool is_empty = items_[item.partner].begin >= end && item.begin < text_.size();
    add_edge_before(is_empty ? item.begin : end, inline_edge(item));
  }

  void measure_atomic(const InlineItem& item) {
    const auto index = static_cast<std::uint32_t>(&item - items_.data());
    const float lead = lead_at_ == item.begin ? lead_ : 0;
    const auto asked = sizer_.atomic_widths(item.box);
    out_->atomics.push_back({index, asked.max, lead, open_.back().shift, open_.back().style});
    gives_way_.push_back(asked.max - asked.min);
    out_->position[item.end] += asked.max;
    out_->plain = false;
  }

  void measure_text(const InlineItem& item, ItemHeight& height) {
    const auto& strut = document_.measures(*paragraph_.style);
    const auto& own = document_.measures(*item.style);
    height.ascent = own.ascent + height.shift;
    height.descent = own.descent - height.shift;
    height.edge_root = open_.back().edge_root;
    height.to_line_edge = height.edge_root != kNone;
    out_->plain =
        out_->plain && height.ascent <= strut.ascent + kSameHeight && height.descent <= strut.descent + kSameHeight;
  }

  void add_edge(std::uint32_t offset, float width) {
    if (width == 0 || offset + 1 >= out_->position.size()) return;
    out_->position[offset + 1] += width;
  }
  void add_edge_before(std::uint32_t offset, float width) {
    if (width != 0 && offset > 0) out_->position[offset] += width;
  }

  /// The white-space rule at an offset; items are looked at in order.
  const ComputedStyle& style_at(std::uint32_t offset, std::size_t& item) const {
    while (item < items_.size() && (items_[item].end <= offset || items_[item].end == items_[item].begin)) ++item;
    return item < items_.size() && items_[item].begin <= offset ? *items_[item].style : *paragraph_.style;
  }

  std::uint32_t content_end(std::uint32_t offset) const {
    while (offset > 0 && (text_[offset - 1] == ' ' || text_[offset - 1] == '\n' || text_[offset - 1] == '\t')) --offset;
    return offset;
  }

  void find_ends() {
    std::vector<BreakOpportunity> found;
    find_breaks(text_, document_.language(*paragraph_.style), found);
    std::size_t item = 0;
    out_->ends.reserve(found.size() + 1);
    for (const auto& one : found) {
      if (one.offset == 0 || one.offset >= text_.size()) continue;
      if (one.kind != BreakKind::mandatory) {
        const auto& style = style_at(one.offset - 1, item);
        if (style.white_space == WhiteSpace::nowrap || style.white_space == WhiteSpace::pre) continue;
        if (style.word_break == style::WordBreak::keep_all && one.kind == BreakKind::allowed &&
            parts_letters(text_, one.offset))
          continue;
        if (one.kind == BreakKind::soft_hyphen && style.hyphens == style::Hyphens::none) continue;
      }
      out_->ends.push_back({one.offset, content_end(one.offset), one.kind});
    }
    const auto size = static_cast<std::uint32_t>(text_.size());
    out_->ends.push_back({size, content_end(size), BreakKind::mandatory});
    break_between_letters(text_, items_, *out_);
  }

  void measure_widths() {
    std::uint32_t begin = 0;
    std::uint32_t line_begin = 0;
    std::size_t atomic = 0;
    for (const auto& end : out_->ends) {
      float least = out_->width(begin, std::max(begin, end.content_end));
      for (; atomic < gives_way_.size() && items_[out_->atomics[atomic].item].begin < end.offset; ++atomic)
        least -= gives_way_[atomic];
      out_->min_width = std::max(out_->min_width, least);
      begin = end.offset;
      if (end.kind != BreakKind::mandatory) continue;
      out_->max_width = std::max(out_->max_width, out_->width(line_begin, std::max(line_begin, end.content_end)));
      line_begin = end.offset;
    }
    const float indent = paragraph_.style->text_indent.points;
    out_->max_width += std::max(0.0F, indent);
    if (paragraph_.style->overflow_wrap == style::OverflowWrap::anywhere)
      out_->min_width = std::min(out_->min_width, paragraph_.style->font_size);
  }

  /// An inline element around the item that is measured.
  struct Open {
    float shift;
    const ComputedStyle* style;
    std::uint32_t edge_root = kNone;
  };

  Document& document_;
  const Paragraph& paragraph_;
  std::span<const InlineItem> items_;
  std::string_view text_;
  AtomicSizer& sizer_;
  std::vector<Open> open_;
  std::vector<float> gives_way_;  ///< By atomic: how much narrower than it would like to be it can get.
  std::uint32_t lead_at_ = kNone;
  float lead_ = 0;
  std::shared_ptr<PreparedParagraph> out_;
};

}  // namespace

std::shared_ptr<PreparedParagraph> prepare(Document& document, const Paragraph& paragraph, AtomicSizer& sizer) {
  return Preparer(document, paragraph, sizer).run();
}

void fit_atomics(Document& document, const Paragraph& paragraph, PreparedParagraph& prepared, AtomicSizer& sizer,
                 float line_width) {
  if (prepared.atomics.empty() || prepared.fitted_width == line_width) return;
  prepared.fitted_width = line_width;
  float moved = 0;
  std::size_t next = 0;
  const auto move_to = [&](std::size_t end) {
    for (; next < end; ++next) prepared.position[next] += moved;
  };
  for (auto& atomic : prepared.atomics) {
    const auto& item = document.items(paragraph)[atomic.item];
    const auto box = document.box(item.box);
    const auto size = sizer.size_of(item.box, line_width);
    const auto align = box.anonymous ? VerticalAlign::baseline : box.style->vertical_align;
    auto& height = prepared.heights[atomic.item];
    height.shift = atomic.base_shift;
    if (align != VerticalAlign::baseline) height.shift += shift_of(document, *box.style, *atomic.parent, size);
    height.ascent = size.ascent + height.shift;
    height.descent = size.descent - height.shift;
    height.to_line_edge = align == VerticalAlign::top || align == VerticalAlign::bottom;
    move_to(item.end);
    moved += size.width - atomic.width;
    atomic.width = size.width;
  }
  move_to(prepared.position.size());
}

}  // namespace sats::layout
