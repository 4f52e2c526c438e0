#include <algorithm>

#include "sats/layout/counters.h"
#include "sats/layout/pages.h"
#include "sats/layout/paragraph_builder.h"

namespace sats::layout {

using css::ContentItem;
using css::MarginBox;
using style::ListStyleType;

std::string Pages::margin_string(std::uint32_t page, const ContentItem& item) const {
  const auto& names = document_.boxes.string_names;
  const auto found = std::ranges::find(names, item.text);
  if (found == names.end()) return item.text == "title" ? document_.out.info.title : std::string();
  const auto row = static_cast<std::size_t>(found - names.begin());
  const auto& strings = records_[page].strings;
  const auto* first = strings.first[row];
  const auto* entry = strings.entry[row];
  const std::string* value = nullptr;
  switch (item.pick) {
    case css::StringPick::first: value = first != nullptr ? first : entry; break;
    case css::StringPick::last: value = strings.last[row]; break;
    case css::StringPick::start: value = strings.start[row]; break;
    case css::StringPick::first_except: value = first != nullptr ? nullptr : entry; break;
  }
  return value == nullptr ? std::string() : *value;
}

std::string Pages::margin_text(std::uint32_t page, const ContentItem& item) const {
  using Kind = ContentItem::Kind;
  if (item.kind == Kind::text) return std::string(item.text);
  if (item.kind == Kind::string) return margin_string(page, item);
  if (item.kind != Kind::counter) return {};
  const auto style = static_cast<ListStyleType>(item.list_style);
  if (item.text == "pages") return format_number(static_cast<int>(records_.size()), style);
  return item.text == "page" ? page_label(page, style) : std::string();
}

void Pages::add_margin_picture(ParagraphBuilder& paragraph, std::string_view address, const ComputedStyle& style) {
  const auto row = document_.picture(address, html::kNoNode);
  if (row == kNone) return;
  auto& boxes = document_.boxes;
  PictureBox picture;
  picture.picture = row;
  boxes.pictures.push_back(picture);
  Box box;
  box.kind = BoxKind::picture;
  box.flow = FlowKind::atomic;
  box.style = &style;
  box.anonymous = true;
  box.content = static_cast<std::uint32_t>(boxes.pictures.size() - 1);
  boxes.boxes.push_back(box);
  InlineItem object;
  object.style = &style;
  object.type = ItemType::atomic;
  object.box = static_cast<BoxIndex>(boxes.boxes.size() - 1);
  paragraph.add_object(object);
}

BoxIndex Pages::margin_box(std::uint32_t page, const ComputedStyle& style) {
  std::vector<std::string> texts;
  for (const auto& item : style.content->items) texts.push_back(margin_text(page, item));
  auto& known = margin_contents_[&style];
  if (known.box == kNoBox || known.texts != texts) known.box = make_margin_box(style, texts);
  known.texts = std::move(texts);
  return known.box;
}

BoxIndex Pages::make_margin_box(const ComputedStyle& style, const std::vector<std::string>& texts) {
  ParagraphBuilder paragraph(style);
  InlineItem like;
  like.style = &style;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto& item = style.content->items[i];
    if (item.kind == ContentItem::Kind::picture) {
      add_margin_picture(paragraph, item.text, style);
      continue;
    }
    if (item.kind == ContentItem::Kind::leader) {
      auto leader = like;
      leader.type = ItemType::leader;
      leader.deferred = static_cast<std::uint32_t>(i);
      paragraph.add_object(leader);
      continue;
    }
    if (!texts[i].empty()) paragraph.add_text(texts[i], like, document_.language(style));
  }
  return box_around(document_, paragraph, {&style, &style});
}

void Pages::paint_margin_box(std::uint32_t page, MarginBox which, const Rect& area, ArtifactKind kind) {
  const auto* style = records_[page].geometry->boxes[static_cast<std::size_t>(which)];
  if (style == nullptr || style->content == nullptr || area.width <= 0 || area.height <= 0) return;
  const auto box = margin_box(page, *style);
  const auto laid = layouter_.in_one_piece(box, area.width, area.height, area.width);
  auto& fragment = layouter_.fragments[laid];
  const float margin_top = used_margin(style->margin_top, area.height);
  const float margin_bottom = used_margin(style->margin_bottom, area.height);
  const float height =
      style->height.is_fixed() ? fragment.height : std::max(fragment.height, area.height - margin_top - margin_bottom);
  const float rest = height - fragment.height;
  float shift = 0;
  if (style->vertical_align == style::VerticalAlign::middle) shift = rest / 2;
  if (style->vertical_align == style::VerticalAlign::bottom) shift = rest;
  for (auto child = fragment.first_child; child != kNoIndex; child = layouter_.fragments[child].next)
    layouter_.fragments[child].y += shift;
  fragment.height = height;
  painter_.paint_artifact(laid, area.x, area.y + margin_top, kind);
}

void Pages::paint_margins(std::uint32_t page) {
  const auto& g = *records_[page].geometry;
  painter_.begin_page(page, {});
  paint_margin_row(page, {MarginBox::top_left, MarginBox::top_center, MarginBox::top_right}, 0, g.margin_top,
                   ArtifactKind::header);
  paint_margin_row(page, {MarginBox::bottom_left, MarginBox::bottom_center, MarginBox::bottom_right},
                   g.height - g.margin_bottom, g.margin_bottom, ArtifactKind::footer);
  const float right = g.width - g.margin_right;
  const float bottom = g.height - g.margin_bottom;
  paint_margin_box(page, MarginBox::top_left_corner, {0, 0, g.margin_left, g.margin_top}, ArtifactKind::header);
  paint_margin_box(page, MarginBox::top_right_corner, {right, 0, g.margin_right, g.margin_top}, ArtifactKind::header);
  paint_margin_box(page, MarginBox::bottom_left_corner, {0, bottom, g.margin_left, g.margin_bottom}, ArtifactKind::footer);
  paint_margin_box(page, MarginBox::bottom_right_corner, {right, bottom, g.margin_right, g.margin_bottom},
                   ArtifactKind::footer);
  paint_margin_side(page, {MarginBox::left_top, MarginBox::left_middle, MarginBox::left_bottom}, 0, g.margin_left);
  paint_margin_side(page, {MarginBox::right_top, MarginBox::right_middle, MarginBox::right_bottom}, right, g.margin_right);
}

}  // namespace sats::layout
