#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sats/css/cursor.h"
#include "sats/css/names.h"

namespace sats::css {

enum class SimpleKind : std::uint8_t {
  type,
  id,
  class_,
  attribute,
  first_child,
  last_child,
  only_child,
  nth_child,
  nth_last_child,
  first_of_type,
  last_of_type,
  nth_of_type,
  empty,
  root,
  link,
  not_,
  is_,
  lang,
  never
};
enum class AttributeTest : std::uint8_t { present, equals, word, dash, prefix, suffix, contains };
enum class Combinator : std::uint8_t { none, descendant, child, next_sibling, later_sibling };
enum class PseudoElement : std::uint8_t {
  none,
  before,
  after,
  marker,
  footnote_call,
  footnote_marker,
  first_letter,
  first_line
};

/// One test of an element.
struct SimpleSelector {
  SimpleKind kind = SimpleKind::never;
  AttributeTest test = AttributeTest::present;
  bool ignore_case = false;
  std::uint32_t name = 0;      ///< Type, id, class: a number of the rule set's names.
  std::string_view attribute;  ///< Attribute name, or the language of :lang().
  std::string_view value;
  std::int32_t step = 0;    ///< The a of an+b.
  std::int32_t offset = 0;  ///< The b; or for not_ and is_ the range of selectors [offset, offset + step).
};

/// Tests of one element, a slice of the set's simple selectors, and how the compound to its left is reached.
struct Compound {
  std::uint32_t first_simple = 0;
  std::uint16_t simple_count = 0;
  Combinator to_left = Combinator::none;
};

/// A complex selector: its compounds from right to left.
struct Selector {
  std::uint32_t first_compound = 0;
  std::uint16_t compound_count = 0;
  PseudoElement pseudo = PseudoElement::none;
  std::uint32_t specificity = 0;  ///< Ids, classes and types, eight bits each.
  std::uint32_t rule = 0;
};

/// All selectors of a rule set in flat arrays.
struct SelectorPool {
  std::vector<SimpleSelector> simples;
  std::vector<Compound> compounds;
  std::vector<Selector> selectors;
  TextPool names;  ///< Names of elements that the sheet writes in capitals.
};

/// Reads a selector list; each selector is added to the pool. Nothing is added and false returned when one of them is not in
/// the profile.
bool parse_selectors(Tokens prelude, SelectorPool& pool, Names& names, std::vector<Selector>& out);

}  // namespace sats::css
