#pragma once

#include "sats/style/apply.h"
#include "sats/style/styled_tree.h"

namespace sats::style {

/// What became of the `var()`s of a value: all have values; one has none and no fallback; or they refer to each other in a
/// circle or grow without measure.
enum class FilledIn : std::uint8_t { fully, missing, endless };

/// Puts the values of custom properties in the place of `var()`.
FilledIn fill_in_variables(css::Tokens tokens, const CustomScope* scope, std::vector<css::Token>& out, int depth = 0);

/// Turns declarations into a style: the last one of each property wins, custom properties first, then the font size, then
/// all others. One cascade serves a document.
class Cascade {
 public:
  explicit Cascade(StyledTree& styled) : styled_(styled), winners_(css::properties().size()) {}

  void begin();
  void declare(const css::Declaration& declaration);
  ComputedStyle finish(const ApplyContext& context);

  /// The declarations of the style that was finished last whose variables have no end.
  [[nodiscard]] const std::vector<const css::Declaration*>& endless() const { return endless_; }

 private:
  void set(css::PropertyId property, const css::Value& value);
  void expand(const css::Declaration& declaration, const CustomScope* scope);
  static void finish_borders(ComputedStyle& style);
  static void finish_display(ComputedStyle& style, const ComputedStyle& parent);
  static void finish_position(ComputedStyle& style, const ComputedStyle& parent);
  static void finish_decoration(ComputedStyle& style, const ComputedStyle& parent);

  /// A value, and when it was declared: an expanded var() must not beat what came after it.
  struct Winner {
    css::Value value;
    std::uint32_t round = 0;
  };

  StyledTree& styled_;
  std::vector<Winner> winners_;
  std::vector<css::PropertyId> touched_;
  std::vector<const css::Declaration*> declared_;
  std::vector<const css::Declaration*> endless_;
  std::uint32_t round_ = 0;
};

}  // namespace sats::style
