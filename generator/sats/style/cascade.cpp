#include "sats/style/cascade.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace sats::style {

namespace {

/// Values of values no deeper than this, and no longer in all.
constexpr int kDeepestVariable = 16;
constexpr int kDeepestFallback = 3;
constexpr std::size_t kMostTokens = 4096;

const css::Tokens* find_custom(const CustomScope* scope, std::string_view name) {
  for (; scope != nullptr; scope = scope->outer) {
    for (std::size_t i = scope->values.size(); i-- > 0;) {
      if (scope->values[i].first == name) return &scope->values[i].second;
    }
  }
  return nullptr;
}

/// Of letters that are raised or lowered, in parts of the font size.
constexpr float kRaisedSize = 0.66F;

/// Found at its first use: which of two files' constants are made first is nobody's to say.
css::PropertyId font_size_id() {
  static const auto id = [] {
    const auto found = std::ranges::find(css::properties(), std::string_view("font-size"), &css::Property::name);
    return static_cast<css::PropertyId>(found - css::properties().begin());
  }();
  return id;
}

Colour resolved(Colour colour, const ComputedStyle& style) { return colour.current ? style.color : colour; }

}  // namespace

FilledIn fill_in_variables(css::Tokens tokens, const CustomScope* scope, std::vector<css::Token>& out, int depth) {
  if (depth > kDeepestVariable) return FilledIn::endless;
  css::Cursor in(tokens);
  while (!in.raw().is(css::TokenKind::end)) {
    if (out.size() > kMostTokens) return FilledIn::endless;
    const auto token = in.take_raw();
    if (!token.is_function("var")) {
      out.push_back(token);
      continue;
    }
    css::Cursor arguments(in.arguments());
    const auto name = arguments.next().text;
    const auto* found = find_custom(scope, name);
    const bool has_fallback = arguments.take(css::TokenKind::comma);
    const auto mark = out.size();
    const auto value = found == nullptr ? FilledIn::missing : fill_in_variables(*found, scope, out, depth + 1);
    if (value == FilledIn::fully) continue;
    // A variable whose own value cannot be had is as one that is not set; deep inside, looking twice would take too long.
    out.resize(mark);
    if (!has_fallback || (found != nullptr && depth > kDeepestFallback)) return value;
    const auto fallback = fill_in_variables(arguments.rest(), scope, out, depth + 1);
    if (fallback != FilledIn::fully) return fallback;
  }
  return FilledIn::fully;
}

void Cascade::begin() {
  touched_.clear();
  declared_.clear();
  endless_.clear();
  ++round_;
}

void Cascade::declare(const css::Declaration& declaration) { declared_.push_back(&declaration); }

void Cascade::set(css::PropertyId property, const css::Value& value) {
  auto& winner = winners_[property];
  if (winner.round != round_) touched_.push_back(property);
  winner = {value, round_};
}

void Cascade::expand(const css::Declaration& declaration, const CustomScope* scope) {
  const auto& pending = *static_cast<const css::PendingValue*>(declaration.value.pointer);
  std::vector<css::Token> tokens;
  const css::DeclarationSink sink = [this](css::PropertyId id, const css::Value& value) { set(id, value); };
  const auto filled = fill_in_variables(pending.tokens, scope, tokens);
  if (filled == FilledIn::endless) endless_.push_back(&declaration);
  if (filled != FilledIn::fully) return css::declare_invalid(pending, sink);
  css::declare_pending(pending, tokens, *styled_.pool, sink);
}

