#include "theme/page_frame.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/html.h"

namespace theme {

namespace {

/// Keeps a style sheet or script from ending its own element.
std::string without_end_tags(std::string_view text) {
  std::string safe;
  for (std::size_t i = 0; i < text.size(); ++i) {
    safe += text[i];
    if (text[i] == '<' && i + 1 < text.size() && text[i + 1] == '/') safe += '\\';
  }
  return safe;
}

std::string style_element(const Theme& theme, const PageFrame& frame) {
  if (frame.assets == Assets::inlined) return "<style>\n" + without_end_tags(theme.screen_css) + "</style>";
  return R"(<link rel="stylesheet" href=")" + base::escape(frame.root).markup() + "assets/screen.css\">";
}

std::string script_element(const Theme& theme, const PageFrame& frame, const std::string& script) {
  if (script.empty()) return "";
  if (frame.assets == Assets::inlined) return "<script>\n" + without_end_tags(asset(theme, script)) + "</script>";
  return "<script src=\"" + base::escape(frame.root + script).markup() + "\"></script>";
}

}  // namespace

nlohmann::json page_scope(const Theme& theme, const PageFrame& frame, const PageTitle& title, const std::string& script) {
  return {{"side",
           {{"titel", title.title},
            {"beskrivelse", title.description},
            {"hvor", title.place},
            {"sprog", "da"},
            {"rod", frame.root},
            {"forside", frame.front_page},
            {"pdf", frame.pdf},
            {"print", frame.print},
            {"plan", frame.plan},
            {"aendringer", frame.changes},
            {"stilHtml", style_element(theme, frame)},
            {"scriptHtml", script_element(theme, frame, script)}}}};
}

std::string_view asset(const Theme& theme, std::string_view path) {
  const auto found = std::lower_bound(theme.assets.begin(), theme.assets.end(), path,
                                      [](const AssetFile& a, std::string_view p) { return a.path < p; });
  return found != theme.assets.end() && found->path == path ? std::string_view(found->bytes) : std::string_view();
}

}  // namespace theme
