#include "documents.h"

#include <array>
#include <random>

namespace bench {
namespace {

constexpr std::array<std::string_view, 72> kWords{"arbejde",
                                                  "borger",
                                                  "kommune",
                                                  "virksomhed",
                                                  "praktik",
                                                  "lager",
                                                  "gaffeltruck",
                                                  "samtale",
                                                  "plan",
                                                  "mål",
                                                  "uddannelse",
                                                  "kursus",
                                                  "mentor",
                                                  "helbred",
                                                  "læge",
                                                  "ansøgning",
                                                  "erfaring",
                                                  "kompetence",
                                                  "opfølgning",
                                                  "indsats",
                                                  "rehabilitering",
                                                  "ressourceforløb",
                                                  "tilskud",
                                                  "vejledning",
                                                  "ordblind",
                                                  "økonomi",
                                                  "bolig",
                                                  "fremmøde",
                                                  "ugeplan",
                                                  "kontakt",
                                                  "rådgiver",
                                                  "sagsbehandler",
                                                  "og",
                                                  "i",
                                                  "på",
                                                  "til",
                                                  "med",
                                                  "for",
                                                  "af",
                                                  "som",
                                                  "der",
                                                  "den",
                                                  "det",
                                                  "en",
                                                  "et",
                                                  "har",
                                                  "skal",
                                                  "kan",
                                                  "vil",
                                                  "er",
                                                  "bliver",
                                                  "møder",
                                                  "hjælper",
                                                  "støtter",
                                                  "aftaler",
                                                  "finder",
                                                  "begynder",
                                                  "slutter",
                                                  "øver",
                                                  "lærer",
                                                  "ikke",
                                                  "også",
                                                  "hver",
                                                  "ny",
                                                  "god",
                                                  "tryg",
                                                  "næste",
                                                  "sammen",
                                                  "hurtigt",
                                                  "mandag",
                                                  "torsdag",
                                                  "beskæftigelsesordning"};
constexpr std::array<std::string_view, 12> kNames{"Anne",  "Bo",    "Carla", "Dines", "Elin",  "Frode",
                                                  "Gerda", "Halil", "Ida",   "Jonas", "Karen", "Łukasz"};

/// The printed look of all documents; what an engine does not know it passes over.
constexpr std::string_view kStyle = R"(<style>
@page { size: A4; margin: 22mm 20mm; @bottom-center { content: "side " counter(page) " af " counter(pages); font: 9pt "Open Sans" } }
html { font: 10.5pt/1.45 "Open Sans", sans-serif; color: #222 }
h1 { font-size: 22pt; margin: 0 0 8pt } h2 { font-size: 15pt; margin: 16pt 0 6pt; break-after: avoid; color: #064 }
h3 { font-size: 12pt; margin: 12pt 0 4pt; break-after: avoid } p { margin: 0 0 6pt; orphans: 2; widows: 2 }
table { border-collapse: collapse; width: 100%; margin: 6pt 0 12pt } th, td { border: 0.5pt solid #999; padding: 3pt 5pt; text-align: left; vertical-align: top }
th { background: #e6f0ec; font-weight: 700 } tr { break-inside: avoid }
.tid { position: relative; height: 60pt; border-bottom: 1pt solid #064; margin: 8pt 0 14pt }
.tid div { position: absolute; background: #cde; border-radius: 3pt; padding: 1pt 4pt; font-size: 8pt; height: 12pt; overflow: hidden }
nav li { list-style: none } nav a { color: inherit; text-decoration: none } nav a::after { content: leader(".") target-counter(attr(href), page) }
.del { break-before: page }
</style>)";

/// Chance that is the same on every machine.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : random_(seed) {}
  std::size_t below(std::size_t limit) { return random_() % limit; }

  std::string words(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      text += i == 0 ? "" : " ";
      text += kWords[below(kWords.size())];
    }
    return text;
  }

  std::string sentence() {
    std::string text(kNames[below(kNames.size())]);
    return text + " " + words(6 + below(9)) + ". ";
  }

  std::string sentences(std::size_t word_count) {
    std::string text;
    for (std::size_t count = 0; count < word_count; count += 11) text += sentence();
    return text;
  }

  std::string date() { return std::to_string(1 + below(28)) + ". " + std::to_string(1 + below(12)) + ". 2026"; }

 private:
  std::mt19937 random_;
};

/// Builds the same content in both languages.
class Maker {
 public:
  explicit Maker(std::uint32_t seed) : chance_(seed), seed_(seed) {}

  Document plan() {
    begin("Min plan " + std::to_string(seed_));
    heading(1, "Min plan for " + chance_.words(1) + " nr. " + std::to_string(seed_));
    paragraph(70);
    heading(2, "Tidslinje");
    timeline();
    for (const char* title : {"Aftaler", "Jobmål", "Indsatser", "Fremmøde", "Opfølgning"}) {
      heading(2, title);
      paragraph(55);
      list(4);
      table(6);
    }
    return end();
  }

  Document guide(std::size_t parts) {
    begin("Håndbog " + std::to_string(seed_));
    heading(1, "Håndbog nr. " + std::to_string(seed_));
    contents(parts);
    for (std::size_t part = 0; part < parts; ++part) {
      heading(2, "Del " + std::to_string(part + 1) + ": " + chance_.words(3), "d" + std::to_string(part), part % 10 == 0);
      for (std::size_t chapter = 0; chapter < 9; ++chapter) {
        heading(3, chance_.words(4), "d" + std::to_string(part) + "k" + std::to_string(chapter));
        for (int i = 0; i < 4; ++i) paragraph(80);
        if (chapter % 3 == 0) list(3);
      }
      table(5);
    }
    return end();
  }

  Document long_table() {
    begin("Tabel " + std::to_string(seed_));
    heading(1, "Tabel nr. " + std::to_string(seed_));
    table(500);
    return end();
  }

 private:
  void begin(const std::string& title) {
    document_.html = R"(<!doctype html><html lang="da"><head><meta charset="utf-8"><title>)" + title + "</title>" +
                     std::string(kStyle) + "</head><body>\n";
    document_.typst = "#set document(title: \"" + title +
                      "\")\n#set page(paper: \"a4\", margin: (x: 20mm, y: 22mm), numbering: \"1 / 1\")\n"
                      "#set text(font: \"Open Sans\", size: 10.5pt, lang: \"da\")\n";
  }

  Document end() {
    document_.html += "</body></html>\n";
    return std::move(document_);
  }

  void heading(int level, const std::string& text, const std::string& id = "", bool new_part = false) {
    const std::string tag = "h" + std::to_string(level);
    const std::string name = id.empty() ? "" : " id=\"" + id + "\"";
    document_.html += "<" + tag + name + (new_part ? " class=\"del\"" : "") + ">" + text + "</" + tag + ">\n";
    document_.typst += std::string(static_cast<std::size_t>(level), '=') + " " + text + "\n";
  }

  void paragraph(std::size_t words) {
    const std::string text = chance_.sentences(words);
    document_.html += "<p>" + text + "</p>\n";
    document_.typst += text + "\n\n";
  }

  void list(std::size_t count) {
    document_.html += "<ul>\n";
    for (std::size_t i = 0; i < count; ++i) {
      const std::string text = chance_.sentence();
      document_.html += "<li>" + text + "</li>\n";
      document_.typst += "- " + text + "\n";
    }
    document_.html += "</ul>\n";
    document_.typst += "\n";
  }

  void table(std::size_t rows) {
    document_.html +=
        "<table><thead><tr><th scope=\"col\">Hvad</th><th scope=\"col\">Hvem</th><th scope=\"col\">Hvornår</th><th "
        "scope=\"col\">Timer</th></tr></thead><tbody>\n";
    document_.typst += "#table(columns: (1fr, auto, auto, auto), table.header[Hvad][Hvem][Hvornår][Timer],\n";
    for (std::size_t i = 0; i < rows; ++i) {
      const std::string what = chance_.words(5);
      const std::string who(kNames[chance_.below(kNames.size())]);
      const std::string when = chance_.date();
      const std::string hours = std::to_string(chance_.below(37));
      document_.html += "<tr><td>" + what + "</td><td>" + who + "</td><td>" + when + "</td><td>" + hours + "</td></tr>\n";
      document_.typst += "[" + what + "], [" + who + "], [" + when + "], [" + hours + "],\n";
    }
    document_.html += "</tbody></table>\n";
    document_.typst += ")\n";
  }

  void timeline() {
    document_.html += "<div class=\"tid\">\n";
    for (std::size_t i = 0; i < 8; ++i) {
      document_.html += "<div style=\"left:" + std::to_string(chance_.below(70)) + "%; top:" + std::to_string((i % 4) * 15) +
                        "pt; width:" + std::to_string(10 + chance_.below(20)) + "%\">" + chance_.words(1) + "</div>\n";
      document_.typst += "#box(fill: rgb(\"#ccddee\"), radius: 3pt, inset: 2pt)[" + chance_.words(1) + "] ";
    }
    document_.html += "</div>\n";
    document_.typst += "\n\n";
  }

  void contents(std::size_t parts) {
    document_.html += "<nav><h2>Indhold</h2><ul>\n";
    for (std::size_t part = 0; part < parts; ++part) {
      document_.html += "<li><a href=\"#d" + std::to_string(part) + "\">Del " + std::to_string(part + 1) + "</a></li>\n";
      for (std::size_t chapter = 0; chapter < 9; ++chapter) {
        document_.html += "<li><a href=\"#d" + std::to_string(part) + "k" + std::to_string(chapter) + "\">Kapitel " +
                          std::to_string(part + 1) + "." + std::to_string(chapter + 1) + "</a></li>\n";
      }
    }
    document_.html += "</ul></nav>\n";
    document_.typst += "#outline()\n";
  }

  Chance chance_;
  std::uint32_t seed_;
  Document document_;
};

constexpr std::size_t kPartsOfGuide = 15;

}  // namespace

Document make_document(Kind kind, std::uint32_t seed) {
  Maker maker(seed);
  switch (kind) {
    case Kind::guide: return maker.guide(kPartsOfGuide);
    case Kind::book: return maker.guide(kPartsOfGuide * 20);
    case Kind::table: return maker.long_table();
    case Kind::plan: break;
  }
  return maker.plan();
}

Kind kind_named(std::string_view name) {
  return name == "guide" ? Kind::guide : name == "book" ? Kind::book : name == "table" ? Kind::table : Kind::plan;
}

}  // namespace bench
