#include "documents/made_document.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>

#include "base/problem_printer.h"
#include "bench/documents.h"
#include "line/guide_line.h"
#include "line/plan_line.h"
#include "line/site.h"
#include "line/workshop.h"
#include "pdf/engine_table.h"
#include "sats/typeset.h"

namespace documents {

namespace fs = std::filesystem;

namespace {

const fs::path kRoot = VEJVISER_SOURCE_DIR;
constexpr base::Date kToday = std::chrono::sys_days{std::chrono::year{2019} / 11 / 21};

std::string lines_of(const base::Problems& problems) {
  return base::print_problems(problems, base::ProblemFormat::short_form, base::Language::danish);
}

/// An engine that remembers what it was asked for and what it gave.
class Recorder final : public pdf::PdfEngine {
 public:
  Recorder(const pdf::PdfEngine& engine, MadeDocument& made) : engine_(engine), made_(made) {}

  [[nodiscard]] std::string_view name() const override { return engine_.name(); }
  [[nodiscard]] pdf::Availability availability() const override { return engine_.availability(); }

  std::optional<pdf::Typeset> typeset(const base::PrintDocument& document, const base::FileStore& resources,
                                      base::Problems& problems) const override {
    base::Problems own;
    auto set = engine_.typeset(document, resources, own);
    made_.problems = lines_of(own);
    problems.add_all(own);
    if (!set) return set;
    made_.source = document;
    made_.pdf = set->pdf;
    made_.pages = static_cast<std::uint32_t>(set->pages);
    for (const auto& landmark : set->landmarks) {
      made_.landmarks.emplace(landmark.id, static_cast<std::uint32_t>(landmark.page - 1));
    }
    return set;
  }

 private:
  const pdf::PdfEngine& engine_;
  MadeDocument& made_;
};

/// The demo site with one theme: what the program sets up before its first plan.
struct Office {
  line::Site site;
  line::Workshop workshop;
  std::unique_ptr<pdf::PdfEngine> engine;
};

/// Offices are opened once; documents of a theme share fonts and words as they do in a run of the program.
const Office& office(const std::string& theme) {
  static std::map<std::string, Office> offices;
  const auto found = offices.find(theme);
  if (found != offices.end()) return found->second;
  base::Problems problems;
  auto site = line::open_site(kRoot / line::kSiteFile, problems);
  if (!site) throw std::runtime_error(lines_of(problems));
  auto workshop = line::open_workshop(line::workshop_order(*site, theme, kToday), problems);
  auto engine = pdf::choose_engine("sats", line::engine_options(*site), problems);
  if (!workshop || !engine) throw std::runtime_error(lines_of(problems));
  return offices.emplace(theme, Office{std::move(*site), std::move(*workshop), std::move(engine)}).first->second;
}

struct PlanKey {
  fs::path file;
  std::string theme;
  line::Form form;
  plan::Audience audience;
};

MadeDocument make_plan(const PlanKey& key) {
  const Office& here = office(key.theme);
  MadeDocument made;
  base::Problems problems;
  const Recorder recorder(*here.engine, made);
  for (const auto& text : line::read_plan_file(key.file, problems)) {
    const auto plan = line::check_plan_text(here.workshop, text, problems);
    if (!plan) continue;
    line::make_plan(here.workshop, *plan, {.form = key.form, .audience = key.audience, .frame = {}, .engine = &recorder},
                    problems);
  }
  if (made.pdf.empty()) made.problems = lines_of(problems);
  return made;
}

MadeDocument make_guide(const std::string& theme) {
  const Office& here = office(theme);
  MadeDocument made;
  base::Problems problems;
  const Recorder recorder(*here.engine, made);
  const line::GuideFolder folder(kRoot / "content/haandbog");
  if (const auto guide = line::check_guide(here.workshop, folder, problems))
    line::make_book(here.workshop, folder, *guide, recorder, problems);
  if (made.pdf.empty()) made.problems = lines_of(problems);
  return made;
}

std::string read_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

void add_plans(std::vector<DocumentRow>& table) {
  struct Named {
    const char* name;
    line::Form form;
    plan::Audience audience;
    const char* theme;
  };
  // Every form for every audience in the standard theme; the other theme changes the frame, so one form shows it.
  const Named kinds[] = {{"borger", line::Form::pdf, plan::Audience::borger, "standard"},
                         {"jobcenter", line::Form::pdf, plan::Audience::jobcenter, "standard"},
                         {"akasse", line::Form::pdf, plan::Audience::akasse, "standard"},
                         {"borger-print", line::Form::print, plan::Audience::borger, "standard"},
                         {"akasse-print", line::Form::print, plan::Audience::akasse, "standard"},
                         {"borger-kommune", line::Form::pdf, plan::Audience::borger, "kommune"}};
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kRoot / "samples")) {
    if (entry.path().extension() == ".json") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    const bool has_akasse = read_text(file).find(R"("maalgruppe": "dagpenge)") != std::string::npos;
    for (const Named& kind : kinds) {
      if (kind.audience == plan::Audience::akasse && !has_akasse) continue;
      const PlanKey key{file, kind.theme, kind.form, kind.audience};
      table.push_back({"plan-" + file.stem().string() + "-" + kind.name, [key] { return make_plan(key); }});
    }
  }
}

void add_own(std::vector<DocumentRow>& table) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(kRoot / "tests/documents/own")) {
    if (entry.path().extension() == ".html") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    table.push_back({"own-" + file.stem().string(), [file] { return make_own({.html = read_text(file)}); }});
  }
}

}  // namespace

MadeDocument make_own(base::PrintDocument document) {
  static const base::DiskFileStore files(kRoot / "tests/documents/own");
  static sats::Resources resources(&files);
  auto set = sats::typeset(document, resources);
  MadeDocument made{
      .source = std::move(document), .pdf = std::move(set.pdf), .landmarks = {}, .pages = set.pages, .problems = {}};
  for (const auto& landmark : set.landmarks) made.landmarks.emplace(landmark.id, landmark.page);
  made.problems = lines_of(set.problems);
  return made;
}

std::vector<DocumentRow> document_table() {
  std::vector<DocumentRow> table;
  add_own(table);
  add_plans(table);
  for (const char* theme : {"standard", "kommune"}) {
    table.push_back({std::string("haandbog-") + theme, [theme] { return make_guide(theme); }});
  }
  for (const char* name : {"plan", "guide", "table", "book"}) {
    table.push_back({std::string("bench-") + name,
                     [name] { return make_own({.html = bench::make_document(bench::kind_named(name), 1).html}); }});
  }
  return table;
}

}  // namespace documents
