#include "sats/layout/layouter.h"
#include "sats/layout/paragraph_builder.h"

namespace sats::layout {

namespace {

/// The first paragraph below a box that satisfies a test, depth first.
template <typename Test>
BoxIndex find_lines(const BoxTree& boxes, BoxIndex from, const Test& test) {
  for (auto child = boxes.boxes[from].first_child; child != kNoBox; child = boxes.boxes[child].next) {
    if (boxes.boxes[child].kind == BoxKind::lines && test(boxes.boxes[from])) return child;
    if (const auto found = find_lines(boxes, child, test); found != kNoBox) return found;
  }
  return kNoBox;
}

}  // namespace

void Layouter::make_continued_titles() {
  const auto count = document_.boxes.boxes.size();
  for (BoxIndex box = 0; box < count; ++box) {
    const auto& style = *document_.box(box).style;
    if (style.continued_title == nullptr || document_.box(box).anonymous) continue;
    const auto title = make_continued_title(box, style.continued_title->text);
    if (title != kNoBox) continued_titles_.emplace(box, title);
  }
}

BoxIndex Layouter::continued_title(BoxIndex box) const {
  const auto found = continued_titles_.find(box);
  return found == continued_titles_.end() ? kNoBox : found->second;
}

BoxIndex Layouter::make_continued_title(BoxIndex box, std::string_view suffix) {
  auto& boxes = document_.boxes;
  const auto is_heading = [this](const Box& holder) {
    return holder.node != html::kNoNode && html::heading_level(document_.tree[holder.node].tag) > 0;
  };
  auto source = find_lines(boxes, box, is_heading);
  if (source == kNoBox) source = find_lines(boxes, box, [](const Box&) { return true; });
  if (source == kNoBox) return kNoBox;
  const auto& style = *boxes.boxes[source].style;
  std::string text;
  const auto paragraph = boxes.paragraphs[boxes.boxes[source].content];
  for (const auto& item : document_.items(paragraph)) {
    if (item.type == ItemType::text) text += document_.text(paragraph).substr(item.begin, item.end - item.begin);
  }
  ParagraphBuilder builder(style);
  InlineItem like;
  like.style = &style;
  builder.add_text(text, like, document_.language(style));
  builder.add_text(suffix, like, document_.language(style));
  return box_around(document_, builder, {boxes.boxes[boxes.boxes[source].parent].style, &style});
}

}  // namespace sats::layout
