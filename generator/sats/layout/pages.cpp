#include "sats/layout/pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "sats/layout/decoration.h"
#include "sats/layout/held_memory.h"

namespace sats::layout {

using style::Break;

namespace {

double seconds_now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

}  // namespace

Pages::Pages(Document& document, const base::PageSetup& setup, const LayoutLimits& limits)
    : document_(document),
      styles_(document, setup),
      limits_(limits),
      layouter_(document),
      painter_(document, layouter_),
      deadline_(seconds_now() + limits.max_seconds) {}

PageKind Pages::kind_of(std::uint16_t name, PageKind::Content content) const {
  // The first page is a right one, as in a book.
  return {name, records_.empty(), content == PageKind::Content::none, records_.size() % 2 == 1};
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
  decorate(document_, *page.style, {{0, 0, page.width, page.height}});
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
  record.strings.start = current_strings_;
  record.strings.first.assign(count, nullptr);
  for (const auto& [set, opens_page] : painter_.strings) {
    auto& first = record.strings.first[set->name];
    // Only what the page begins with counts as its start (css-gcpm-3 §1.1.2).
    if (first == nullptr && opens_page) record.strings.start[set->name] = &set->value;
    if (first == nullptr) first = &set->value;
    current_strings_[set->name] = &set->value;
  }
  record.strings.last = current_strings_;
}

void Pages::add_blank_page(std::uint16_t name) {
  begin_record(styles_.of(kind_of(name, PageKind::Content::none)));
  end_record();
}

void Pages::take_hidden_strings() {
  current_strings_.resize(document_.boxes.string_names.size(), nullptr);
  for (auto& anchor : document_.boxes.anchors) {
    if (anchor.strings.empty()) continue;
    bool hidden = false;
    for (auto up = anchor.node; up != html::kNoNode; up = document_.tree[up].parent)
      hidden = hidden || document_.styled.style(up).display == style::Display::none;
    for (const auto& set : anchor.strings) {
      if (hidden) current_strings_[set.name] = &set.value;
    }
  }
}

void Pages::fill() {
  take_hidden_strings();
  painter_.painted_text.begin(document_);
  layouter_.make_continued_titles();
  TokenIndex token = kNoIndex;
  auto forced = Break::auto_;
  while (!is_too_big() && fill_page(token, forced)) {
  }
  painter_.painted_text.report_missing(layouter_);
}

bool Pages::stop(const char* code, std::string limit) {
  document_.report(base::Severity::error, code, 0, {{"grænse", std::move(limit)}});
  return true;
}

bool Pages::is_too_big() {
  if (records_.size() >= limits_.max_pages) return stop("sats.for-mange-sider", fmt::format("{}", limits_.max_pages));
  return costs_too_much();
}

bool Pages::costs_too_much() {
  if (seconds_now() >= deadline_) return stop("sats.for-langsomt", fmt::format("{}", limits_.max_seconds));
  if (held_memory(document_, layouter_) > limits_.max_bytes)
    return stop("sats.for-meget-hukommelse", fmt::format("{}", limits_.max_bytes >> 20U));
  return false;
}

void Pages::turn_to_side(std::uint16_t name, Break forced) {
  const bool wants_left = forced == Break::left || forced == Break::verso;
  const bool wants_right = forced == Break::right || forced == Break::recto;
  const bool next_is_left = records_.size() % 2 == 1;
  if ((wants_left && !next_is_left && !records_.empty()) || (wants_right && next_is_left)) add_blank_page(name);
}

bool Pages::fill_page(TokenIndex& token, Break& forced) {
  const auto name = name_after(token);
  turn_to_side(name, forced);
  const auto& page = styles_.of(kind_of(name, PageKind::Content::some));
  begin_record(page);
  Region region;
  region.end = page.content_height();
  region.notes_width = page.content_width();
  region.notes_extra = notes_edge(page);
  auto notes = place_carried_notes(region);
  if (body_done_)
    place_notes(kNoIndex, region, page, notes);
  else
    lay_body(token, forced, region, notes);
  paint_notes(notes, page);
  for (const auto box : document_.boxes.fixed_boxes) {
    if (records_.size() > 1) painter_.paint_fixed(box);
  }
  end_record();
  release_paragraphs(token);
  return !body_done_ || !carried_.empty();
}

void Pages::lay_body(TokenIndex& token, Break& forced, Region& region, std::vector<FragmentIndex>& notes) {
  const auto& page = *records_.back().geometry;
  const auto& root = document_.box(document_.boxes.root);
  const auto margins = margins_of(root, page.content_width());
  Space space;
  space.containing_width = page.content_width();
  space.containing_height = page.content_height();
  space.width = page.content_width() - margins.across();
  space.region = &region;
  const auto room = region;
  const auto before = layouter_.mark();
  auto result = layouter_.fill(document_.boxes.root, space, token);
  if (token != kNoIndex && layouter_.is_same_place(token, result.token)) {
    // A rule may not hold the document up: the break is taken where the room ends.
    layouter_.go_back(before);
    region = room;
    result = layouter_.layout(document_.boxes.root, space, token);
    // Without any progress the document ends here, and what is missing is reported.
    if (layouter_.is_same_place(token, result.token)) result.token = kNoIndex;
  }
  place_notes(result.fragment, region, page, notes);
  painter_.paint(result.fragment, page.margin_left + margins.left, page.margin_top);
  token = result.token;
  forced = result.forced;
  body_done_ = token == kNoIndex;
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
    for (const auto& rest : here.floats) collect_unfinished(rest.token, paragraphs);
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

}  // namespace sats::layout
