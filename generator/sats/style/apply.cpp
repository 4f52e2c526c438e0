#include "sats/style/apply.h"

#include <algorithm>
#include <cstring>

namespace sats::style {

namespace {

using css::Value;

/// Parts of the font size that ex and ch stand for when no font is asked (css-values-3 §5.1.1 allows 0.5em for both).
constexpr float kExPerEm = 0.5F;

/// Points; larger and smaller type than this is no type.
constexpr float kSmallestFont = 0.1F;
constexpr float kLargestFont = 2000;

float sum_in_points(const css::LengthSum& sum, float em, const ApplyContext& context) {
  return sum.points + sum.em * em + sum.rem * context.root_font_size + (sum.ex + sum.ch) * kExPerEm * em +
         sum.page_width * context.page_width + sum.page_height * context.page_height;
}

template <typename T>
void store(ComputedStyle& style, const css::Property& property, const T& value) {
  std::memcpy(reinterpret_cast<char*>(&style) + property.offset, &value, sizeof(T));
}

void copy_field(ComputedStyle& style, const css::Property& property, const ComputedStyle& from) {
  std::memcpy(reinterpret_cast<char*>(&style) + property.offset, reinterpret_cast<const char*>(&from) + property.offset,
              property.size);
}

}  // namespace

Length computed_length(const Value& value, float em, const ApplyContext& context) {
  if (value.kind == Value::Kind::keyword) return {0, 0, static_cast<Length::Kind>(value.keyword)};
  if (value.kind == Value::Kind::sum) {
    const auto& sum = *static_cast<const css::LengthSum*>(value.pointer);
    return {sum_in_points(sum, em, context), sum.percent};
  }
  switch (value.unit) {
    case Value::Unit::percent: return {0, value.number};
    case Value::Unit::em: return {value.number * em};
    case Value::Unit::rem: return {value.number * context.root_font_size};
    default: return {value.number};
  }
}

void apply(ComputedStyle& style, const css::Property& property, const Value& value, const ApplyContext& context) {
  const bool inherits = property.inherited == css::Inherited::yes;
  switch (value.kind) {
    case Value::Kind::inherit: return copy_field(style, property, *context.parent);
    case Value::Kind::initial: return copy_field(style, property, *context.initial);
    case Value::Kind::unset: return copy_field(style, property, inherits ? *context.parent : *context.initial);
    case Value::Kind::pending: return;
    default: break;
  }
  if (property.apply != nullptr) return property.apply(style, value, context);
  switch (value.kind) {
    case Value::Kind::keyword:
      if (property.size == 1) return store(style, property, value.keyword);
      return store(style, property, computed_length(value, style.font_size, context));
    case Value::Kind::number: return store(style, property, value.number);
    case Value::Kind::colour: return store(style, property, value.colour);
    case Value::Kind::pointer: return store(style, property, value.pointer);
    default: return store(style, property, computed_length(value, style.font_size, context));
  }
}

void apply_font_size(ComputedStyle& style, const Value& value, const ApplyContext& context) {
  const auto length = computed_length(value, context.parent->font_size, context);
  style.font_size = std::clamp(length.resolve(context.parent->font_size), kSmallestFont, kLargestFont);
}

void apply_font_weight(ComputedStyle& style, const Value& value, const ApplyContext& context) {
  if (value.kind == Value::Kind::number) {
    style.font_weight = value.number;
    return;
  }
  const float parent = context.parent->font_weight;
  switch (value.keyword) {
    case 0: style.font_weight = 400; break;
    case 1: style.font_weight = 700; break;
    case 2: style.font_weight = parent < 350 ? 400.0F : parent < 550 ? 700.0F : std::max(parent, 900.0F); break;
    default: style.font_weight = parent < 550 ? std::min(parent, 100.0F) : parent < 750 ? 400.0F : 700.0F; break;
  }
}

void apply_line_height(ComputedStyle& style, const Value& value, const ApplyContext& context) {
  if (value.kind == Value::Kind::keyword) {
    style.line_height = value.keyword == css::kFlatLines ? context.parent->line_height : LineHeight{};
    style.line_height.flat = value.keyword == css::kFlatLines;
  } else if (value.kind == Value::Kind::number) {
    style.line_height = {value.number, LineHeightKind::number};
  } else {
    style.line_height = {computed_length(value, style.font_size, context).resolve(style.font_size), LineHeightKind::length};
  }
}

void apply_vertical_align(ComputedStyle& style, const Value& value, const ApplyContext& context) {
  if (value.kind == Value::Kind::keyword) {
    style.vertical_align = static_cast<VerticalAlign>(value.keyword);
    return;
  }
  style.vertical_align = VerticalAlign::length;
  style.vertical_align_length = computed_length(value, style.font_size, context);
}

void apply_list_style_type(ComputedStyle& style, const Value& value, const ApplyContext& /*context*/) {
  if (value.kind == Value::Kind::keyword) {
    style.list_style_type = static_cast<ListStyleType>(value.keyword);
    return;
  }
  style.list_style_type = ListStyleType::string;
  style.list_style_string = static_cast<const css::StringValue*>(value.pointer);
}

void apply_tab_size(ComputedStyle& style, const Value& value, const ApplyContext& context) {
  // A length is kept as a negative number of points, a count of spaces as it is.
  style.tab_size =
      value.kind == Value::Kind::number ? value.number : -computed_length(value, style.font_size, context).points;
}

}  // namespace sats::style
