#include <cmath>

#include "sats/layout/counters.h"
#include "sats/layout/pages.h"

namespace sats::layout {

using style::ListStyleType;

std::string Pages::page_label(std::uint32_t page, ListStyleType style) const {
  return format_number(number_of(page), style);
}

void Pages::number_pages() {
  std::vector<std::optional<int>> asked(records_.size());
  for (const auto& anchor : document_.boxes.anchors) {
    if (anchor.page_number && anchor.page < asked.size()) asked[anchor.page] = anchor.page_number;
  }
  int number = 0;
  for (std::size_t page = 0; page < records_.size(); ++page) {
    const auto& style = *records_[page].geometry->style;
    number = page_counter(style.counter_reset).value_or(number);
    number += page_counter(style.counter_increment).value_or(1);
    number = asked[page].value_or(number);
    numbers_.push_back(number);
  }
}

NumberStyle Pages::number_style(const PageGeometry& page) const {
  for (const auto* box : page.boxes) {
    if (box == nullptr || box->content == nullptr) continue;
    for (const auto& item : box->content->items) {
      if (item.kind != css::ContentItem::Kind::counter || item.text != "page") continue;
      switch (static_cast<ListStyleType>(item.list_style)) {
        case ListStyleType::lower_roman: return NumberStyle::lower_roman;
        case ListStyleType::upper_roman: return NumberStyle::upper_roman;
        case ListStyleType::lower_alpha: return NumberStyle::lower_alpha;
        case ListStyleType::upper_alpha: return NumberStyle::upper_alpha;
        default: return NumberStyle::decimal;
      }
    }
  }
  return NumberStyle::decimal;
}

void Pages::add_page_labels() {
  auto& labels = document_.out.page_labels;
  auto last = NumberStyle::decimal;
  for (std::uint32_t page = 0; page < records_.size(); ++page) {
    const auto style = number_style(*records_[page].geometry);
    const int expected = page == 0 ? 1 : numbers_[page - 1] + 1;
    const bool goes_on = numbers_[page] == expected && style == last;
    last = style;
    if (goes_on) continue;
    // What is called nothing or less has no name in a PDF.
    const bool countable = numbers_[page] > 0;
    labels.push_back({.first_page = page,
                      .style = countable ? style : NumberStyle::none,
                      .prefix = countable ? std::string() : std::to_string(numbers_[page]),
                      .start = countable ? static_cast<std::uint32_t>(numbers_[page]) : 1});
  }
}

Pages::SettledNumber Pages::shape_number(const DeferredNumber& place) {
  const auto& number = document_.boxes.numbers[place.number];
  const auto page = number.anchor == kNone ? place.page : document_.boxes.anchors[number.anchor].page;
  SettledNumber settled;
  settled.text = page == kNone ? "?" : page_label(page, number.style);
  document_.shaper.shape({settled.text, 0, static_cast<std::uint32_t>(settled.text.size()), 0},
                         document_.measures(*place.style).text, settled.shaped);
  for (const auto& glyph : settled.shaped.glyphs) settled.width += glyph.advance;
  return settled;
}

void Pages::put_number(const DeferredNumber& place, const SettledNumber& number) {
  if (number.shaped.runs.empty()) return;
  auto& out = document_.out;
  auto& run = out.runs[place.run];
  run.face = number.shaped.runs[0].face;
  run.text_begin = static_cast<std::uint32_t>(out.text.size());
  out.text += number.text;
  run.text_end = static_cast<std::uint32_t>(out.text.size());
  run.cluster_base = 0;
  run.first_glyph = static_cast<std::uint32_t>(out.glyphs.size());
  run.glyph_count = static_cast<std::uint32_t>(number.shaped.glyphs.size());
  out.glyphs.insert(out.glyphs.end(), number.shaped.glyphs.begin(), number.shaped.glyphs.end());
}

void Pages::make_room(const DeferredNumber& place, float grows) {
  auto& runs = document_.out.runs;
  if (place.leader != kNone) {
    auto leader = painter_.leaders[place.leader];
    leader.right -= grows;
    runs[place.run].x -= grows;
    for (auto other = leader.run + 1; other < place.run; ++other) runs[other].x -= grows;
    painter_.fill_leader(leader, leader.width - grows);
  } else if (place.at_right) {
    runs[place.run].x -= grows;
  } else {
    for (auto other = place.run + 1; other < place.line_end; ++other) runs[other].x += grows;
  }
}

Numbers Pages::settle_numbers(Pass pass) {
  // First see whether all fit, so that a document is either right or untouched.
  std::vector<SettledNumber> settled;
  settled.reserve(painter_.deferred.size());
  for (const auto& place : painter_.deferred) {
    settled.push_back(shape_number(place));
    const float grows = settled.back().width - place.width;
    // A line that ends at the right edge is set anew as a whole.
    const float room = place.leader != kNone ? painter_.leaders[place.leader].width : place.at_right ? 0 : place.slack;
    const bool fits = (place.at_right && place.leader == kNone ? std::abs(grows) : grows) <= room + kSlack;
    if (!fits && pass == Pass::may_ask_again) return Numbers::need_another_pass;
  }
  for (std::size_t i = 0; i < settled.size(); ++i) {
    if (settled[i].shaped.runs.empty()) continue;
    put_number(painter_.deferred[i], settled[i]);
    make_room(painter_.deferred[i], settled[i].width - painter_.deferred[i].width);
  }
  return Numbers::right;
}

}  // namespace sats::layout
