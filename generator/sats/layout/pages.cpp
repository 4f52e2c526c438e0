#include "sats/layout/pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace sats::layout {

using css::MarginBox;
using style::Break;

namespace {

/// A page number is asked of this many pages before a document is said to have no end.
constexpr int kMostEmptyPages = 50;

double seconds_now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

}  // namespace

Pages::Pages(Document& document, const base::PageSetup& setup, const LayoutLimits& limits)
    : document_(document), styles_(document, setup), limits_(limits), layouter_(document), painter_(document, layouter_) {}

PageKind Pages::kind_of(std::uint16_t name, bool blank) const {
  // The first page is a right one, as in a book.
  return {name, records_.empty(), blank, records_.size() % 2 == 1};
}

std::uint16_t Pages::name_after(TokenIndex token) const {
  if (token == kNoIndex) return document_.box(document_.boxes.root).page_start;
  while (layouter_.tokens[token].inner != kNoIndex) token = layouter_.tokens[token].inner;
  const auto& last = layouter_.tokens[token];
  return document_.box(last.child != kNoBox ? last.child : last.box).page_start;
}

void Pages::begin_record(const PageGeometry& page) {
  const auto number = static_cast<std::uint32_t>(records_.size());
  records_.push_back({&page, static_cast<std::uint32_t>(document_.out.items.size()), 0, {}});
  document_.out.pages.push_back({page.width, page.height, 0, 0});
  painter_.begin_page(number, {page.margin_left, page.margin_top, page.content_width(), page.content_height()});
  painter_.decorate(*page.style, {0, 0, page.width, page.height}, true, true);
}

void Pages::end_record() {
  painter_.end_page();
  auto& record = records_.back();
  record.end_item = static_cast<std::uint32_t>(document_.out.items.size());
  remember_strings(record);
  layouter_.fragments.all.clear();
  layouter_.fragments.lines.clear();
  layouter_.notes.clear();
}

void Pages::remember_strings(PageRecord& record) {
  const auto count = document_.boxes.string_names.size();
  if (count == 0) return;
  current_strings_.resize(count, nullptr);
  record.strings.entry = current_strings_;
  record.strings.first.assign(count, nullptr);
  for (const auto* set : painter_.strings) {
    if (record.strings.first[set->name] == nullptr) record.strings.first[set->name] = &set->value;
    current_strings_[set->name] = &set->value;
  }
  record.strings.last = current_strings_;
}

void Pages::add_blank_page(std::uint16_t name) {
  begin_record(styles_.of(kind_of(name, true)));
  end_record();
}

void Pages::fill() {
  const double deadline = seconds_now() + limits_.max_seconds;
  // Strings of elements that are not shown, such as the title, hold from the start.
  current_strings_.resize(document_.boxes.string_names.size(), nullptr);
  for (auto& anchor : document_.boxes.anchors) {
    if (anchor.strings.empty()) continue;
    bool hidden = false;
    for (auto up = anchor.node; up != html::kNoNode; up = document_.tree[up].parent) {
      hidden = hidden || document_.styled.style(up).display == style::Display::none;
    }
    for (const auto& set : anchor.strings) {
      if (hidden) current_strings_[set.name] = &set.value;
    }
  }
  TokenIndex token = kNoIndex;
  auto forced = Break::auto_;
  while (fill_page(token, forced)) {
    const bool too_many = records_.size() >= limits_.max_pages;
    if (!too_many && seconds_now() < deadline) continue;
    document_.report(base::Severity::error, too_many ? "sats.for-mange-sider" : "sats.for-langsomt", 0,
                     {{"grænse", too_many ? fmt::format("{}", limits_.max_pages) : fmt::format("{}", limits_.max_seconds)}});
    return;
  }
}

bool Pages::fill_page(TokenIndex& token, Break& forced) {
  const auto name = name_after(token);
  const bool wants_left = forced == Break::left || forced == Break::verso;
  const bool wants_right = forced == Break::right || forced == Break::recto;
  const bool next_is_left = records_.size() % 2 == 1;
  if ((wants_left && !next_is_left && !records_.empty()) || (wants_right && next_is_left)) add_blank_page(name);
  const auto& page = styles_.of(kind_of(name, false));
  begin_record(page);
  Region region;
  region.end = page.content_height();
  region.notes_width = page.content_width();
  if (const auto* area = page.boxes[static_cast<std::size_t>(MarginBox::footnote)]) {
    region.notes_extra = area->margin_top.points + area->border_top_width.points + area->padding_top.points;
  }
  std::vector<FragmentIndex> notes;
  std::vector<std::pair<BoxIndex, TokenIndex>> still_carried;
  for (const auto& [box, inner] : std::exchange(carried_, {})) {
    Region room;
    room.end = std::max(20.0F, region.end - (region.has_notes ? 0 : region.notes_extra) - 20);
    Space space;
    space.width = space.containing_width = region.notes_width;
    space.region = &room;
    const auto laid = still_carried.empty() && region.end > 40 ? layouter_.layout(box, space, inner) : Result{};
    if (laid.nothing()) {
      still_carried.emplace_back(box, inner);
      continue;
    }
    notes.push_back(laid.fragment);
    region.end -= layouter_.fragments[laid.fragment].height + (region.has_notes ? 0 : region.notes_extra);
    region.has_notes = true;
    if (laid.token != kNoIndex) still_carried.emplace_back(box, laid.token);
  }
  carried_ = std::move(still_carried);
  bool more = false;
  const bool body_left = token != kNoIndex || !body_done_;
  if (body_left) {
    Space space;
    space.width = space.containing_width = page.content_width();
    space.containing_height = page.content_height();
    const auto& root = *document_.box(document_.boxes.root).style;
    const auto margin = [&page](const css::Length& length) {
      return length.is_auto() ? 0 : length.resolve(page.content_width());
    };
    space.width -= margin(root.margin_left) + margin(root.margin_right);
    space.region = &region;
    const auto result = layouter_.fill(document_.boxes.root, space, token);
    place_notes(result.fragment, region, page, notes);
    painter_.paint(result.fragment, page.margin_left + margin(root.margin_left), page.margin_top);
    token = result.token;
    forced = result.forced;
    body_done_ = token == kNoIndex;
    more = !body_done_;
  }
  paint_notes(notes, page);
  for (const auto box : document_.boxes.fixed_boxes) {
    if (records_.size() > 1) painter_.paint_fixed(box);
  }
  end_record();
  release_paragraphs(token);
  return more || !carried_.empty();
}

