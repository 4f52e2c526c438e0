#include "sats/layout/flow_box.h"

namespace sats::layout {

FlowBox::FlowBox(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token)
    : layouter_(layouter),
      document_(layouter.document()),
      box_(box),
      style_(*layouter.document().box(box).style),
      space_(space),
      token_(token),
      edges_(layouter.edges(box, space.containing_width)) {
  if (resumed() && !is_clone()) edges_.top = 0;
}

void FlowBox::begin_fragment() {
  fragment_ = layouter_.fragments.add(box_);
  fragment().width = space_.width;
  fragment().starts_box = !resumed();
}

TokenIndex FlowBox::keep(BreakToken token) {
  token.box = box_;
  layouter_.tokens.push_back(std::move(token));
  return static_cast<TokenIndex>(layouter_.tokens.size() - 1);
}

}  // namespace sats::layout
