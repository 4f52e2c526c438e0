#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "sats/css/token.h"

namespace sats::css {

/// A colour in sRGB with alpha; `current` stands for the element's text colour.
struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;
  bool current = false;

  bool operator==(const Colour&) const = default;
};

/// A computed length: points plus a part of what percentages refer to, or a word.
struct Length {
  enum class Kind : std::uint8_t { fixed, automatic, none, normal };

  float points = 0;
  float percent = 0;  ///< As a fraction: 50% is 0.5.
  Kind kind = Kind::fixed;

  static constexpr Length automatic() { return {0, 0, Kind::automatic}; }
  static constexpr Length none() { return {0, 0, Kind::none}; }
  static constexpr Length normal() { return {0, 0, Kind::normal}; }

  [[nodiscard]] constexpr bool is_fixed() const { return kind == Kind::fixed; }
  [[nodiscard]] constexpr bool is_auto() const { return kind == Kind::automatic; }
  [[nodiscard]] constexpr bool has_percent() const { return percent != 0; }
  [[nodiscard]] constexpr float resolve(float reference) const { return points + percent * reference; }
  bool operator==(const Length&) const = default;
};

/// A specified length as a sum of units; every `calc()` of lengths comes down to this.
struct LengthSum {
  float points = 0;
  float percent = 0;
  float em = 0;
  float rem = 0;
  float ex = 0;
  float ch = 0;
  float number = 0;       ///< Without unit.
  float page_width = 0;   ///< `vw`, as a fraction.
  float page_height = 0;  ///< `vh`.
};

struct StringValue {
  std::string_view text;
};

/// A stop of a gradient: its colour and, when said, its place along the line.
struct GradientStop {
  Colour colour;
  std::optional<Length> place;
};

/// `linear-gradient()`. The line has an angle, or leads to a corner whatever the box's shape (css-images-3 §3.1).
struct LinearGradient {
  float degrees = 180;       ///< 0 is upwards, 90 to the right.
  signed char corner_x = 0;  ///< -1 or 1 when it leads to a corner; then `degrees` is not looked at.
  signed char corner_y = 0;
  std::vector<GradientStop> stops;
};

/// `background-image`: a file or a gradient.
struct BackgroundPicture {
  std::string_view address;
  std::optional<LinearGradient> gradient;
};

/// Font families in order of preference.
struct FamilyList {
  std::vector<std::string_view> names;
  std::uint64_t key = 0;  ///< Equal lists have equal keys.
};

/// Pairs of marks by nesting depth; empty is `none`.
struct QuoteList {
  std::vector<std::pair<std::string_view, std::string_view>> pairs;
};

/// Where a `target-…()` looks: an attribute of the element, or a fixed address.
struct Target {
  std::string_view attribute;
  std::string_view address;
};

/// Which assignment of a named string a page shows (css-gcpm-3 §1.1.2).
enum class StringPick : std::uint8_t { first, start, last, first_except };

/// Which part of the target `target-text()` and `content()` take.
enum class TextPart : std::uint8_t { content, before, after, first_letter, marker };

/// One piece of a `content` value.
struct ContentItem {
  enum class Kind : std::uint8_t {
    text,
    attribute,
    counter,
    counters,
    open_quote,
    close_quote,
    no_open_quote,
    no_close_quote,
    picture,
    string,
    target_counter,
    target_counters,
    target_text,
    leader,
    element_text
  };

  Kind kind = Kind::text;
  std::uint8_t list_style = 0;  ///< A `style::ListStyleType`.
  StringPick pick = StringPick::first;
  TextPart part = TextPart::content;
  std::string_view text;  ///< Text, name, address or leader pattern.
  std::string_view separator;
  Target target;
};

struct ContentList {
  std::vector<ContentItem> items;
};

struct CounterChange {
  std::string_view name;
  int value = 0;
};
struct CounterList {
  std::vector<CounterChange> changes;
};

/// `string-set`: each name with what it becomes.
struct StringSet {
  std::string_view name;
  ContentList value;
};
struct StringSetList {
  std::vector<StringSet> sets;
};

/// `size` of a page; 0 is `auto`, the size of the page setup.
struct PageSize {
  enum class Turn : std::uint8_t { as_given, portrait, landscape };
  float width = 0;
  float height = 0;
  Turn turn = Turn::as_given;
};

/// A value with `var()`, kept as it stands until the custom properties are known.
struct PendingValue {
  std::string_view property;
  std::vector<Token> tokens;
};

/// Keeps the parts of values that do not fit in a `Value`. Addresses stay valid as long as the pool.
struct ValuePool {
  TextPool texts;
  std::deque<StringValue> strings;
  std::deque<BackgroundPicture> background_pictures;
  std::deque<FamilyList> families;
  std::deque<QuoteList> quotes;
  std::deque<ContentList> contents;
  std::deque<CounterList> counters;
  std::deque<StringSetList> string_sets;
  std::deque<LengthSum> sums;
  std::deque<PageSize> page_sizes;
  std::deque<PendingValue> pending;
};

/// The keyword of a line height that is `-sats-flat`, which only sats' own style sheet uses: none on the lines of others,
/// and in a box of its own that of the text around it.
inline constexpr std::uint8_t kFlatLines = 255;

/// A specified value of a longhand property, small enough to copy around.
struct Value {
  enum class Kind : std::uint8_t { keyword, length, sum, number, colour, pointer, inherit, initial, unset, pending };
  enum class Unit : std::uint8_t { points, percent, em, rem, ex, ch, page_width, page_height };

  Kind kind = Kind::initial;
  Unit unit = Unit::points;
  std::uint8_t keyword = 0;  ///< An enumerator, or a Length::Kind for lengths that are words.
  Colour colour;
  float number = 0;
  const void* pointer = nullptr;  ///< LengthSum, or what the property's field points to, or PendingValue.
};

}  // namespace sats::css
