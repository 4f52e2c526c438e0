#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "sats/style/cascade.h"
#include "sats/style/matcher.h"
#include "sats/style/presentational_hints.h"
#include "sats/text/bidi.h"

namespace sats::style {

namespace {

using css::PseudoElement;
using html::kNoNode;
using html::NodeIndex;

/// For how many elements with the same attribute its faults are reported; the rest are of one making.
constexpr int kMostReports = 100;

/// Walks a document and gives every element its style, sharing one among elements with the same parent style and rules.
class Styler {
 public:
  Styler(const html::Tree& tree, const css::RuleSet& rules, StyledTree& styled, base::Problems& problems)
      : tree_(tree), rules_(rules), styled_(styled), problems_(problems), matcher_(tree, rules), cascade_(styled) {
    slots_.resize(1024);
  }

  void run(const ApplyContext& page) {
    context_ = page;
    styled_.nodes.resize(tree_.nodes.size());
    styled_.styles.emplace_back();
    for (NodeIndex i = 0; i < tree_.nodes.size(); ++i) {
      const auto parent = tree_.nodes[i].parent;
      if (tree_.nodes[i].kind == html::NodeKind::text)
        styled_.nodes[i].self = styled_.nodes[parent].self;
      else
        style_element(i, parent);
    }
    if (matcher_.gave_up()) {
      problems_.add({.severity = base::Severity::error,
                     .code = "sats.css.for-tungt",
                     .arguments = {},
                     .where = tree_.span(0),
                     .hints = {}});
    }
  }

 private:
  void style_element(NodeIndex node, NodeIndex parent) {
    matches_.clear();
    matcher_.match(node, matches_);
    std::ranges::sort(matches_, [this](const auto& a, const auto& b) { return rank(a) < rank(b); });
    const auto parent_style = parent == kNoNode ? kNoStyle : styled_.nodes[parent].self;
    auto& styles = styled_.nodes[node];
    styles.self = find_style(node, PseudoElement::none, parent_style);
    if (node == 0) context_.root_font_size = styled_.styles[styles.self].font_size;
    add_generated(node, PseudoElement::before);
    add_generated(node, PseudoElement::after);
    const auto& self = styled_.styles[styles.self];
    const bool is_item = self.display == Display::list_item;
    const bool is_note = self.float_ == Float::footnote;
    if (is_item) add_part(node, PseudoElement::marker);
    if (!is_note) return;
    add_part(node, PseudoElement::footnote_call);
    add_part(node, PseudoElement::footnote_marker);
  }

  /// The place of a match in the cascade; pseudo-elements stand together.
  std::uint64_t rank(const Matcher::Match& match) const {
    const auto& selector = rules_.selectors[match.selector];
    const auto origin = static_cast<std::uint64_t>(rules_.rules[selector.rule].origin);
    return static_cast<std::uint64_t>(match.pseudo) << 60U | origin << 56U |
           static_cast<std::uint64_t>(selector.specificity) << 32U | selector.rule;
  }

  void add_generated(NodeIndex node, PseudoElement which) {
    const bool any = std::ranges::any_of(matches_, [which](const auto& match) { return match.pseudo == which; });
    if (!any) return;
    const auto style = find_style(node, which, styled_.nodes[node].self);
    const auto* content = styled_.styles[style].content;
    if (content == nullptr || content->items.empty() || styled_.styles[style].display == Display::none) return;
    styled_.nodes[node].pseudo[static_cast<std::size_t>(which) - 1] = style;
  }

  void add_part(NodeIndex node, PseudoElement which) {
    styled_.nodes[node].pseudo[static_cast<std::size_t>(which) - 1] = find_style(node, which, styled_.nodes[node].self);
  }

