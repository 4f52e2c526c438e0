#pragma once

#include "sats/layout/flex_room.h"
#include "sats/layout/flow_box.h"

namespace sats::layout {

/// Lays the items of a flex container in rows or in one column (css-flexbox-1, without reordering across lines).
class FlexFlow : private FlowBox {
 public:
  FlexFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token);

  Result run();

 private:
  struct Item {
    BoxIndex box;
    float base = 0;  ///< Hypothetical border box size along the main axis.
    float least = 0;
    float size = 0;
    Edges margins;
    bool auto_before = false;
    bool auto_after = false;
    bool frozen = false;
    FragmentIndex fragment = kNoIndex;
  };
  using Line = std::vector<Item>;

  std::vector<Item> collect();
  Item item_of(BoxIndex child) const;
  void place_marker(BoxIndex child);
  void keep_strut(BoxIndex child);

  Result run_rows();
  void measure(Item& item);

  /// The items in lines; the first `first_line` of them stay together, because they did so on the page before.
  std::vector<Line> wrap(std::span<const Item> items, std::size_t first_line) const;
  void stretch(Line& line) const;
  bool stretch_round(Line& line) const;
  bool lay_line(Line& line, std::span<const TokenIndex> parts);
  float line_height(const Line& line, std::size_t number, std::size_t lines);
  void justify(const Line& line, float height);
  void align(Item& item, float height, float baseline);

  Result run_column();
  Space column_space(const Item& item, float above);
  float across_column(const Item& item, float width) const;
  void justify_column(float rest);

  Result stop(BreakToken rest);
  Result finish(float bottom);
  [[nodiscard]] style::Align align_of(BoxIndex box) const;
  [[nodiscard]] float grow_of(const Item& item) const;
  [[nodiscard]] float shrink_of(const Item& item) const;

  std::vector<TokenIndex> parts_;
  float width_ = 0;
  float gap_x_ = 0;
  float gap_y_ = 0;
  float y_ = 0;
  float strut_ = 0;      ///< Height of the items with `visibility: collapse`; the first line is at least as tall.
  bool placed_ = false;  ///< An item of the column stands above.
};

}  // namespace sats::layout
