#include "base/readable_address.h"
#include "theme/guide_body.h"

namespace theme {

std::string anchor_id(const BodyPlace& place, std::string_view anchor) {
  const bool in_book = place.medium != Medium::screen && place.page != nullptr && !anchor.empty();
  return in_book ? book_id(place.page->id, anchor) : std::string(anchor);
}

std::string book_id(std::string_view page_id, std::string_view anchor) {
  auto id = "k-" + std::string(page_id);
  return anchor.empty() ? id : id + "--" + std::string(anchor);
}

base::Html snippet_html(const Theme& theme, const guide::Snippet& snippet, base::Problems& problems) {
  return body_html(snippet.nodes, {.theme = theme, .problems = problems, .file_root = ""});
}

std::string printed_address(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://", "www."}) {
    if (url.starts_with(scheme)) url.remove_prefix(scheme.size());
  }
  while (url.ends_with('/')) url.remove_suffix(1);
  return base::readable_address(url);
}

}  // namespace theme