void Pages::collect_unfinished(TokenIndex token, std::vector<std::uint32_t>& paragraphs) const {
  for (; token != kNoIndex; token = layouter_.tokens[token].inner) {
    const auto& here = layouter_.tokens[token];
    const auto& box = document_.box(here.box);
    if (box.kind == BoxKind::lines) paragraphs.push_back(box.content);
    for (const auto part : here.parts) {
      if (part != here.inner) collect_unfinished(part, paragraphs);
    }
    for (const auto& span : here.spans) collect_unfinished(span.token, paragraphs);
  }
}

void Pages::release_paragraphs(TokenIndex token) {
  // What goes on on the next page stays shaped; a paragraph of a megabyte is shaped once, not once a page.
  std::vector<std::uint32_t> unfinished;
  collect_unfinished(token, unfinished);
  for (const auto& [box, inner] : carried_) collect_unfinished(inner, unfinished);
  for (const auto row : layouter_.take_prepared()) {
    if (std::ranges::find(unfinished, row) == unfinished.end())
      document_.boxes.paragraphs[row].prepared.reset();
    else
      layouter_.keep_prepared(row);
  }
}

void Pages::collect_notes(FragmentIndex index, std::vector<BoxIndex>& notes) {
  const auto& fragment = layouter_.fragments[index];
  if (fragment.line_count > 0 && !fragment.repeated && document_.box(fragment.box).kind == BoxKind::lines) {
    const auto& lines = layouter_.fragments.lines;
    const auto& paragraph = document_.boxes.paragraphs[document_.box(fragment.box).content];
    const auto begin = lines[fragment.first_line].begin;
    const auto end = lines[fragment.first_line + fragment.line_count - 1].end;
    for (const auto& item : document_.items(paragraph)) {
      if (item.type == ItemType::footnote && item.begin <= end && (item.begin > begin || begin == 0))
        notes.push_back(item.box);
    }
  }
  if (fragment.repeated) return;
  for (auto child = fragment.first_child; child != kNoIndex; child = layouter_.fragments[child].next)
    collect_notes(child, notes);
}

void Pages::place_notes(FragmentIndex root, Region& region, const PageGeometry& page, std::vector<FragmentIndex>& placed) {
  if (layouter_.notes.empty()) return;
  std::vector<BoxIndex> notes;
  collect_notes(root, notes);
  const float body = layouter_.fragments[root].height;
  float room = page.content_height() - std::min(body, page.content_height() * 0.9F) - region.notes_extra;
  for (const auto fragment : placed) room -= layouter_.fragments[fragment].height;
  for (const auto box : notes) {
    (void)layouter_.note_height(box, region);
    const auto laid = layouter_.notes[box];
    const float height = layouter_.fragments[laid].height;
    if (carried_.empty() && height <= room + kSlack) {
      placed.push_back(laid);
      room -= height;
      continue;
    }
    // The rest of what does not fit goes to the next page.
    if (!carried_.empty() || room < 10) {
      carried_.emplace_back(box, kNoIndex);
      continue;
    }
    Region cut;
    cut.end = room;
    Space space;
    space.width = space.containing_width = region.notes_width;
    space.region = &cut;
    space.at_top = false;
    const auto part = layouter_.layout(box, space, kNoIndex);
    if (part.nothing()) {
      carried_.emplace_back(box, kNoIndex);
    } else {
      placed.push_back(part.fragment);
      carried_.emplace_back(box, part.token);
      if (part.token == kNoIndex) carried_.pop_back();
    }
    room = 0;
  }
}

void Pages::paint_notes(const std::vector<FragmentIndex>& placed, const PageGeometry& page) {
  if (placed.empty()) return;
  const auto* area = page.boxes[static_cast<std::size_t>(MarginBox::footnote)];
  float height = 0;
  for (const auto note : placed) height += layouter_.fragments[note].height;
  float y = page.height - page.margin_bottom - height;
  if (area != nullptr) {
    const float top = y - area->padding_top.points - area->border_top_width.points;
    painter_.decorate(
        *area,
        {page.margin_left, top, area->width.is_fixed() ? area->width.resolve(page.content_width()) : page.content_width(),
         page.height - page.margin_bottom - top},
        true, true);
  }
  for (const auto note : placed) {
    painter_.paint(note, page.margin_left, y);
    y += layouter_.fragments[note].height;
  }
}

}  // namespace sats::layout
