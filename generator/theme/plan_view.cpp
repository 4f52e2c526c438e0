#include "theme/plan_view.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/readable_address.h"
#include "theme/guide_body.h"
#include "theme/lanes.h"
#include "theme/templates.h"

namespace theme {

namespace {

using nlohmann::json;

const std::string& text_of(const json& object, const char* key) {
  static const std::string nothing;
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get_ref<const std::string&>() : nothing;
}

/// Empties every `url` that a reader must not be sent to, such as `javascript:`, and puts beside the others what paper
/// prints of them (`adresse`).
void dress_links(json& value) {
  if (value.is_array()) {
    for (auto& element : value) dress_links(element);
  } else if (value.is_object()) {
    for (auto& [key, element] : value.items()) {
      if (key == "url" && element.is_string() && !is_harmless_address(element.get_ref<const std::string&>())) {
        element = "";
      } else {
        dress_links(element);
      }
    }
    const std::string& url = text_of(value, "url");
    if (!url.empty()) value["adresse"] = value.value("harAdresse", true) ? base::readable_address(url) : "";
  }
}

/// JSON that can stand inside a script element: no character of it can end the element or open another.
std::string script_data(const json& value) {
  std::string data;
  for (const char c : value.dump()) {
    if (c == '<') {
      data += "\\u003c";
    } else {
      data += c;
    }
  }
  return data;
}

/// Puts a list behind a name that the shared partials know: `indledning` becomes `{"blokke": …}`.
void wrap(json& object, const char* from, const char* to, const char* as, const char* flag) {
  const auto found = object.find(from);
  const bool any = found != object.end() && !found->empty();
  object[flag] = any;
  object[to] = any ? json{{as, *found}} : json();
}

class Dressing {
 public:
  Dressing(const Theme& theme, const guide::Snippets& snippets, std::string type, base::Problems& problems)
      : theme_(theme), snippets_(snippets), type_(std::move(type)), problems_(problems) {}

  void dress(json& view) {
    dress_links(view);
    for (auto& section : view["afsnit"]) dress_section(section);
    view["uddrag"] = {{"vaer-opmaerksom", snippet("vaer-opmaerksom")},
                      {"kontrakt", snippet("kontrakt")},
                      {"maalgruppe", snippet("maalgruppe/" + text_of(view["maalgruppe"], "kode"))}};
  }

 private:
  void dress_section(json& section) {
    section["harRaekker"] = section.contains("raekker") && !section["raekker"].empty();
    wrap(section, "indledning", "indledningen", "blokke", "harIndledning");
    wrap(section, "begrundelse", "begrundelsen", "blokke", "harBegrundelse");
    wrap(section, "optaget", "optagelse", "raekker", "harOptaget");
    section["harPostliste"] = section.contains("poster") && !section["poster"].empty();
    if (const auto items = section.find("poster"); items != section.end()) {
      for (auto& item : *items) dress_item(item);
      put_heading_with_first(section);
    }
    if (const auto timeline = section.find("tidslinje"); timeline != section.end() && timeline->is_object()) {
      dress_timeline(*timeline);
    }
  }

  /// On paper the heading of a list of items stands inside the first of them, so that no engine leaves it alone at a page
  /// foot.
  static void put_heading_with_first(json& section) {
    const bool timeline = section.value("erTidslinje", false);
    bool first = !timeline;
    for (auto& item : section["poster"]) {
      item["foerste"] =
          std::exchange(first, false) ? json{{"id", section["id"]}, {"overskrift", section["overskrift"]}} : json();
    }
  }

  void dress_item(json& item) {
    add_kind(item);
    wrap(item, "indledning", "indledningen", "blokke", "harIndledning");
    wrap(item, "efter", "efterteksten", "blokke", "harEfter");
    split_rows(item);
    item["hjaelpHtml"] = snippet("indsats/" + text_of(item, "art"))["html"];
  }

  /// The first row stands together with the heading on paper; the page may break before any of the others.
  static void split_rows(json& item) {
    const auto rows = item.value("raekker", json::array());
    auto others = json::array();
    for (std::size_t i = 1; i < rows.size(); ++i) others.push_back(rows[i]);
    item["harRaekker"] = !rows.empty();
    item["foersteRaekke"] = rows.empty() ? json() : json{{"raekker", json::array({rows.front()})}};
    item["andreRaekker"] = others.empty() ? json() : json{{"raekker", others}};
  }

  void dress_timeline(json& timeline) {
    if (auto windows = timeline.find("vinduer"); windows != timeline.end()) {
      for (auto& window : *windows) {
        for (auto& bar : window["bjaelker"]) bar["gruppe"] = group_of(text_of(bar, "art"));
      }
      timeline["vinduerHtml"] = script_data(*windows);
    }
    if (auto window = timeline.find("vindue"); window != timeline.end() && window->is_object()) dress_window(*window);
  }

  void dress_window(json& window) {
    for (auto& bar : window["bjaelker"]) add_kind(bar);
    for (auto& marker : window["maerker"]) add_kind(marker);
    add_lanes(window);
    window["idagSidst"] = window["idag"].is_number() && window["idag"].get<double>() > 90;
  }

  void add_kind(json& item) const {
    const auto group = group_of(text_of(item, "art"));
    item["gruppe"] = group;
    const auto& icons = (*theme_.words)["icon"];
    const auto icon = icons.find(group);
    item["ikonHtml"] = icon == icons.end() ? json("") : (*icon)["html"];
  }

  [[nodiscard]] std::string group_of(const std::string& kind) const {
    const auto group = theme_.settings.items.find(kind);
    return group == theme_.settings.items.end() ? "andet" : group->second;
  }

  [[nodiscard]] json snippet(const std::string& name) const {
    const auto found = snippets_.find(type_ + "/" + name);
    if (found == snippets_.end()) return {{"titel", ""}, {"html", ""}};
    return {{"titel", found->second.title}, {"html", snippet_html(theme_, found->second, problems_).markup()}};
  }

  const Theme& theme_;
  const guide::Snippets& snippets_;
  std::string type_;
  base::Problems& problems_;
};

}  // namespace

std::vector<std::string> snippet_names(const json& view) {
  const auto& type = text_of(view, "type");
  std::set<std::string> names{type + "/vaer-opmaerksom"};
  if (view.contains("maalgruppe")) names.insert(type + "/maalgruppe/" + text_of(view["maalgruppe"], "kode"));
  const auto sections = view.find("afsnit");
  for (const auto& section : sections == view.end() ? json::array() : *sections) {
    if (section.value("erKontrakt", false)) names.insert(type + "/kontrakt");
    for (const auto& item : section.value("poster", json::array())) {
      if (item.value("erIndsats", false)) names.insert(type + "/indsats/" + text_of(item, "art"));
    }
  }
  return {names.begin(), names.end()};
}

json dress_view(const Theme& theme, const json& view, const guide::Snippets& merged_snippets, base::Problems& problems) {
  json dressed = view;
  Dressing(theme, merged_snippets, text_of(view, "type"), problems).dress(dressed);
  return dressed;
}

}  // namespace theme
