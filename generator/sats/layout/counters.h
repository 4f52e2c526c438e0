#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sats/css/value.h"
#include "sats/style/computed_style.h"

namespace sats::layout {

/// A number as a counter style writes it; numbers outside the style's range become decimal (css-counter-styles-3).
std::string format_number(int number, style::ListStyleType type);

/// What a list of changes says of the counter `page`.
std::optional<int> page_counter(const css::CounterList* changes);

/// The counters of a document while its elements are walked in order (css-lists-3 §4.4).
class Counters {
 public:
  void enter() { ++depth_; }
  /// Ends the scopes that children of the element opened.
  void leave();

  void reset(std::string_view name, int value);
  /// A counter for what is in the element alone, and not for what stands behind it.
  void begin_inside(std::string_view name, int value) { instances_.push_back({name, value, depth_ + 1}); }
  void increment(std::string_view name, int by);
  void set(std::string_view name, int value);

  [[nodiscard]] int value(std::string_view name) const;
  [[nodiscard]] std::string text(std::string_view name, style::ListStyleType type) const;
  [[nodiscard]] std::string texts(std::string_view name, std::string_view separator, style::ListStyleType type) const;

 private:
  struct Instance {
    std::string_view name;
    int value;
    int depth;
  };
  Instance* find(std::string_view name);

  std::vector<Instance> instances_;
  int depth_ = 0;
};

}  // namespace sats::layout