  /// The style for what matched, from the shared ones when there is an equal one. (Two different keys with one hash would
  /// share a style; 64 bits make that rarer than a broken disk.)
  StyleIndex find_style(NodeIndex node, PseudoElement which, StyleIndex parent) {
    std::uint64_t key = (parent + 1) * 0x9E3779B97F4A7C15ULL;
    const auto mix = [&key](std::uint64_t value) { key = (key ^ value) * 0xD6E8FEB86659FD93ULL, key ^= key >> 32U; };
    for (const auto& match : matches_) {
      if (match.pseudo == which) mix(rules_.selectors[match.selector].rule + 1);
    }
    mix(static_cast<std::uint64_t>(which) << 32U);
    const bool whole = which == PseudoElement::none;
    const auto inline_css = whole ? tree_.attribute(node, "style") : std::string_view{};
    const auto language = whole ? language_of(node) : std::uint16_t{0};
    mix(language);
    const auto direction = whole ? direction_of_content(node) : std::nullopt;
    if (direction) mix(static_cast<std::uint64_t>(*direction) + 0xD1);
    const auto hints = whole ? presentational_hints(tree_, node) : std::string();
    if (!hints.empty()) mix(css::hash_bytes(hints) + 0xA1);
    if (!inline_css.empty()) mix(css::hash_bytes(inline_css));
    auto slot = key & (slots_.size() - 1);
    while (slots_[slot].style != kNoStyle && slots_[slot].key != key) slot = (slot + 1) & (slots_.size() - 1);
    if (slots_[slot].style != kNoStyle) {
      if (!inline_css.empty()) report_faults(node, inline_css);
      return slots_[slot].style;
    }
    const auto style = compute(node, which, parent, {hints, inline_css}, language);
    if (!inline_css.empty()) report_faults(node, inline_css);
    if (direction) styled_.styles[style].direction = *direction;
    slots_[slot] = {key, style};
    if (styled_.styles.size() * 2 > slots_.size()) grow();
    return style;
  }

  /// What an element's attributes say, as CSS.
  struct OwnCss {
    std::string_view hints;
    std::string_view inline_css;
  };
  struct OwnDeclarations {
    std::vector<css::Declaration> hints;
    std::vector<css::Declaration> inline_css;
  };

  OwnDeclarations read(const OwnCss& css) {
    OwnDeclarations own;
    std::vector<css::DeclarationFault> faults;
    // A hint that is no CSS after all, such as a colour that is none, says nothing.
    if (!css.hints.empty()) own.hints = css::parse_inline(css.hints, *styled_.pool, faults);
    faults.clear();
    if (!css.inline_css.empty()) own.inline_css = css::parse_inline(css.inline_css, *styled_.pool, faults);
    if (!faults.empty()) faults_[css.inline_css] = {std::move(faults)};
    return own;
  }

  StyleIndex compute(NodeIndex node, PseudoElement which, StyleIndex parent, const OwnCss& css, std::uint16_t language) {
    cascade_.begin();
    const auto own = read(css);
    declare(which, own, false);
    declare(which, own, true);
    context_.parent = &styled_.styles[parent];
    context_.initial = &styled_.styles[kNoStyle];
    auto style = cascade_.finish(context_);
    for (const auto* declaration : cascade_.endless()) report_endless(node, *declaration);
    if (language != 0) style.language = language;
    style.index = static_cast<std::uint32_t>(styled_.styles.size());
    styled_.styles.push_back(style);
    return static_cast<StyleIndex>(styled_.styles.size() - 1);
  }

  /// Variables that grow without end: once for a declaration of a sheet, and for each style of a `style` attribute.
  void report_endless(NodeIndex node, const css::Declaration& declaration) {
    const auto& pending = *static_cast<const css::PendingValue*>(declaration.value.pointer);
    base::Span where = tree_.span(node);
    const auto number = &declaration - rules_.declarations.data();
    const bool of_sheet = !std::less<>()(&declaration, rules_.declarations.data()) &&
                          std::less<>()(&declaration, rules_.declarations.data() + rules_.declarations.size());
    if (of_sheet) {
      if (!endless_.insert(&declaration).second) return;
      const auto behind =
          std::ranges::upper_bound(rules_.rules, static_cast<std::uint32_t>(number), {}, &css::Rule::first_declaration);
      const auto size = static_cast<std::uint32_t>(pending.property.size());
      where = {rules_.sources[(behind - 1)->sheet], declaration.offset, declaration.offset + size};
    }
    problems_.add({.severity = base::Severity::warning,
                   .code = "sats.css.variabel-uden-ende",
                   .arguments = {{"navn", std::string(pending.property)}},
                   .where = where,
                   .hints = {}});
  }

