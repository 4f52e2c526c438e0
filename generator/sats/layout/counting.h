#pragma once

#include "sats/html/tree.h"
#include "sats/layout/counters.h"

namespace sats::layout {

/// Changes the counters as an element says: its style, and `start` and `value` of lists (css-lists-3 §4).
void count_element(const html::Tree& tree, html::NodeIndex node, const style::ComputedStyle& style, Counters& counters);

/// Changes the counters as generated content says.
void count_generated(const style::ComputedStyle& style, Counters& counters);

}  // namespace sats::layout
