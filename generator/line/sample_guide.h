#pragma once

#include "guide/guide.h"
#include "theme/theme.h"

namespace line {

/// A small guide that has one of everything: parts, loose chapters, boxes of each kind, notes, a table, figures, colophon.
guide::Guide sample_guide(const theme::Theme& theme);

}  // namespace line
