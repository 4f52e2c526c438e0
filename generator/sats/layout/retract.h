#pragma once

#include "sats/layout/layouter.h"

namespace sats::layout {

/// Looks for a better place for a break than where the room ended, and cuts the fragments there.
///
/// A page is first filled as far as it goes. If the break then stands where a style wants none (behind a heading, inside a
/// block that is to stay together), the places before it are tried, nearest first, and the first one that breaks no rule is
/// taken. When there is none, the break stays where it is: a page is never left empty for the sake of a rule.
class Retractor {
 public:
  explicit Retractor(Layouter& layouter)
      : layouter_(layouter), document_(layouter.document()), fragments_(layouter.fragments), tokens_(layouter.tokens) {}

  void improve(Result& result);

  /// Whether the break below stands where no style forbids it.
  [[nodiscard]] bool is_fine(const Result& result) const;

 private:
  /// A place to cut: before `fragment`, or after `lines` lines of it. `path` leads to it from the root.
  struct Cut {
    FragmentIndex fragment = kNoIndex;
    std::uint32_t lines = 0;
  };

  /// Whether a box is inside one that is to stay in one piece.
  enum class Inside : std::uint8_t { divisible, kept_whole };

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
