#pragma once

#include "sats/layout/layouter.h"

namespace sats::layout {

/// Lays the items of a flex container in rows or in one column (css-flexbox-1, without reordering across lines).
class FlexFlow {
 public:
  FlexFlow(Layouter& layouter, BoxIndex box, const Space& space, TokenIndex token);

  Result run();

 private:
  struct Item {
    BoxIndex box;
    float base = 0;  ///< Hypothetical border box size along the main axis.
    float least = 0;
    float size = 0;
    float margin_before = 0;
    float margin_after = 0;
    float margin_top = 0;
    float margin_bottom = 0;
    bool auto_before = false;
    bool auto_after = false;
    bool frozen = false;
    FragmentIndex fragment = kNoIndex;
  };
  using Line = std::vector<Item>;

  std::vector<Item> collect();
  Result run_rows();
  Result run_column();
  std::vector<Line> wrap(std::vector<Item> items) const;
  void stretch(Line& line) const;
  bool lay_line(Line& line, std::size_t number, const std::vector<TokenIndex>* parts);
  void justify(const Line& line, float height);
  void align(Item& item, float y, float height, float baseline);
  Result stop(std::uint32_t line, std::vector<TokenIndex> parts);
  Result finish(float bottom);
  [[nodiscard]] style::Align align_of(BoxIndex box) const;

  Layouter& layouter_;
  Document& document_;
  BoxIndex box_;
  const ComputedStyle& style_;
  Space space_;
  TokenIndex token_;
  Edges edges_;
  FragmentIndex fragment_ = kNoIndex;
  std::vector<TokenIndex> parts_;
  float width_ = 0;
  float gap_x_ = 0;
  float gap_y_ = 0;
  float y_ = 0;
};

}  // namespace sats::layout
