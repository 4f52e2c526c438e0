#include <array>
#include <nlohmann/json.hpp>

#include "theme/guide_body.h"

namespace theme {

base::Html figure_html(const guide::Figure& figure, const std::vector<guide::Node>& caption, const BodyPlace& place) {
  auto view = *figure.data;
  view["nummer"] = figure.number;
  view["anker"] = anchor_id(place, figure.anchor);
  view["billedtekstHtml"] = body_html(caption, place).markup();
  view["erPapir"] = place.medium == Medium::paper;
  const std::array<const nlohmann::json*, 2> scopes{place.theme.words.get(), &view};
  return place.theme.templates.render("figur-" + figure.component, scopes, place.problems).value_or(base::Html());
}

}  // namespace theme
