#pragma once

#include "sats/css/property.h"
#include "sats/style/computed_style.h"

namespace sats::style {

/// What values are relative to while a style is computed.
struct ApplyContext {
  const ComputedStyle* parent = nullptr;
  const ComputedStyle* initial = nullptr;
  float root_font_size = 12;
  float page_width = 595.28F;
  float page_height = 841.89F;
};

/// Stores a value in a style. The font size must be set before any other length.
void apply(ComputedStyle& style, const css::Property& property, const css::Value& value, const ApplyContext& context);

/// A length value in points and percent; `em` is the font size that em refers to.
Length computed_length(const css::Value& value, float em, const ApplyContext& context);

// Properties that are more than one field.
void apply_font_size(ComputedStyle& style, const css::Value& value, const ApplyContext& context);
void apply_font_weight(ComputedStyle& style, const css::Value& value, const ApplyContext& context);
void apply_line_height(ComputedStyle& style, const css::Value& value, const ApplyContext& context);
void apply_vertical_align(ComputedStyle& style, const css::Value& value, const ApplyContext& context);
void apply_list_style_type(ComputedStyle& style, const css::Value& value, const ApplyContext& context);
void apply_tab_size(ComputedStyle& style, const css::Value& value, const ApplyContext& context);

}  // namespace sats::style
