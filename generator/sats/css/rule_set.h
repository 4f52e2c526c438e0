#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/print_document.h"
#include "base/problem.h"
#include "sats/css/declaration_reader.h"
#include "sats/css/names.h"
#include "sats/css/property.h"
#include "sats/css/selector.h"

namespace sats::css {

enum class Origin : std::uint8_t { user_agent, author };

/// A style rule: its declarations are a slice of the set's. The index of a rule is its place in the cascade.
struct Rule {
  std::uint32_t first_declaration = 0;
  std::uint32_t declaration_count = 0;
  Origin origin = Origin::author;
  std::uint32_t sheet = 0;  ///< Which of the set's sources it stands in.
};

/// Boxes in the margin of a page (css-page-3 §4.2), and the area that footnotes stand in.
enum class MarginBox : std::uint8_t {
  top_left_corner,
  top_left,
  top_center,
  top_right,
  top_right_corner,
  right_top,
  right_middle,
  right_bottom,
  bottom_right_corner,
  bottom_right,
  bottom_center,
  bottom_left,
  bottom_left_corner,
  left_bottom,
  left_middle,
  left_top,
  footnote,
  count_
};

/// Declarations of an @page rule, for the page itself or for one of its margin boxes.
struct PageRule {
  std::string_view name;  ///< Empty: any page.
  bool first = false;
  bool blank = false;
  enum class Side : std::uint8_t { any, left, right } side = Side::any;
  std::uint32_t specificity = 0;
  MarginBox box = MarginBox::count_;  ///< count_: the page itself.
  std::uint32_t first_declaration = 0;
  std::uint32_t declaration_count = 0;
  Origin origin = Origin::author;
};

/// An @font-face with the addresses of its files in order of preference.
struct FontFaceRule {
  std::string_view family;
  int weight = 400;
  bool italic = false;
  std::vector<std::string_view> files;
  std::uint32_t sheet = 0;
  std::uint32_t offset = 0;  ///< Where its first address stands.
};

/// Numbers of selectors by the name that their rightmost compound asks for.
struct SelectorIndex {
  std::vector<std::vector<std::uint32_t>> by_id;
  std::vector<std::vector<std::uint32_t>> by_class;
  std::vector<std::vector<std::uint32_t>> by_type;
  std::vector<std::uint32_t> any;
};

/// Style sheets made ready: nothing in here changes any more, and every thread may read it.
struct RuleSet {
  std::vector<base::Source> sources;
  ValuePool pool;
  Names names;
  SelectorPool selector_pool;
  std::vector<Selector> selectors;
  std::vector<Rule> rules;
  std::vector<Declaration> declarations;
  std::vector<PageRule> page_rules;
  std::vector<FontFaceRule> font_faces;
  SelectorIndex index;
  base::Problems problems;
  bool tests_attributes = false;

  [[nodiscard]] std::span<const Declaration> declarations_of(const Rule& rule) const {
    return std::span(declarations).subspan(rule.first_declaration, rule.declaration_count);
  }
};

/// Parses style sheets behind sats' own; problems are kept in the set.
std::shared_ptr<const RuleSet> compile(std::span<const base::Stylesheet> sheets);

/// The declarations of a `style` attribute, with what is wrong with them.
std::vector<Declaration> parse_inline(std::string_view css, ValuePool& pool, std::vector<DeclarationFault>& faults);

/// The value that a pending declaration becomes when its `var()`s have been filled in.
void declare_pending(const PendingValue& pending, Tokens filled_in, ValuePool& pool, const DeclarationSink& sink);

/// What becomes of a declaration whose `var()`s cannot be filled in: as if the property were not set by anything, which is
/// not the same as the rule that it won over (css-variables-1 §3.1).
void declare_invalid(const PendingValue& pending, const DeclarationSink& sink);

}  // namespace sats::css
