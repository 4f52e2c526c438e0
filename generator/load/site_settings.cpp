#include "load/site_settings.h"

#include "load/json_settings_reader.h"

namespace load {

std::optional<SiteSettings> read_site_settings(const JsonDocument& document, base::Problems& problems) {
  const auto errors_before = problems.error_count();
  SiteSettings settings;
  JsonSettingsReader reader(document, problems);
  reader.read_object(document.value,
                     {{"title", reader.text_into(settings.title)},
                      {"author", reader.text_into(settings.author)},
                      {"theme", reader.text_into(settings.theme)},
                      {"themes", reader.text_into(settings.themes)},
                      {"kinds", reader.text_into(settings.kinds)},
                      {"snippets", reader.text_into(settings.snippets)},
                      {"titles", reader.text_into(settings.titles)},
                      {"plans", reader.texts_into(settings.plans)},
                      {"previous", reader.texts_into(settings.previous)},
                      {"guides", reader.texts_into(settings.guides)},
                      {"audiences", reader.words_into(settings.audiences, {"borger", "jobcenter", "akasse"})},
                      {"forms", reader.words_into(settings.forms, {"html", "print", "pdf"})},
                      {"engine", reader.text_into(settings.engine)},
                      {"command", reader.texts_into(settings.command)},
                      {"rules", reader.word_into(settings.rules, {"2015", "2019"})},
                      {"date", reader.date_into(settings.date)},
                      {"limits", [&](const nlohmann::json& value) {
                         const auto place = JsonPlaces(document).locate("/limits").value;
                         settings.limits = JsonDocument{document.source, {place.begin, place.end}, value};
                       }}});
  return problems.error_count() == errors_before ? std::optional(std::move(settings)) : std::nullopt;
}

}  // namespace load