  /// The same attribute on many elements is parsed once and reported for each.
  void report_faults(NodeIndex node, std::string_view inline_css) {
    const auto found = faults_.find(inline_css);
    if (found == faults_.end() || ++found->second.reported > kMostReports) return;
    const auto place = tree_.attribute_place(node, inline_css);
    for (const auto& fault : found->second.faults) {
      auto problem = css::problem_of(fault, tree_.span(node).source, place.value_or(0));
      if (!place) problem.where = tree_.span(node);
      problems_.add(std::move(problem));
    }
  }

  void declare(PseudoElement which, const OwnDeclarations& own, bool important) {
    const auto add = [&](std::span<const css::Declaration> declarations) {
      for (const auto& declaration : declarations) {
        if (declaration.important == important) cascade_.declare(declaration);
      }
    };
    const auto add_rules = [&](css::Origin origin) {
      for (const auto& match : matches_) {
        const auto& rule = rules_.rules[rules_.selectors[match.selector].rule];
        if (match.pseudo == which && rule.origin == origin) add(rules_.declarations_of(rule));
      }
    };
    add_rules(css::Origin::user_agent);
    add(own.hints);
    add_rules(css::Origin::author);
    add(own.inline_css);
  }

  /// The direction that `dir="auto"` finds in an element's text.
  std::optional<Direction> direction_of_content(NodeIndex node) const {
    if (!css::equals_ignoring_case(tree_.attribute(node, "dir"), "auto")) return std::nullopt;
    return sats::direction_of(tree_.text_content(node)) == sats::Direction::right_to_left ? Direction::rtl : Direction::ltr;
  }

  std::uint16_t language_of(NodeIndex node) {
    const auto language = tree_.attribute(node, "lang");
    if (language.empty()) return 0;
    auto& languages = styled_.languages;
    const auto found = std::ranges::find(languages, language);
    if (found != languages.end()) return static_cast<std::uint16_t>(found - languages.begin());
    if (languages.size() >= 1000) return 0;
    languages.push_back(language);
    return static_cast<std::uint16_t>(languages.size() - 1);
  }

  void grow() {
    auto old = std::move(slots_);
    slots_.assign(old.size() * 2, {});
    for (const auto& entry : old) {
      if (entry.style == kNoStyle) continue;
      auto slot = entry.key & (slots_.size() - 1);
      while (slots_[slot].style != kNoStyle) slot = (slot + 1) & (slots_.size() - 1);
      slots_[slot] = entry;
    }
  }

  /// What is wrong with a `style` attribute.
  struct Faults {
    std::vector<css::DeclarationFault> faults;
    int reported = 0;  ///< For how many elements.
  };

  struct Slot {
    std::uint64_t key = 0;
    StyleIndex style = kNoStyle;
  };

  const html::Tree& tree_;
  const css::RuleSet& rules_;
  StyledTree& styled_;
  base::Problems& problems_;
  Matcher matcher_;
  Cascade cascade_;
  ApplyContext context_;
  std::vector<Matcher::Match> matches_;
  std::vector<Slot> slots_;
  std::unordered_set<const css::Declaration*> endless_;  ///< That were reported.
  std::unordered_map<std::string_view, Faults> faults_;  ///< By the attribute's text.
};

}  // namespace

StyledTree compute_styles(const html::Tree& tree, const css::RuleSet& rules, const Ground& ground,
                          base::Problems& problems) {
  StyledTree styled;
  styled.languages.emplace_back(ground.language);
  ApplyContext context;
  context.page_width = ground.page_width;
  context.page_height = ground.page_height;
  Styler(tree, rules, styled, problems).run(context);
  return styled;
}

ComputedStyle compute_page_style(std::span<const css::Declaration* const> declarations, const ComputedStyle& parent,
                                 StyledTree& styled) {
  Cascade cascade(styled);
  cascade.begin();
  for (const auto* declaration : declarations) {
    if (!declaration->important) cascade.declare(*declaration);
  }
  for (const auto* declaration : declarations) {
    if (declaration->important) cascade.declare(*declaration);
  }
  static const ComputedStyle initial;
  ApplyContext context;
  context.parent = &parent;
  context.initial = &initial;
  return cascade.finish(context);
}

}  // namespace sats::style
