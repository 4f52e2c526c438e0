#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "theme/guide_body.h"
#include "theme/lanes.h"

namespace theme {

namespace {

/// A schedule with more columns than this has a landscape page of its own.
constexpr int kColumnsUpright = 12;

/// The actor's name stands once, in the first line of its row, over all of them.
void mark_first_lines(nlohmann::json& view) {
  for (auto& row : view["raekker"]) {
    bool first = true;
    for (auto& line : row["linjer"]) line["foerste"] = std::exchange(first, false);
  }
}

}  // namespace

base::Html figure_html(const guide::Figure& figure, const std::vector<guide::Node>& caption, const BodyPlace& place) {
  auto view = *figure.data;
  view["nummer"] = figure.number == 0 ? nlohmann::json("") : nlohmann::json(figure.number);
  view["anker"] = anchor_id(place, figure.anchor);
  view["billedtekstHtml"] = body_html(caption, place).markup();
  view["erPapir"] = place.medium == Medium::paper;
  if (figure.component == "tidslinje") add_lanes(view);
  if (figure.component == "skema") mark_first_lines(view);
  view["bred"] = view.value("antalKolonner", 0) > kColumnsUpright;
  const std::array<const nlohmann::json*, 2> scopes{place.theme.words.get(), &view};
  return place.theme.templates.render("figur-" + figure.component, scopes, place.problems).value_or(base::Html());
}

}  // namespace theme
