#include "line/sample_guide.h"

#include "base/file_store.h"

namespace line {

namespace {

constexpr const char* kFront = R"md(---
title: Bogen
subtitle: En lille vejledning
summary: Med en af hver slags.
---
Se [kapitlet](01-del/10-kapitel.md#afsnit).[^1]

[^1]: En note.
)md";

constexpr const char* kPart = R"md(---
title: Delen
summary: Om delen.
---
Tekst.[^1]

[^1]: En note.
)md";

constexpr const char* kChapter = R"md(---
title: Kapitlet
summary: Om kapitlet.
updated: 2019-11-21
landscape: true
---
## Afsnit

Tekst.[^1]

Tabel: To tal.

| A | B |
|---|--:|
| 1 | 2 |

```tidslinje
titel: Fra kursus til job
fra: 2019-11-21
til: 2020-05-21
bjaelker:
  - { titel: Kursus, start: 2019-10-02, slut: 2020-01-31 }
  - { titel: Et meget langt navn på en bjælke, start: 2019-12-02, slut: 2019-12-04 }
  - { titel: Et meget langt navn på en bjælke, start: 2020-05-02, slut: 2020-07-04 }
maerker:
  - { titel: Samtale, dato: 2019-12-05 }
  - { titel: Samtale ved periodens slutning, dato: 2020-05-20 }
billedtekst: Samtalen ligger lige efter kurset.
```

## Igen

```skema
titel: Samtaler
kolonnetitel: Måned
kolonner: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13"]
raekker:
  - aktoer: Jobcenter
    celler:
      - { tekst: Samtale, fra: "2", til: "3" }
      - { tekst: Samtale til, fra: "3", til: "4" }
billedtekst: Hvem der taler hvornår.
```

[^1]: En note.
)md";

constexpr const char* kLoose = R"md(---
title: Bagefter
summary: Om resten.
---
Tekst.[^1]

[^1]: En note.
)md";

std::string boxes(const std::vector<std::string>& kinds) {
  std::string text = "---\ntitle: Bokse\n---\nTekst.\n";
  for (const auto& kind : kinds)
    text += "\n> [!" + kind + "] Titel\n> Tekst.\n\nTekst.\n\n> [!" + kind + "]\n> Tekst.\n\nTekst.\n";
  return text;
}

}  // namespace

guide::Guide sample_guide(const theme::Theme& theme) {
  const auto kinds = theme.settings.box_kinds();
  const base::MemoryFileStore files({{"index.md", kFront},
                                     {"01-del/index.md", kPart},
                                     {"01-del/10-kapitel.md", kChapter},
                                     {"01-del/20-bokse.md", boxes(kinds)},
                                     {"bagefter.md", kLoose},
                                     {"kolofon.md", "---\ntitle: Kolofon\n---\n- **Udgiver:** Kommunen\n"}});
  base::Problems none;
  return guide::load_guide(files, {.folder = "", .box_kinds = kinds, .audiences = {}}, none).value_or(guide::Guide{});
}

}  // namespace line
