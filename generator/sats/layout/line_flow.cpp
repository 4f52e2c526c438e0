#include "sats/layout/line_flow.h"

#include <algorithm>

#include "base/utf8.h"
#include "sats/layout/called_notes.h"
#include "sats/layout/element_text.h"
#include "sats/layout/paragraph_builder.h"

namespace sats::layout {

namespace {

/// Letters of a word that a warning shows.
constexpr std::size_t kMostOfWord = 40;

}  // namespace

LineFlow::LineFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token)
    : FlowBox(layouter, box, space, token),
      paragraph_(document_.boxes.paragraphs[self().content]),
      prepared_(layouter.prepared(self())),
      breaker_(document_, paragraph_, prepared_),
      text_(document_.text(paragraph_)),
      items_(document_.items(paragraph_)),
      floats_(space.floats == nullptr ? &own_floats_ : space.floats),
      ascent_(document_.measures(style_).ascent),
      descent_(document_.measures(style_).descent) {
  fit_atomics(document_, paragraph_, prepared_, layouter, space.width);
  if (resumed()) offset_ = this->token().offset;
}

Result LineFlow::run() {
  begin_fragment();
  floats_done_ = static_cast<std::uint32_t>(first_item(offset_));
  if (text_.empty()) {
    LineBox empty;
    if (place_floats(empty, 0) == Floats::no_room) return {};
    empty.available = space_.width;
    align(empty);
    place_marks(empty);
  }
  if (resumed() && token().child != kNoBox && !resume_box()) return stop();
  while (offset_ < text_.size()) {
    if (!place_line()) return stop();
  }
  keep_lines();
  Result result;
  result.fragment = fragment_;
  return result;
}

void LineFlow::keep_lines() {
  auto& all = layouter_.fragments.lines;
  fragment().first_line = static_cast<std::uint32_t>(all.size());
  fragment().line_count = static_cast<std::uint32_t>(lines_.size());
  fragment().height = y_;
  all.insert(all.end(), lines_.begin(), lines_.end());
}

std::size_t LineFlow::first_item(std::uint32_t offset) const {
  if (offset == 0) return 0;
  const auto found = std::ranges::lower_bound(items_, offset, {}, &InlineItem::begin);
  return static_cast<std::size_t>(found - items_.begin());
}

LineBox LineFlow::next_line(float& y) {
  const bool first = offset_ == 0;
  const float indent = first ? style_.text_indent.resolve(space_.containing_width) : 0;
  while (true) {
    const auto band = floats_->band(space_.float_y + y, ascent_ + descent_, space_.float_x, space_.float_x + space_.width);
    const float room = band.right - band.left;
    auto line = breaker_.cut(offset_, std::max(0.0F, room - indent));
    const bool narrowed = room < space_.width - kSlack;
    if (narrowed && line.width > room - indent + kSlack) {
      const float below = floats_->next_bottom(space_.float_y + y) - space_.float_y;
      if (below > y) {
        y = below;
        continue;
      }
    }
    if (breaker_.overflowed() && space_.region != nullptr) report_overflow(line);
    line.x = band.left - space_.float_x + indent;
    line.available = room - indent;
    return line;
  }
}

void LineFlow::report_overflow(const LineBox& line) const {
  const auto node = document_.box(self().parent).node;
  if (!document_.reported_wide.insert(node).second) return;
  auto words = std::string(text_.substr(line.begin, line.content_end - line.begin));
  if (words.starts_with(kObjectCharacter)) words = name_of_box(line);
  const auto word = base::code_point_window(words, 0, kMostOfWord);
  document_.report(base::Severity::warning, "sats.ord-for-bredt", node, {{"ord", std::string(word)}});
}

std::string LineFlow::name_of_box(const LineBox& line) const {
  for (const auto& item : items_) {
    if (item.type != ItemType::atomic || item.begin != line.begin || item.node == html::kNoNode) continue;
    if (auto words = element_text(document_, item.node); !words.empty()) return words;
    const auto& tree = document_.tree;
    for (const auto* name : {"alt", "aria-label", "src"}) {
      if (const auto said = tree.attribute(item.node, name); !said.empty()) return std::string(said);
    }
    return std::string(tree.svg_title(item.node).empty() ? tree[item.node].text : tree.svg_title(item.node));
  }
  return std::string(kObjectCharacter);
}

void LineFlow::set_height(LineBox& line) const {
  float ascent = ascent_;
  float descent = descent_;
  float edge = 0;
  ItemHeight aligned;
  if (!prepared_.plain) {
    for (auto i = first_item(line.begin) > 0 ? first_item(line.begin) - 1 : 0; i < items_.size(); ++i) {
      const auto& item = items_[i];
      if (item.begin >= line.end && item.end > line.end) break;
      if (item.begin > line.end) break;
      if (item.end <= line.begin || item.begin >= std::max(line.content_end, line.begin + 1)) continue;
      const auto& height = prepared_.heights[i];
      if (height.to_line_edge) {
        // What is aligned together is as tall as all of it.
        if (height.edge_root == kNone || height.edge_root != aligned.edge_root) aligned = {.edge_root = height.edge_root};
        aligned.ascent = std::max(aligned.ascent, height.ascent);
        aligned.descent = std::max(aligned.descent, height.descent);
        edge = std::max(edge, aligned.ascent + aligned.descent);
        continue;
      }
      if (item.type != ItemType::text && item.type != ItemType::atomic) continue;
      ascent = std::max(ascent, height.ascent);
      descent = std::max(descent, height.descent);
    }
  }
  if (edge > ascent + descent) descent = edge - ascent;
  line.height = ascent + descent;
  line.baseline = ascent;
}

