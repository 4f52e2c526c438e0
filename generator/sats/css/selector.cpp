#include "sats/css/selector.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.h"
#include "sats/css/nth.h"

namespace sats::css {

namespace {

constexpr std::uint32_t kId = 1U << 16U;
constexpr std::uint32_t kClass = 1U << 8U;
constexpr std::uint32_t kType = 1;

/// :not(:not(…)) no deeper than this.
constexpr int kDeepest = 8;

/// Longer chains than this are no selector a person wrote.
constexpr std::size_t kMostCompounds = 64;

struct PseudoClassRow {
  std::string_view name;
  SimpleKind kind;
};
constexpr std::array kPseudoClasses = std::to_array<PseudoClassRow>({
    {"first-child", SimpleKind::first_child},
    {"last-child", SimpleKind::last_child},
    {"only-child", SimpleKind::only_child},
    {"first-of-type", SimpleKind::first_of_type},
    {"last-of-type", SimpleKind::last_of_type},
    {"empty", SimpleKind::empty},
    {"root", SimpleKind::root},
    {"link", SimpleKind::link},
    {"any-link", SimpleKind::link},
    // States that paper does not have: the selector is fine and never applies.
    {"hover", SimpleKind::never},
    {"focus", SimpleKind::never},
    {"active", SimpleKind::never},
    {"visited", SimpleKind::never},
    {"focus-visible", SimpleKind::never},
    {"focus-within", SimpleKind::never},
    {"target", SimpleKind::never},
});
constexpr std::array kPseudoFunctions = std::to_array<PseudoClassRow>({
    {"nth-child", SimpleKind::nth_child},
    {"nth-last-child", SimpleKind::nth_last_child},
    {"nth-of-type", SimpleKind::nth_of_type},
    {"not", SimpleKind::not_},
    {"is", SimpleKind::is_},
    {"where", SimpleKind::is_},
    {"lang", SimpleKind::lang},
});
struct PseudoElementRow {
  std::string_view name;
  PseudoElement pseudo;
};
constexpr std::array kPseudoElements = std::to_array<PseudoElementRow>({
    {"before", PseudoElement::before},
    {"after", PseudoElement::after},
    {"marker", PseudoElement::marker},
    {"footnote-call", PseudoElement::footnote_call},
    {"footnote-marker", PseudoElement::footnote_marker},
});

template <typename Rows>
const auto* find_row(const Rows& rows, std::string_view name) {
  const auto found = std::ranges::find_if(rows, [name](const auto& row) { return equals_ignoring_case(name, row.name); });
  return found == rows.end() ? nullptr : &*found;
}

/// Attributes of HTML whose values are the same in capitals (HTML standard, "Case-sensitivity of selectors"); those that
/// mean nothing on paper are left out.
constexpr std::array<std::string_view, 22> kCaselessAttributes{
    "align", "axis",  "bgcolor",  "charset",  "checked", "clear", "color", "dir",      "disabled", "face", "frame",
    "lang",  "media", "multiple", "readonly", "rel",     "rules", "scope", "selected", "target",   "type", "valign"};

bool is_caseless(std::string_view attribute) {
  return std::ranges::any_of(kCaselessAttributes, [&](auto name) { return equals_ignoring_case(attribute, name); });
}

class SelectorReader {
 public:
  SelectorReader(SelectorPool& pool, Names& names, int depth) : pool_(pool), names_(names), depth_(depth) {}

  /// One complex selector.
  std::optional<Selector> read(Tokens tokens) {
    Cursor in(tokens);
    Selector selector;
    std::vector<std::vector<SimpleSelector>> compounds;
    std::vector<Combinator> combinators;
    Combinator next = Combinator::none;
    while (true) {
      auto& simples = compounds.emplace_back();
      combinators.push_back(next);
      in.peek();
      if (!read_compound(in, simples, selector)) return std::nullopt;
      next = read_combinator(in);
      if (next == Combinator::none) break;
      if (selector.pseudo != PseudoElement::none || compounds.size() >= kMostCompounds) return std::nullopt;
    }
    if (!in.done()) return std::nullopt;
    store(compounds, combinators, selector);
    return selector;
  }

 private:
  void store(const std::vector<std::vector<SimpleSelector>>& compounds, const std::vector<Combinator>& combinators,
             Selector& selector) {
    selector.first_compound = static_cast<std::uint32_t>(pool_.compounds.size());
    selector.compound_count = static_cast<std::uint16_t>(compounds.size());
    for (std::size_t i = compounds.size(); i-- > 0;) {
      pool_.compounds.push_back({static_cast<std::uint32_t>(pool_.simples.size()),
                                 static_cast<std::uint16_t>(compounds[i].size()), combinators[i]});
      pool_.simples.insert(pool_.simples.end(), compounds[i].begin(), compounds[i].end());
    }
  }

  static Combinator read_combinator(Cursor& in) {
    const bool space = in.at_space();
    if (in.take_delim('>')) return Combinator::child;
    if (in.take_delim('+')) return Combinator::next_sibling;
    if (in.take_delim('~')) return Combinator::later_sibling;
    return space && !in.done() ? Combinator::descendant : Combinator::none;
  }

