#pragma once

#include <string>

#include "sats/page/laid_document.h"
#include "sats/write/form_fields.h"

namespace sats {

/// The operators that draw a checked box, a chosen radio button, and a field's value. They begin at the field's lower left
/// corner.
std::string check_mark(const FormField& field);
std::string radio_dot(const FormField& field);
std::string shown_value(const LaidDocument& document, const FormField& field, const FormSurroundings& around);

/// The fonts that the value is shown in, as entries of a font resource.
std::string fonts_of_value(const LaidDocument& document, const FormField& field, const FormSurroundings& around);

/// What a program that changes the value sets it in (`/DA`).
std::string default_look(const FormField& field);

}  // namespace sats
