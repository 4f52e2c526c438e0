#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "guide/guide.h"
#include "theme/theme.h"

namespace theme {

/// The class that gives a part its colour; there are six, and they repeat.
std::string part_colour(int part_number);

/// The kinds of boxes that a guide uses, for its legend: name, description, icon and colour, in the theme's order.
nlohmann::json legend(const Theme& theme, const guide::Guide& guide);

/// What the guide says under its title: its subtitle, or else the summary of its front page.
const std::string& subtitle(const guide::Guide& guide);

/// `Opdateret 7. december 2019`, or nothing.
std::string updated_text(const Theme& theme, const guide::Page& page);

/// A word of the theme.
std::string label(const Theme& theme, const char* key);

}  // namespace theme
