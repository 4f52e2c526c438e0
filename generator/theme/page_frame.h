#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

#include "theme/theme.h"

namespace theme {

/// Whether a page links to the style sheet and script beside it, or holds them itself and can be sent as one file.
enum class Assets { linked, inlined };

/// Where a page stands in its site.
struct PageFrame {
  Assets assets = Assets::linked;
  std::string root;        ///< From the page to the folder that holds `assets/`: `""` or `../`.
  std::string front_page;  ///< What the logo links to; empty for a page that stands alone.
  std::string pdf;         ///< The same as a PDF; empty when there is none.
  std::string print;       ///< What the page shows, as a PDF to print; empty when there is none.
  std::string plan;        ///< The plan that the page is about; empty when there is none, or when it is the page itself.
  std::string changes;     ///< The page that tells what is new in the plan; empty when there is none.
};

/// What a page says of itself: title and description of the document, and the words beside the logo.
struct PageTitle {
  std::string title;
  std::string description;
  std::string place;
};

/// The `side` object that every screen template can name: title, links, style sheet and script.
nlohmann::json page_scope(const Theme& theme, const PageFrame& frame, const PageTitle& title, const std::string& script);

/// The bytes of an asset of the theme, or nothing.
std::string_view asset(const Theme& theme, std::string_view path);

}  // namespace theme