  bool read_compound(Cursor& in, std::vector<SimpleSelector>& out, Selector& selector) {
    bool any = false;
    if (in.raw().is(TokenKind::ident)) {
      auto& simple = out.emplace_back();
      simple.kind = SimpleKind::type;
      simple.name = names_.add(element_name(in.take_raw().text));
      selector.specificity += kType;
      any = true;
    } else if (in.raw().is_delim('*')) {
      in.take_raw();
      any = true;
    }
    while (out.size() < 64) {
      const Token token = in.raw();
      if (token.is(TokenKind::hash)) {
        add_named(in, out, SimpleKind::id, token.text);
        selector.specificity += kId;
      } else if (token.is_delim('.')) {
        in.take_raw();
        if (!in.raw().is(TokenKind::ident)) return false;
        add_named(in, out, SimpleKind::class_, in.raw().text);
        selector.specificity += kClass;
      } else if (token.is(TokenKind::open_square)) {
        in.take_raw();
        if (!read_attribute(Cursor(in.block(TokenKind::close_square)), out.emplace_back())) return false;
        selector.specificity += kClass;
      } else if (token.is(TokenKind::colon)) {
        in.take_raw();
        if (!read_pseudo(in, out, selector)) return false;
      } else {
        return any;
      }
      any = true;
    }
    return false;
  }

  /// Names of elements are the same in capitals, and the tree has them in small letters.
  std::string_view element_name(std::string_view written) {
    const bool capitals = std::ranges::any_of(written, [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals ? pool_.names.emplace_back(base::lower_ascii(written)) : written;
  }

  void add_named(Cursor& in, std::vector<SimpleSelector>& out, SimpleKind kind, std::string_view text) {
    in.take_raw();
    auto& simple = out.emplace_back();
    simple.kind = kind;
    simple.name = names_.add(text);
  }

  static bool read_attribute(Cursor in, SimpleSelector& simple) {
    simple.kind = SimpleKind::attribute;
    if (!in.peek().is(TokenKind::ident)) return false;
    simple.attribute = in.next().text;
    if (in.done()) return true;
    static constexpr std::string_view kTests = "~|^$*";
    const Token test = in.next();
    simple.test = AttributeTest::equals;
    if (!test.is_delim('=')) {
      const auto which = test.is(TokenKind::delim) ? kTests.find(test.delim) : std::string_view::npos;
      if (which == std::string_view::npos || !in.take_raw().is_delim('=')) return false;
      simple.test = static_cast<AttributeTest>(static_cast<std::size_t>(AttributeTest::word) + which);
    }
    if (!in.peek().is(TokenKind::string) && !in.peek().is(TokenKind::ident)) return false;
    simple.value = in.next().text;
    simple.ignore_case = in.take_word("i") || (!in.take_word("s") && is_caseless(simple.attribute));
    return in.done();
  }

  bool read_pseudo(Cursor& in, std::vector<SimpleSelector>& out, Selector& selector) {
    const bool doubled = in.raw().is(TokenKind::colon);
    if (doubled) in.take_raw();
    const Token token = in.take_raw();
    if (token.is(TokenKind::function)) return !doubled && read_pseudo_function(token, in.arguments(), out, selector);
    if (!token.is(TokenKind::ident)) return false;
    if (const auto* row = find_row(kPseudoElements, token.text); row != nullptr && selector.pseudo == PseudoElement::none) {
      selector.pseudo = row->pseudo;
      selector.specificity += kType;
      return true;
    }
    const auto* row = find_row(kPseudoClasses, token.text);
    if (row == nullptr || doubled) return false;
    out.emplace_back().kind = row->kind;
    selector.specificity += kClass;
    return true;
  }

  bool read_pseudo_function(const Token& token, Tokens arguments, std::vector<SimpleSelector>& out, Selector& selector) {
    const auto* row = find_row(kPseudoFunctions, token.text);
    if (row == nullptr) return false;
    SimpleSelector simple;
    simple.kind = row->kind;
    if (row->kind == SimpleKind::not_ || row->kind == SimpleKind::is_) {
      const auto weight = read_inner(arguments, simple);
      if (!weight) return false;
      selector.specificity += token.is_function("where") ? 0 : *weight;
    } else {
      selector.specificity += kClass;
      if (row->kind == SimpleKind::lang) {
        const auto word = trimmed(arguments);
        if (word.size() != 1) return false;
        simple.attribute = word[0].text;
      } else if (!read_nth(arguments, simple.step, simple.offset)) {
        return false;
      }
    }
    out.push_back(simple);
    return true;
  }

  /// The selectors of :not() and :is(); gives the weight of the heaviest.
  std::optional<std::uint32_t> read_inner(Tokens arguments, SimpleSelector& simple) {
    if (depth_ >= kDeepest) return std::nullopt;
    std::vector<Selector> inner;
    for (const auto part : split_at_commas(arguments)) {
      auto selector = SelectorReader(pool_, names_, depth_ + 1).read(part);
      if (!selector || selector->pseudo != PseudoElement::none) return std::nullopt;
      inner.push_back(*selector);
    }
    simple.offset = static_cast<std::int32_t>(pool_.selectors.size());
    simple.step = static_cast<std::int32_t>(inner.size());
    pool_.selectors.insert(pool_.selectors.end(), inner.begin(), inner.end());
    return std::ranges::max_element(inner, {}, &Selector::specificity)->specificity;
  }

  SelectorPool& pool_;
  Names& names_;
  int depth_;
};

}  // namespace

bool parse_selectors(Tokens prelude, SelectorPool& pool, Names& names, std::vector<Selector>& out) {
  for (const auto part : split_at_commas(prelude)) {
    auto selector = SelectorReader(pool, names, 0).read(part);
    if (!selector) return false;
    out.push_back(*selector);
  }
  return true;
}

}  // namespace sats::css
