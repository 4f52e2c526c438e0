#include <algorithm>

#include "sats/layout/decoration.h"
#include "sats/layout/pages.h"

namespace sats::layout {

using css::MarginBox;

namespace {

/// Points that a note carried from the page before must leave for the text, and the least worth starting one in.
constexpr float kRoomForText = 20;
constexpr float kLeastForNotes = 40;

/// Points below which no part of a further note is put on a page.
constexpr float kLeastForNote = 10;

/// Notes may take this much of a page from the text that calls them.
constexpr float kMostForNotes = 0.9F;

}  // namespace

float Pages::notes_edge(const PageGeometry& page) const {
  const auto* area = page.boxes[static_cast<std::size_t>(MarginBox::footnote)];
  return area == nullptr ? 0 : area->margin_top.points + area->border_top_width.points + area->padding_top.points;
}

std::vector<FragmentIndex> Pages::place_carried_notes(Region& region) {
  std::vector<FragmentIndex> placed;
  std::vector<std::pair<BoxIndex, TokenIndex>> still_carried;
  for (const auto& [box, inner] : std::exchange(carried_, {})) {
    const float edge = region.has_notes ? 0 : region.notes_extra;
    Region room;
    room.end = std::max(kRoomForText, region.end - edge - kRoomForText);
    Space space;
    space.width = space.containing_width = region.notes_width;
    space.region = &room;
    const bool tries = still_carried.empty() && region.end > kLeastForNotes;
    const auto laid = tries ? layouter_.layout(box, space, inner) : Result{};
    if (laid.nothing()) {
      still_carried.emplace_back(box, inner);
      continue;
    }
    placed.push_back(laid.fragment);
    region.end -= layouter_.fragments[laid.fragment].height + edge;
    region.has_notes = true;
    if (laid.token != kNoIndex) still_carried.emplace_back(box, laid.token);
  }
  carried_ = std::move(still_carried);
  return placed;
}

void Pages::place_notes(FragmentIndex root, Region& region, const PageGeometry& page, std::vector<FragmentIndex>& placed) {
  if (!document_.boxes.has_footnotes) return;
  // Notes may call other ones.
  std::vector<BoxIndex> notes;
  for (const auto carried : placed) layouter_.collect_notes(carried, notes);
  if (root != kNoIndex) layouter_.collect_notes(root, notes);
  const float body = root == kNoIndex ? 0 : layouter_.fragments[root].height;
  float room = page.content_height() - std::min(body, page.content_height() * kMostForNotes) - region.notes_extra;
  for (const auto fragment : placed) room -= layouter_.fragments[fragment].height;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const auto box = notes[i];
    const float height = layouter_.note_height(box, region);
    if (carried_.empty() && height <= room + kSlack) {
      placed.push_back(layouter_.notes[box]);
      room -= height;
      layouter_.collect_notes(placed.back(), notes);
      continue;
    }
    // The rest of what does not fit goes to the next page.
    const auto before = placed.size();
    if (!carried_.empty() || room < kLeastForNote)
      carried_.emplace_back(box, kNoIndex);
    else
      place_part_of_note(box, {region.notes_width, room}, placed);
    if (placed.size() > before) layouter_.collect_notes(placed.back(), notes);
    room = 0;
  }
}

void Pages::place_part_of_note(BoxIndex box, const FloatArea::Size& room, std::vector<FragmentIndex>& placed) {
  Region cut;
  cut.end = room.height;
  Space space;
  space.width = space.containing_width = room.width;
  space.region = &cut;
  space.at_top = false;
  const auto part = layouter_.layout(box, space, kNoIndex);
  if (part.nothing()) {
    carried_.emplace_back(box, kNoIndex);
    return;
  }
  placed.push_back(part.fragment);
  if (part.token != kNoIndex) carried_.emplace_back(box, part.token);
}

void Pages::paint_notes(const std::vector<FragmentIndex>& placed, const PageGeometry& page) {
  if (placed.empty()) return;
  const auto* area = page.boxes[static_cast<std::size_t>(MarginBox::footnote)];
  float height = 0;
  for (const auto note : placed) height += layouter_.fragments[note].height;
  float y = page.height - page.margin_bottom - height;
  if (area != nullptr) {
    const float top = y - area->padding_top.points - area->border_top_width.points;
    const float width = area->width.is_fixed() ? area->width.resolve(page.content_width()) : page.content_width();
    decorate(document_, *area, {{page.margin_left, top, width, page.height - page.margin_bottom - top}});
  }
  for (const auto note : placed) {
    painter_.paint(note, page.margin_left, y);
    y += layouter_.fragments[note].height;
  }
}

}  // namespace sats::layout
