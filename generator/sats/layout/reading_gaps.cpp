#include "sats/layout/reading_gaps.h"

#include <algorithm>

namespace sats::layout {

std::uint32_t ReadingGaps::begin_paragraph() {
  boxes_.gaps.emplace_back();
  has_text_.push_back(false);
  return static_cast<std::uint32_t>(boxes_.gaps.size() - 1);
}

NodeId ReadingGaps::text_element(NodeId element) const {
  const auto is_inline = [](Role role) {
    return role == Role::span || role == Role::quote || role == Role::code || role == Role::link || role == Role::reference;
  };
  while (is_inline(structure_.nodes[element].role)) element = structure_.nodes[element].parent;
  return element;
}

void ReadingGaps::note_text(NodeId element, std::uint32_t paragraph, FlowKind flow_of_container) {
  element = text_element(element);
  if (latest_.size() <= element) latest_.resize(std::max<std::size_t>(element + 1, latest_.size() * 2));
  auto& latest = latest_[element];
  const bool among_letters = flow_of_container == FlowKind::atomic;
  if (latest.paragraph != kNone && latest.paragraph != paragraph) {
    if (has_text_[paragraph])
      boxes_.gaps[latest.paragraph].after |= !latest.among_letters;
    else
      boxes_.gaps[paragraph].before |= !among_letters;
  }
  has_text_[paragraph] = true;
  latest = {paragraph, among_letters};
}

}  // namespace sats::layout
