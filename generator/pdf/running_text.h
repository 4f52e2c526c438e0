#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace pdf {

/// Walks a running line such as `side {page} af {pages}`: plain text goes to `text`, each known name in braces to `field`.
void walk_running_text(std::string_view line, const std::function<void(std::string_view)>& text,
                       const std::function<void(std::string_view)>& field);

}  // namespace pdf
