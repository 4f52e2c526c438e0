#pragma once

#include "pdf/prepare/markup.h"

namespace pdf {

/// Whether an element of a prepared page is set on named pages that have a size of their own, such as a landscape sheet:
/// this engine prints all pages in one format.
bool asks_for_other_format(const Markup& page);

}  // namespace pdf
