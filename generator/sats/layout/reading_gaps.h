#pragma once

#include <vector>

#include "sats/layout/box.h"

namespace sats::layout {

/// Finds the words of one element that stand in several boxes (a block in a heading, items of a flex container, a float in a
/// sentence), between which those who hear the document need a space that nobody sees.
class ReadingGaps {
 public:
  explicit ReadingGaps(BoxTree& boxes, const StructureTree& structure) : boxes_(boxes), structure_(structure) {}

  /// The number of a paragraph that is begun.
  [[nodiscard]] std::uint32_t begin_paragraph();

  /// Text of an element is put into a paragraph. What an inline block holds stands among the letters around it.
  void note_text(NodeId element, std::uint32_t paragraph, FlowKind flow_of_container);

 private:
  /// Where the latest text of an element stands.
  struct Latest {
    std::uint32_t paragraph = kNone;
    bool among_letters = false;
  };

  [[nodiscard]] NodeId text_element(NodeId element) const;

  BoxTree& boxes_;
  const StructureTree& structure_;
  std::vector<Latest> latest_;  ///< By element of the tag tree.
  std::vector<bool> has_text_;  ///< By paragraph.
};

}  // namespace sats::layout
