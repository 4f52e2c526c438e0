#include "sats/layout/called_notes.h"

namespace sats::layout {

void notes_called_in(const Document& document, BoxIndex index, std::vector<BoxIndex>& called) {
  if (!document.boxes.has_footnotes) return;
  const auto& box = document.boxes.boxes[index];
  if (box.kind == BoxKind::lines) {
    for (const auto& item : document.items(document.boxes.paragraphs[box.content])) {
      if (item.type == ItemType::footnote)
        called.push_back(item.box);
      else if (item.box != kNoBox)
        notes_called_in(document, item.box, called);
    }
  }
  for (auto child = box.first_child; child != kNoBox; child = document.boxes.boxes[child].next)
    notes_called_in(document, child, called);
}

}  // namespace sats::layout
