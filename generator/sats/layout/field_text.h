#pragma once

#include "sats/layout/document.h"

namespace sats::layout {

/// A field's value as it stands in its box.
struct FieldText {
  std::uint32_t first_run = 0;  ///< Of the laid document; not painted yet.
  std::uint32_t run_count = 0;
  bool is_whole = true;  ///< Nothing was left out for want of room.
};

/// Sets the value of a text field, area of text or list of choices in the field's content box.
FieldText set_field_text(Document& document, const FormField& field, const ComputedStyle& style, const Rect& content);

}  // namespace sats::layout
