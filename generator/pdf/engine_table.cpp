#include "pdf/engine_table.h"

#include <algorithm>
#include <array>

#include "base/suggest.h"
#include "pdf/command/command_engine.h"
#include "pdf/sats/sats_engine.h"
#include "pdf/wkhtmltopdf/wkhtmltopdf_engine.h"

namespace pdf {

namespace {

constexpr std::array<EngineRow, 3> kEngines{{
    {"sats", "Vejvisers egen sats: tilgængelig PDF med sidetal, bogmærker og opmærkning",
     "Vejviser's own typesetter: accessible, tagged PDF with page numbers and bookmarks", &make_sats_engine},
    {"wkhtmltopdf", "wkhtmltopdf, med sidetal, bogmærker og links tilføjet af Vejviser; uden opmærkning",
     "wkhtmltopdf, with page numbers, bookmarks and links added by Vejviser; not tagged", &make_wkhtmltopdf_engine},
    {"command", "et program efter eget valg, fx weasyprint", "a program of your own choice, such as weasyprint",
     &make_command_engine},
}};

/// Needs a command from the site, so it is used only when it is asked for.
constexpr std::string_view kOnlyByName = "command";

void add_problem(base::Problems& problems, std::string code, std::string_view name, std::vector<base::Hint> hints = {}) {
  problems.add(
      {.code = std::move(code), .arguments = {{"motor", std::string(name)}}, .where = {}, .hints = std::move(hints)});
}

std::unique_ptr<PdfEngine> engine_by_name(std::string_view name, const EngineOptions& options, base::Problems& problems) {
  const auto* row = std::find_if(kEngines.begin(), kEngines.end(), [&](const EngineRow& r) { return r.name == name; });
  if (row == kEngines.end()) {
    std::vector<std::string> known;
    for (const auto& engine : kEngines) known.emplace_back(engine.name);
    std::vector<base::Hint> hints;
    if (auto near = base::nearest_word(name, known)) hints.push_back(base::did_you_mean(*near));
    add_problem(problems, "pdf.motor.ukendt", name, std::move(hints));
    return nullptr;
  }
  if (row->make == nullptr) {
    add_problem(problems, "pdf.motor.ikke-bygget", name);
    return nullptr;
  }
  auto engine = row->make(options);
  auto availability = engine->availability();
  if (availability.here()) return engine;
  problems.add(std::move(*availability.missing));
  return nullptr;
}

}  // namespace

std::span<const EngineRow> engine_table() { return kEngines; }

std::unique_ptr<PdfEngine> choose_engine(std::string_view name, const EngineOptions& options, base::Problems& problems) {
  if (!name.empty()) return engine_by_name(name, options, problems);
  for (const auto& row : kEngines) {
    if (row.make == nullptr || row.name == kOnlyByName) continue;
    auto engine = row.make(options);
    if (engine->availability().here()) return engine;
  }
  add_problem(problems, "pdf.motor.ingen", name);
  return nullptr;
}

}  // namespace pdf
