#include <algorithm>

#include "sats/layout/counters.h"
#include "sats/layout/pages.h"
#include "sats/layout/paragraph_builder.h"

namespace sats::layout {

using css::ContentItem;
using css::MarginBox;
using style::ListStyleType;

std::string Pages::page_label(std::uint32_t page, ListStyleType style) const {
  return format_number(static_cast<int>(page) + 1, style);
}

Numbers Pages::settle_numbers(Pass pass) {
  auto& out = document_.out;
  // First see whether all fit, so that a document is either right or untouched.
  struct Settled {
    ShapedText shaped;
    std::string text;
    float width = 0;
  };
  std::vector<Settled> settled(painter_.deferred.size());
  for (std::size_t i = 0; i < painter_.deferred.size(); ++i) {
    const auto& place = painter_.deferred[i];
    const auto& number = document_.boxes.numbers[place.number];
    const auto page = number.anchor == kNone ? place.page : document_.boxes.anchors[number.anchor].page;
    auto& one = settled[i];
    one.text = page == kNone ? "?" : page_label(page, number.style);
    document_.shaper.shape({one.text, 0, static_cast<std::uint32_t>(one.text.size()), 0},
                           document_.measures(*place.style).text, one.shaped);
    for (const auto& glyph : one.shaped.glyphs) one.width += glyph.advance;
    const float grows = one.width - place.width;
    const float room = place.leader != kNone ? painter_.leaders[place.leader].width : place.slack;
    if (grows > room + kSlack && pass == Pass::may_ask_again) return Numbers::need_another_pass;
  }
  for (std::size_t i = 0; i < painter_.deferred.size(); ++i) {
    const auto& place = painter_.deferred[i];
    const auto& one = settled[i];
    auto& run = out.runs[place.run];
    if (one.shaped.runs.empty()) continue;
    const float grows = one.width - place.width;
    run.face = one.shaped.runs[0].face;
    run.text_begin = static_cast<std::uint32_t>(out.text.size());
    out.text += one.text;
    run.text_end = static_cast<std::uint32_t>(out.text.size());
    run.cluster_base = 0;
    run.first_glyph = static_cast<std::uint32_t>(out.glyphs.size());
    run.glyph_count = static_cast<std::uint32_t>(one.shaped.glyphs.size());
    out.glyphs.insert(out.glyphs.end(), one.shaped.glyphs.begin(), one.shaped.glyphs.end());
    if (place.leader != kNone) {
      auto leader = painter_.leaders[place.leader];
      leader.right -= grows;
      run.x -= grows;
      for (auto other = leader.run + 1; other < place.run; ++other) out.runs[other].x -= grows;
      painter_.fill_leader(leader, leader.width - grows);
    } else if (place.at_right) {
      run.x -= grows;
    } else {
      for (auto other = place.run + 1; other < place.line_end; ++other) out.runs[other].x += grows;
    }
  }
  return Numbers::right;
}

std::string Pages::margin_text(std::uint32_t page, const ContentItem& item) {
  using Kind = ContentItem::Kind;
  switch (item.kind) {
    case Kind::text: return std::string(item.text);
    case Kind::counter:
      if (item.text == "pages")
        return page_label(static_cast<std::uint32_t>(records_.size() - 1), static_cast<ListStyleType>(item.list_style));
      if (item.text == "page") return page_label(page, static_cast<ListStyleType>(item.list_style));
      return {};
    case Kind::string: {
      const auto& names = document_.boxes.string_names;
      const auto found = std::ranges::find(names, item.text);
      if (found == names.end()) return item.text == "title" ? document_.out.info.title : std::string();
      const auto row = static_cast<std::size_t>(found - names.begin());
      const auto& strings = records_[page].strings;
      const std::string* value = strings.first[row] != nullptr ? strings.first[row] : strings.entry[row];
      if (item.pick == css::StringPick::last) value = strings.last[row];
      if (item.pick == css::StringPick::start)
        value = strings.entry[row] != nullptr ? strings.entry[row] : strings.first[row];
      if (item.pick == css::StringPick::first_except && strings.first[row] != nullptr) value = nullptr;
      return value == nullptr ? std::string() : *value;
    }
    default: return {};
  }
}

BoxIndex Pages::margin_box(std::uint32_t page, const ComputedStyle& style) {
  auto& boxes = document_.boxes;
  Box outer;
  outer.style = &style;
  outer.own_context = true;
  const auto outer_index = static_cast<BoxIndex>(boxes.boxes.size());
  boxes.boxes.push_back(outer);
  ParagraphBuilder paragraph(style);
  InlineItem like;
  like.style = &style;
  for (const auto& item : style.content->items) {
    if (item.kind == ContentItem::Kind::picture) {
      const auto row = document_.picture(item.text, html::kNoNode);
      if (row == kNone) continue;
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
      InlineItem object = like;
      object.type = ItemType::atomic;
      object.box = static_cast<BoxIndex>(boxes.boxes.size() - 1);
      paragraph.add_object(object);
      continue;
    }
    const auto text = margin_text(page, item);
    if (!text.empty()) paragraph.add_text(text, like, document_.language(style));
  }
  if (!paragraph.has_content()) return outer_index;
  Box lines;
  lines.kind = BoxKind::lines;
  lines.style = &style;
  lines.anonymous = true;
  lines.parent = outer_index;
  lines.content = paragraph.finish(document_);
  boxes.boxes.push_back(lines);
  boxes.boxes[outer_index].first_child = boxes.boxes[outer_index].last_child = static_cast<BoxIndex>(boxes.boxes.size() - 1);
  return outer_index;
}

void Pages::paint_margin_box(std::uint32_t page, MarginBox which, const Rect& area, ArtifactKind kind) {
  const auto* style = records_[page].geometry->boxes[static_cast<std::size_t>(which)];
  if (style == nullptr || style->content == nullptr || area.width <= 0 || area.height <= 0) return;
  const auto box = margin_box(page, *style);
  const auto laid = layouter_.in_one_piece(box, area.width, area.height, area.width);
  auto& fragment = layouter_.fragments[laid];
  const auto edge = layouter_.edges(box, area.width);
  const float margin_top = style->margin_top.is_auto() ? 0 : style->margin_top.resolve(area.height);
  const float margin_bottom = style->margin_bottom.is_auto() ? 0 : style->margin_bottom.resolve(area.height);
  const float height =
      style->height.is_fixed() ? fragment.height : std::max(fragment.height, area.height - margin_top - margin_bottom);
  const float rest = height - fragment.height;
  float shift = 0;
  if (style->vertical_align == style::VerticalAlign::middle) shift = rest / 2;
  if (style->vertical_align == style::VerticalAlign::bottom) shift = rest;
  (void)edge;
  for (auto child = fragment.first_child; child != kNoIndex; child = layouter_.fragments[child].next)
    layouter_.fragments[child].y += shift;
  fragment.height = height;
  painter_.paint_artifact(laid, area.x, area.y + margin_top, kind);
}

void Pages::paint_margin_row(std::uint32_t page, MarginBox first, float y, float height, ArtifactKind kind) {
  const auto& geometry = *records_[page].geometry;
  const auto at = [first](int i) { return static_cast<MarginBox>(static_cast<int>(first) + i); };
  const auto wish = [&](MarginBox which) {
    const auto* style = geometry.boxes[static_cast<std::size_t>(which)];
    if (style == nullptr) return 0.0F;
    if (style->width.is_fixed()) return style->width.resolve(geometry.content_width());
    return layouter_.widths(margin_box(page, *style)).max + 0.1F;
  };
  // The bottom row counts from the right corner in the enumeration.
  const bool top = first == MarginBox::top_left;
  const auto left_box = top ? at(0) : at(2);
  const auto right_box = top ? at(2) : at(0);
  const float room = geometry.content_width();
  float left = wish(left_box);
  const float center = std::min(wish(at(1)), room);
  float right = wish(right_box);
  if (center > 0) {
    const float side = (room - center) / 2;
    left = std::min(left, side);
    right = std::min(right, side);
  } else if (left + right > room) {
    const float scale = room / (left + right);
    left *= scale;
    right *= scale;
  } else if (right <= 0) {
    left = room;
  } else if (left <= 0) {
    right = room;
  }
  const float x = geometry.margin_left;
  paint_margin_box(page, left_box, {x, y, left, height}, kind);
  paint_margin_box(page, at(1), {x + (room - center) / 2, y, center, height}, kind);
  paint_margin_box(page, right_box, {x + room - right, y, right, height}, kind);
}

void Pages::paint_margins(std::uint32_t page) {
  const auto& g = *records_[page].geometry;
  painter_.begin_page(page, {});
  paint_margin_row(page, MarginBox::top_left, 0, g.margin_top, ArtifactKind::header);
  paint_margin_row(page, MarginBox::bottom_right, g.height - g.margin_bottom, g.margin_bottom, ArtifactKind::footer);
  const float right = g.width - g.margin_right;
  const float bottom = g.height - g.margin_bottom;
  paint_margin_box(page, MarginBox::top_left_corner, {0, 0, g.margin_left, g.margin_top}, ArtifactKind::header);
  paint_margin_box(page, MarginBox::top_right_corner, {right, 0, g.margin_right, g.margin_top}, ArtifactKind::header);
  paint_margin_box(page, MarginBox::bottom_left_corner, {0, bottom, g.margin_left, g.margin_bottom}, ArtifactKind::footer);
  paint_margin_box(page, MarginBox::bottom_right_corner, {right, bottom, g.margin_right, g.margin_bottom},
                   ArtifactKind::footer);
  const float third = g.content_height() / 3;
  const auto side = [&](MarginBox a, MarginBox b, MarginBox c, float x, float width) {
    paint_margin_box(page, a, {x, g.margin_top, width, third}, ArtifactKind::pagination);
    paint_margin_box(page, b, {x, g.margin_top + third, width, third}, ArtifactKind::pagination);
    paint_margin_box(page, c, {x, g.margin_top + 2 * third, width, third}, ArtifactKind::pagination);
  };
  side(MarginBox::left_top, MarginBox::left_middle, MarginBox::left_bottom, 0, g.margin_left);
  side(MarginBox::right_top, MarginBox::right_middle, MarginBox::right_bottom, right, g.margin_right);
}

void Pages::finish() {
  auto& out = document_.out;
  const auto content = std::exchange(out.items, {});
  out.items.reserve(content.size() + records_.size() * 4);
  for (std::uint32_t page = 0; page < records_.size(); ++page) {
    out.pages[page].first_item = static_cast<std::uint32_t>(out.items.size());
    out.items.insert(out.items.end(), content.begin() + records_[page].first_item,
                     content.begin() + records_[page].end_item);
    paint_margins(page);
    out.pages[page].item_count = static_cast<std::uint32_t>(out.items.size()) - out.pages[page].first_item;
    layouter_.fragments.all.clear();
    layouter_.fragments.lines.clear();
    for (const auto row : layouter_.take_prepared()) document_.boxes.paragraphs[row].prepared.reset();
  }
  add_destinations();
}

void Pages::add_destinations() {
  auto& out = document_.out;
  auto& anchors = document_.boxes.anchors;
  std::vector<std::uint32_t> rows(anchors.size(), kNone);
  for (std::uint32_t i = 0; i < anchors.size(); ++i) {
    const auto& anchor = anchors[i];
    if (anchor.page == kNone || (anchor.id.empty() && anchor.bookmark_level == 0)) continue;
    rows[i] = static_cast<std::uint32_t>(out.destinations.size());
    const auto name = anchor.id.empty() ? "sats-" + std::to_string(i) : std::string(anchor.id);
    out.destinations.push_back({name, anchor.page, anchor.x, anchor.y, anchor.tag});
  }
  for (auto& link : out.links) {
    if (link.destination != kNone) link.destination = rows[link.destination];
  }
  std::vector<std::uint32_t> bookmarks;
  for (std::uint32_t i = 0; i < anchors.size(); ++i) {
    if (anchors[i].bookmark_level > 0 && rows[i] != kNone && !anchors[i].bookmark.empty()) bookmarks.push_back(i);
  }
  std::ranges::sort(bookmarks, {}, [&](std::uint32_t i) { return anchors[i].node; });
  for (const auto i : bookmarks) {
    out.outline.push_back({anchors[i].bookmark, anchors[i].bookmark_level, rows[i], true});
  }
}

}  // namespace sats::layout
