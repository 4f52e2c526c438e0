#pragma once

#include "sats/layout/layouter.h"

namespace sats::layout {

/// Looks for a better place for a break than where the room ended, and cuts the fragments there.
///
/// A page is first filled as far as it goes. If the break then stands where a style wants none (behind a heading, inside a
/// block that is to stay together), the places before it are tried, nearest first, and the first one that breaks no rule
/// is taken. When there is none, the break stays where it is: a page is never left empty for the sake of a rule.
class Retractor {
 public:
  explicit Retractor(Layouter& layouter)
      : layouter_(layouter), document_(layouter.document()), fragments_(layouter.fragments), tokens_(layouter.tokens) {}

  /// False when boxes that are to stay whole had better give way: when the break parts siblings that are to stay together
  /// and there is no better place, or when it leaves the page nearly empty for a box that the next page has no room for.
  bool improve(Result& result, const Region& room);

  /// The same where they have given way: what is divided then stays so.
  bool improve_divided(Result& result);

  /// Whether the break below stands where no style forbids it.
  [[nodiscard]] bool is_fine(const Result& result) const;

 private:
  /// A place to cut: before `fragment`, or after `lines` lines of it. `path` leads to it from the root.
  struct Cut {
    FragmentIndex fragment = kNoIndex;
    std::uint32_t lines = 0;
  };

  /// Where a break stands: where it may, inside a box that is to stay whole, or between two that are to stay together.
  enum class Standing : std::uint8_t { fine, inside_whole, between_tied };

  [[nodiscard]] Standing standing_of(const Result& result) const;

  /// Whether a box is inside one that is to stay in one piece.
  enum class Inside : std::uint8_t { divisible, kept_whole };

  bool hangs_on_float(const Result& result) const;
  /// How tall what begins behind the break would be in one piece, when it is to stay whole; else nothing.
  float whole_behind(const Result& result);
  float height_of_whole(BoxIndex box, float containing_width);
  [[nodiscard]] float top_of_cut(const Cut& cut) const;

  bool find(FragmentIndex index, Inside inside, Cut& cut);
  bool find_between(FragmentIndex child, Cut& cut);
  bool find_in_lines(FragmentIndex index, Cut& cut) const;
  bool may_part(FragmentIndex above, FragmentIndex below) const;
  bool has_content_before(FragmentIndex index) const;
  [[nodiscard]] FragmentIndex last_solid(FragmentIndex from) const;
  [[nodiscard]] bool stands_side_by_side(const Box& box) const;

  void apply(const Cut& cut, Result& result);
  TokenIndex cut_lines(const Cut& cut);
  TokenIndex cut_children(const Cut& cut, FragmentIndex parent);
  TokenIndex cut_parent(FragmentIndex parent, TokenIndex inner);
  void end_here(FragmentIndex index, float bottom);
  std::vector<FragmentIndex> feet_of(FragmentIndex parent) const;
  void put_back(FragmentIndex parent, const std::vector<FragmentIndex>& feet, float y);
  TokenIndex add_token(BreakToken token);

  Layouter& layouter_;
  Document& document_;
  Fragments& fragments_;
  std::vector<BreakToken>& tokens_;
  std::vector<FragmentIndex> path_;
  std::vector<FragmentIndex> best_path_;
};

}  // namespace sats::layout
