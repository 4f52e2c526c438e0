#pragma once

#include <string>
#include <string_view>

namespace sats {

/// A drawing whose links lead nowhere: cairo would give them marked content with numbers of its own, and cannot nest them.
std::string without_links(std::string svg);

/// Whether a drawing's document type could make links that `without_links` does not see.
bool may_hide_links(std::string_view svg);

}  // namespace sats
