#include "sats/layout/layouter.h"

#include <algorithm>

#include "base/utf8.h"
#include "sats/layout/block_flow.h"
#include "sats/layout/called_notes.h"
#include "sats/layout/column_flow.h"
#include "sats/layout/flex_flow.h"
#include "sats/layout/line_flow.h"
#include "sats/layout/retract.h"
#include "sats/layout/table_flow.h"
#include "sats/text/white_space.h"

namespace sats::layout {

namespace {

/// Letters of a box's text that a warning shows.
constexpr std::size_t kMostOfText = 40;

}  // namespace

Result Layouter::layout(BoxIndex index, const Space& space, TokenIndex token) {
  const auto kind = document_.box(index).kind;
  const auto region = space.region == nullptr ? Region{} : *space.region;
  auto result = lay_kind(kind, index, space, token);
  // A box that is to stay whole goes to the next page, where it has all the room there is.
  const auto& box = document_.box(index);
  const bool whole = !box.anonymous && box.style->break_inside == style::Break::avoid;
  if (keeps_whole(box) && !result.nothing() && !space.at_top && space.region != nullptr) {
    const bool divided = result.token != kNoIndex && result.forced == style::Break::auto_;
    // Its last padding and border may hang out below a last line that fits.
    const bool hangs_out = space.top + fragments[result.fragment].height > space.region->end + kSlack;
    if (divided || (hangs_out && box.kind == BoxKind::block)) result = {};
  }
  if (whole && result.token != kNoIndex && result.forced == style::Break::auto_) fragments[result.fragment].strained = true;
  // What goes to the next page takes its footnotes along.
  if (result.nothing() && space.region != nullptr) *space.region = region;
  return result;
}

Result Layouter::lay_kind(BoxKind kind, BoxIndex index, const Space& space, TokenIndex token) {
  switch (kind) {
    case BoxKind::lines: return LineFlow(*this, index, space, token).run();
    case BoxKind::picture:
    case BoxKind::field: return lay_picture(index, space);
    case BoxKind::table: return TableFlow(*this, index, space, token).run();
    case BoxKind::flex: return FlexFlow(*this, index, space, token).run();
    case BoxKind::columns: return ColumnFlow(*this, index, space, token).run();
    default: return lay_block(index, space, token);
  }
}

Result Layouter::lay_block(BoxIndex index, const Space& space, TokenIndex token) {
  using Part = BlockFlow::Part;
  const auto& box = document_.box(index);
  const bool may_hang = space.region != nullptr && !box.anonymous && edges(index, space.containing_width).bottom > 0 &&
                        box.style->box_decoration_break == style::BoxDecorationBreak::slice;
  if (!may_hang) return BlockFlow(*this, index, space, token, Part{}).run();
  // A box that goes on has no bottom edge here (css-break-3 §5.4.2), so room is kept for it only when the box ends here.
  const auto before = mark();
  const auto region = *space.region;
  const auto floats = space.floats == nullptr ? FloatArea{} : *space.floats;
  auto result = BlockFlow(*this, index, space, token, Part{.end = BlockFlow::EndRoom::none}).run();
  const bool ends = !result.nothing() && result.token == kNoIndex;
  if (!ends || space.top + fragments[result.fragment].height <= space.region->end + kSlack) return result;
  go_back(before);
  *space.region = region;
  if (space.floats != nullptr) *space.floats = floats;
  return BlockFlow(*this, index, space, token, Part{}).run();
}

Result Layouter::fill(BoxIndex box, const Space& space, TokenIndex token) {
  return fill_well(*space.region, [&] { return layout(box, space, token); });
}

bool Layouter::is_same_place(TokenIndex one, TokenIndex other) const {
  if (one == kNoIndex || other == kNoIndex) return one == other;
  const auto& a = tokens[one];
  const auto& b = tokens[other];
  const auto same = [this](TokenIndex x, TokenIndex y) { return is_same_place(x, y); };
  const auto same_span = [this](const OpenSpan& x, const OpenSpan& y) {
    return x.cell == y.cell && is_same_place(x.token, y.token);
  };
  const auto same_float = [this](const OpenFloat& x, const OpenFloat& y) {
    return x.box == y.box && is_same_place(x.token, y.token);
  };
  // Empty height that is shown counts as progress only in a box of a set height, where nothing else is left.
  return a.box == b.box && a.child == b.child && a.offset == b.offset && a.row == b.row &&
         (a.child != kNoBox || a.consumed == b.consumed) && std::ranges::equal(a.parts, b.parts, same) &&
         std::ranges::equal(a.spans, b.spans, same_span) && std::ranges::equal(a.floats, b.floats, same_float) &&
         is_same_place(a.inner, b.inner);
}

bool Layouter::improve(Result& result, const Region& room) {
  Retractor retractor(*this);
  return wholes_give_way_ ? retractor.improve_divided(result) : retractor.improve(result, room);
}

bool Layouter::is_strained(const Result& column) {
  const bool broken = column.token != kNoIndex && column.forced == style::Break::auto_;
  return (broken && !Retractor(*this).is_fine(column)) || is_strained(column.fragment);
}

bool Layouter::is_strained(FragmentIndex index) const {
  if (fragments[index].strained) return true;
  for (auto child = fragments[index].first_child; child != kNoIndex; child = fragments[child].next) {
    if (is_strained(child)) return true;
  }
  return false;
}

Result Layouter::one_piece(BoxIndex index, const Space& space, float height) {
  Result result;
  const bool fits = space.region == nullptr || space.top + height <= space.region->end + kSlack;
  if (!fits && !space.at_top) return result;
  result.fragment = fragments.add(index);
  auto& fragment = fragments[result.fragment];
  fragment.width = space.width;
  fragment.height = height;
  result.end.add(used_margin(document_.box(index).style->margin_bottom, space.containing_width));
  return result;
}

Result Layouter::lay_picture(BoxIndex index, const Space& space) {
  const auto edge = edges(index, space.containing_width);
  auto size = picture_size(index, space.containing_width, space.containing_height);
  float height = size.height + edge.down();
  if (space.height >= 0) height = space.height;
  // A picture that is taller than the page is made to fit it, because a cut picture says nothing.
  const float room = space.region == nullptr ? kUnlimited : space.region->end - space.top;
  auto laid = one_piece(index, space, space.at_top ? std::min(height, std::max(room, 10.0F)) : height);
  if (!laid.nothing() && fragments[laid.fragment].height < height && size.height > 0) {
    const float scale = (fragments[laid.fragment].height - edge.down()) / size.height;
    fragments[laid.fragment].width = size.width * scale + edge.across();
    fragments[laid.fragment].strained = true;
  }
  return laid;
}

FragmentIndex Layouter::in_one_piece(BoxIndex index, float containing_width, float containing_height, float border_width) {
  Space space;
  space.containing_width = containing_width;
  space.containing_height = containing_height;
  const float room = containing_width - margins_of(document_.box(index), containing_width).across();
  space.width = border_width >= 0 ? border_width : fitting_width(index, room, containing_width);
  return layout(index, space, kNoIndex).fragment;
}

void Layouter::go_back(const Mark& mark) {
  fragments.all.resize(mark.fragments);
  fragments.lines.resize(mark.lines);
  tokens.resize(mark.tokens);
  std::erase_if(notes, [&mark](const auto& note) { return note.second != kNoIndex && note.second >= mark.fragments; });
}

void Layouter::report_cut_off(BoxIndex index) {
  const auto node = document_.box(index).node;
  if (node == html::kNoNode || !document_.reported_cut_off.insert(node).second) return;
  const auto text = squeezed(document_.tree.text_content(node));
  if (text.empty()) return;
  document_.report(base::Severity::warning, "sats.boks-uden-for-arket", node,
                   {{"ord", std::string(base::code_point_window(text, 0, kMostOfText))}});
}

PreparedParagraph& Layouter::prepared(const Box& box) {
  auto row = box.content;
  if (document_.boxes.paragraphs[row].prepared == nullptr) {
    auto made = prepare(document_, document_.boxes.paragraphs[row], *this);
    document_.boxes.paragraphs[row].prepared = std::move(made);
    prepared_.push_back(row);
  }
  return *document_.boxes.paragraphs[row].prepared;
}

float Layouter::note_height(BoxIndex box, const Region& region) {
  const auto [entry, is_new] = notes.try_emplace(box, kNoIndex);
  if (is_new) {
    Space space;
    space.width = region.notes_width;
    space.containing_width = region.notes_width;
    const auto laid = layout(box, space, kNoIndex).fragment;
    notes[box] = laid;
    return fragments[laid].height;
  }
  return entry->second == kNoIndex ? 0 : fragments[entry->second].height;
}

void Layouter::collect_notes(FragmentIndex index, std::vector<BoxIndex>& called) const {
  const auto& fragment = fragments[index];
  if (fragment.placeholder) return notes_called_in(document_, fragment.box, called);
  const auto first = static_cast<std::ptrdiff_t>(called.size());
  if (fragment.line_count > 0 && !fragment.repeated && document_.box(fragment.box).kind == BoxKind::lines) {
    const auto items = document_.items(document_.boxes.paragraphs[document_.box(fragment.box).content]);
    const auto begin = fragments.lines[fragment.first_line].begin;
    const auto end = fragments.lines[fragment.first_line + fragment.line_count - 1].end;
    auto item = std::ranges::lower_bound(items, begin, {}, &InlineItem::begin);
    for (; item != items.end() && item->begin <= end; ++item) {
      if (item->type == ItemType::footnote && (item->begin > begin || begin == 0)) called.push_back(item->box);
    }
  }
  if (fragment.repeated) return;
  for (auto child = fragment.first_child; child != kNoIndex; child = fragments[child].next) collect_notes(child, called);
  // Boxes in a line are its children, but their notes stand among its own, as the document has them.
  if (fragment.line_count > 0) std::sort(called.begin() + first, called.end());
}

TableGrid& Layouter::grid(BoxIndex table) {
  auto& entry = grids_[table];
  if (entry != nullptr) return *entry;
  entry = std::make_unique<TableGrid>(read_grid(document_.boxes, table));
  if (!entry->collapsed) return *entry;
  for (const auto& cell : entry->cells) {
    document_.box(cell.box).content = static_cast<std::uint32_t>(cell_borders_.size());
    cell_borders_.push_back(cell.collapsed);
  }
  return *entry;
}

}  // namespace sats::layout