LineFlow::Floats LineFlow::place_floats(const LineBox& line, float y) {
  auto outcome = Floats::none;
  for (auto i = floats_done_; i < items_.size() && items_[i].begin <= std::max(line.end, line.begin); ++i) {
    const auto& item = items_[i];
    if (item.begin == line.end && line.end < text_.size()) break;
    if (item.type == ItemType::floating) outcome = place_float(item, y);
    if (outcome == Floats::no_room) break;
    floats_done_ = i + 1;
  }
  return outcome;
}

float LineFlow::notes_of(const LineBox& line) {
  if (space_.region == nullptr || space_.region->notes_width <= 0 || prepared_.plain) return 0;
  float height = 0;
  for (auto i = first_item(line.begin); i < items_.size() && items_[i].begin <= line.end; ++i) {
    if (items_[i].type == ItemType::absolute) {
      if (!holds_mark(line, i)) continue;
      std::vector<BoxIndex> called;
      notes_called_in(document_, items_[i].box, called);
      for (const auto note : called) height += layouter_.note_height(note, *space_.region);
    }
    if (items_[i].type != ItemType::footnote || (items_[i].begin == line.begin && line.begin > 0)) continue;
    height += layouter_.note_height(items_[i].box, *space_.region);
  }
  if (height > 0 && !space_.region->has_notes) height += space_.region->notes_extra;
  return height;
}

bool LineFlow::asks_for_block(const LineBox& line) const {
  for (auto i = first_item(line.begin); i < items_.size() && items_[i].begin <= line.end; ++i) {
    if (items_[i].type == ItemType::footnote && items_[i].style->footnote_policy == style::FootnotePolicy::block)
      return true;
  }
  return false;
}

bool LineFlow::fits_with_notes(const LineBox& line, float notes) {
  if (space_.region == nullptr) return true;
  if (fits(line.y + line.height + notes)) return true;
  if (is_at_top()) return true;
  moves_whole_ = fits(line.y + line.height) && asks_for_block(line);
  return false;
}

bool LineFlow::place_line() {
  float y = y_;
  auto line = next_line(y);
  const auto floats = prepared_.plain ? Floats::none : place_floats(line, y);
  if (floats == Floats::no_room) return false;
  if (floats == Floats::placed) {
    y = y_;
    line = next_line(y);
  }
  set_height(line);
  line.y = y;
  if (too_tall_box(line) != nullptr) return divide_box(line);
  const float notes = notes_of(line);
  if (!fits_with_notes(line, notes)) return false;
  if (space_.region != nullptr) {
    regions_.push_back(*space_.region);
    space_.region->take_notes(notes);
  }
  align(line);
  lines_.push_back(line);
  place_atomics(line);
  if (!prepared_.plain) place_marks(line);
  y_ = y + line.height;
  offset_ = line.end;
  return true;
}

std::uint32_t LineFlow::lines_left(std::uint32_t wanted) {
  std::uint32_t count = 0;
  for (auto offset = offset_; offset < text_.size() && count < wanted; ++count)
    offset = breaker_.cut(offset, space_.width).end;
  return count;
}

void LineFlow::drop_last_line() {
  const auto line = lines_.back();
  lines_.pop_back();
  if (space_.region != nullptr) *space_.region = regions_.back(), regions_.pop_back();
  y_ = line.y;
  offset_ = line.begin;
}

Result LineFlow::stop() {
  if (box_rest_ != kNoIndex) {
    if (offset_ < text_.size()) drop_floats_from(offset_);
    BreakToken rest;
    rest.offset = offset_;
    rest.child = divided_;
    rest.inner = box_rest_;
    fragment().strained = true;
    return stop_with(std::move(rest));
  }
  const auto widows = static_cast<std::uint32_t>(std::max(1.0F, style_.widows));
  const auto orphans = resumed() ? 1U : static_cast<std::uint32_t>(std::max(1.0F, style_.orphans));
  const auto left = widows > 1 ? lines_left(widows) : widows;
  const auto moved = left < widows ? widows - left : 0;
  const bool possible = lines_.size() >= moved + orphans;
  if (!space_.at_top && !piece_placed_ && (!possible || (moves_whole_ && !resumed()))) return {};
  if (possible) {
    for (std::uint32_t i = 0; i < moved; ++i) drop_last_line();
  }
  // Floats may have been placed for the line that did not fit.
  if (!prepared_.plain) drop_floats_from(offset_);
  BreakToken rest;
  rest.offset = offset_;
  fragment().strained = !possible;
  return stop_with(std::move(rest));
}

Result LineFlow::stop_with(BreakToken rest) {
  keep_lines();
  fragment().ends_box = false;
  Result result;
  result.fragment = fragment_;
  result.token = keep(std::move(rest));
  return result;
}

}  // namespace sats::layout