ComputedStyle Cascade::finish(const ApplyContext& context) {
  const auto& parent = *context.parent;
  ComputedStyle style = *context.initial;
  // The inherited fields are the first in the structure, up to and without `display`.
  std::memcpy(static_cast<void*>(&style), &parent, offsetof(ComputedStyle, display));
  CustomScope* own = nullptr;
  for (const auto* declaration : declared_) {
    if (declaration->property != css::kCustomProperty) continue;
    if (own == nullptr) {
      own = &styled_.scopes.emplace_back();
      own->outer = static_cast<const CustomScope*>(parent.custom_properties);
    }
    const auto& pending = *static_cast<const css::PendingValue*>(declaration->value.pointer);
    own->values.emplace_back(pending.property, pending.tokens);
  }
  if (own != nullptr) style.custom_properties = own;
  const auto* scope = static_cast<const CustomScope*>(style.custom_properties);
  for (const auto* declaration : declared_) {
    if (declaration->property == css::kCustomProperty) continue;
    if (declaration->value.kind == css::Value::Kind::pending) {
      expand(*declaration, scope);
    } else {
      set(declaration->property, declaration->value);
    }
  }
  const auto rows = css::properties();
  const auto font_size = font_size_id();
  if (winners_[font_size].round == round_) apply(style, rows[font_size], winners_[font_size].value, context);
  for (const auto property : touched_) {
    if (property != font_size) apply(style, rows[property], winners_[property].value, context);
  }
  finish_borders(style);
  finish_display(style, parent);
  finish_position(style, parent);
  finish_decoration(style, parent);
  // A box of its own has lines of its own.
  if (style.display != Display::inline_) style.line_height.flat = false;
  return style;
}

void Cascade::finish_borders(ComputedStyle& style) {
  const auto side = [](BorderStyle kind, Length& width) {
    if (kind == BorderStyle::none || kind == BorderStyle::hidden) width = {};
  };
  side(style.border_top_style, style.border_top_width);
  side(style.border_right_style, style.border_right_width);
  side(style.border_bottom_style, style.border_bottom_width);
  side(style.border_left_style, style.border_left_width);
  side(style.column_rule_style, style.column_rule_width);
  if (style.letter_spacing.kind == Length::Kind::normal) style.letter_spacing = {};
  if (style.word_spacing.kind == Length::Kind::normal) style.word_spacing = {};
}

void Cascade::finish_display(ComputedStyle& style, const ComputedStyle& parent) {
  const bool taken_out = style.position == Position::absolute || style.position == Position::fixed;
  if (taken_out) style.float_ = Float::none;
  const bool flex_item = parent.display == Display::flex || parent.display == Display::inline_flex;
  if (flex_item) style.float_ = Float::none;
  if (!taken_out && !flex_item && style.float_ == Float::none) return;
  const auto before = style.display;
  style.stands_in_line = before == Display::inline_ || before == Display::inline_block || before == Display::inline_table ||
                         before == Display::inline_flex;
  switch (before) {
    case Display::inline_:
    case Display::inline_block: style.display = Display::block; break;
    case Display::inline_table: style.display = Display::table; break;
    case Display::inline_flex: style.display = Display::flex; break;
    default: break;
  }
}

void Cascade::finish_position(ComputedStyle& style, const ComputedStyle& parent) {
  // Few fonts have letters for it, so all get them from their own, as `sub` and `sup` do.
  const auto position = style.font_variant_position;
  if (position == FontPosition::normal || position == parent.font_variant_position || style.display != Display::inline_)
    return;
  style.font_size *= kRaisedSize;
  style.vertical_align = position == FontPosition::super ? VerticalAlign::super : VerticalAlign::sub;
  style.line_height.flat = true;
}

void Cascade::finish_decoration(ComputedStyle& style, const ComputedStyle& parent) {
  const bool own_flow = style.display == Display::inline_block || style.display == Display::inline_table ||
                        style.display == Display::inline_flex || style.float_ != Float::none ||
                        style.position == Position::absolute || style.position == Position::fixed;
  style.decoration = own_flow ? LineDecoration{} : parent.decoration;
  if (style.text_decoration_line == 0) return;
  style.decoration.lines = static_cast<std::uint8_t>(style.decoration.lines | style.text_decoration_line);
  style.decoration.style = style.text_decoration_style;
  style.decoration.color = resolved(style.text_decoration_color, style);
  style.decoration.thickness = style.text_decoration_thickness;
  style.decoration.offset = style.text_underline_offset;
}

}  // namespace sats::style
