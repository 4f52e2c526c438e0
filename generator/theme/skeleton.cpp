#include "theme/skeleton.h"

namespace theme {

namespace {

constexpr std::string_view kThemeJson = R"json({
  "//": "Nøgler, der begynder med //, er bemærkninger. Alt, hvad der ikke står her, kommer fra temaet i extends.",
  "name": "NAVN",
  "extends": "standard",
  "description": "Skriv en linje om temaet her.",

  "logo": {
    "//": "Logoet er en SVG-fil. Teksten står ved siden af og læses op.",
    "file": "assets/logo-NAVN.svg",
    "text": "NAVN"
  },

  "page": {
    "//": "{title}, {chapter}, {page} og {pages} bliver udfyldt på hver side i PDF'en.",
    "plan": {
      "header": { "left": "{title}" },
      "footer": { "right": "side {page} af {pages}" }
    }
  },

  "tokens": {
    "//": "Farver, skrifter og mål. Alle navnene står i themes/standard/theme.json. Tekst i farve-paa-accent skal kunne læses på farve-accent.",
    "farve-accent": "#5b2a6e",
    "farve-accent-moerk": "#421d51",
    "farve-accent-lys": "#f3eaf6",
    "farve-link": "#5b2a6e"
  }
}
)json";

constexpr std::string_view kLogo =
    R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="44" height="44" viewBox="0 0 44 44" role="img" aria-label="NAVN"><circle cx="22" cy="22" r="20" fill="#5b2a6e"/><path fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round" stroke-linejoin="round" d="M13 23l6 6 12-14"/></svg>
)svg";

constexpr std::string_view kScreen = R"css(/* Lægges efter standards screen.css. Ret her, hvad tokens ikke kan. */
.sidehoved { border-top-width: 10px; }
)css";

constexpr std::string_view kReadme = R"md(# Temaet NAVN

- `theme.json`: navn, logo, sideopsætning og tokens (farver, skrifter, mål).
- `assets/`: logo og andre filer, der følger med siderne.
- `screen.extra.css` og `print.extra.css`: lægges efter det tema, der bygges på.
- `labels.da.json`: tekster, der skal lyde anderledes.
- `templates/`: en fil med samme navn som i `themes/standard/templates/` træder i stedet for den.

Se det med `vejviser render PLAN.json --to html --theme MAPPE -o plan.html`.
)md";

std::string named(std::string_view text, std::string_view name) {
  std::string out;
  constexpr std::string_view kPlace = "NAVN";
  for (auto at = text.find(kPlace); at != std::string_view::npos; at = text.find(kPlace)) {
    out += text.substr(0, at);
    out += name;
    text.remove_prefix(at + kPlace.size());
  }
  return out.append(text);
}

bool can_be_a_name(std::string_view name) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";
  return !name.empty() && name.size() <= 40 && kLetters.find(name.front()) != std::string_view::npos &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

}  // namespace

std::optional<std::vector<AssetFile>> skeleton(std::string_view name, base::Problems& problems) {
  if (!can_be_a_name(name)) {
    problems.add({.code = "theme.navn", .arguments = {{"navn", std::string(name)}}, .where = {}, .hints = {}});
    return std::nullopt;
  }
  const std::string logo = "assets/logo-" + std::string(name) + ".svg";
  return std::vector<AssetFile>{{"README.md", named(kReadme, name)},
                                {logo, named(kLogo, name)},
                                {"screen.extra.css", std::string(kScreen)},
                                {"theme.json", named(kThemeJson, name)}};
}

}  // namespace theme
