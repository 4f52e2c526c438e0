#pragma once

#include <vector>

#include "base/problem.h"
#include "guide/node.h"

namespace guide {

/// Turns each fenced block whose info string names a component into a Figure; its body is YAML or JSON and is checked here.
/// Other info strings stay code blocks, with a warning when they look like a misspelt component.
///
/// The data of each component, made ready for a template. Percents are of the whole width, 0 to 100, at most three decimals.
///
/// `tidslinje` (body: titel, fra, til, bjaelker [titel, start, slut], maerker [titel, dato], billedtekst):
///   titel, fra, til (ISO days), periode ("21. nov. 2019 - 21. maj 2020")
///   streger   [procent, tekst "dec.", aar ("2019" at the first and at each January, else "")]
///   baner     number of lanes for bars, counted from 0 at the top; bars with their labels do not overlap in a lane
///   bjaelker  [titel, periode, venstre, bredde, bane, klippetVenstre, klippetHoejre, etiketInde, etiketHoejre,
///   etiketVenstre] maerkebaner, maerker [titel, dato, procent, bane, etiketHoejre, etiketVenstre] poster    the same items
///   as text for a list, by their first day: [titel, tid, erBjaelke, erMaerke]
///
/// `skema` (body: titel, kolonnetitel, kolonner, raekker [aktoer, celler [tekst, fra, til]], billedtekst):
///   titel, kolonnetitel, kolonner [tekst], antalKolonner
///   raekker   [aktoer, nummer (1, 2, ... picks the colour), linjer [celler [tekst, bredde (columns), tom]], linjeantal]
///             cells that overlap in time stand in several lines of their row; every line fills all the columns
///   poster    the same cells as text for a list: [aktoer, tid ("2 - 4" or "2"), tekst]
///
/// The caption (`Node::title`) is the `billedtekst`; `titel` is the figure's heading.
void make_figures(std::vector<Node>& nodes, base::Problems& problems);

}  // namespace guide
