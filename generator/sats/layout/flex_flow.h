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
    float base = 0;  ///< Border box size along the main axis before it grows or shrinks.
    float least = 0;
    float most = kUnlimited;
    float size = 0;
    Edges margins;
    bool auto_before = false;
    bool auto_after = false;
    float factor = 0;  ///< `flex-grow` or `flex-shrink`, whichever is needed.
    float weight = 0;  ///< Its part of what is shared; who shrinks gives more the bigger it is.
    float moved = 0;   ///< By how much its limits move it in this round.
    bool frozen = false;
    FragmentIndex fragment = kNoIndex;

    [[nodiscard]] float bounded(float wished) const { return std::max(least, std::min(wished, most)); }
  };
  enum class Flexing : std::uint8_t { grow, shrink };
  using Line = std::vector<Item>;

  struct LinePlace {
    float y = 0;
    float height = 0;
    std::size_t count = 0;  ///< Of the items in it.
  };

  std::vector<Item> collect();
  Item item_of(BoxIndex child) const;
  void place_marker(BoxIndex child);
  void keep_strut(BoxIndex child);

  Result run_rows();
  void measure(Item& item);

  /// The items in lines; the first `first_line` of them stay together, because they did so on the page before.
  std::vector<Line> wrap(std::span<const Item> items, std::size_t first_line) const;
  /// Gives the items their sizes in the room for their border boxes together.
  void stretch(Line& line, float room) const;
  void begin_flexing(Item& item, Flexing flexing) const;
  static float free_room(const Line& line, float room);
  static void stretch_round(Line& line, float share);
  bool lay_line(Line& line, std::span<const TokenIndex> parts);
  float line_height(const Line& line, std::size_t number, std::size_t lines);
  void justify(const Line& line, float height);
  void align(Item& item, float height, float baseline);
  void reverse_lines(std::span<const LinePlace> lines);

  Result run_column();
  void size_column(Line& items);
  void measure_down(Item& item);
  Space column_space(const Item& item, float above);
  float across_column(const Item& item, float width) const;
  void justify_column(float rest);

  Result stop(BreakToken rest);
  Result finish(float bottom);
  [[nodiscard]] style::Align align_of(BoxIndex box) const;
  [[nodiscard]] bool is_column() const;
  [[nodiscard]] float border_box_height(const css::Length& length) const;
  [[nodiscard]] float least_height() const;

  std::vector<TokenIndex> parts_;
  float width_ = 0;
  float gap_x_ = 0;
  float gap_y_ = 0;
  float y_ = 0;
  float strut_ = 0;      ///< Height of the items with `visibility: collapse`; the first line is at least as tall.
  bool placed_ = false;  ///< An item of the column stands above.
};

}  // namespace sats::layout
