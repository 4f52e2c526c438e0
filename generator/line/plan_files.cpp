#include "line/plan_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/cpr.h"
#include "base/file_store.h"
#include "base/utf8.h"
#include "base/whole_source.h"

namespace line {

namespace fs = std::filesystem;

namespace {

struct Transliteration {
  std::string_view letter;
  std::string_view ascii;
};
constexpr std::array<Transliteration, 8> kLetters{
    {{"æ", "ae"}, {"ø", "oe"}, {"å", "aa"}, {"Æ", "Ae"}, {"Ø", "Oe"}, {"Å", "Aa"}, {"é", "e"}, {"ü", "u"}}};

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

std::string_view ascii_of(std::string_view text, std::size_t& length) {
  for (const auto& row : kLetters) {
    if (!text.starts_with(row.letter)) continue;
    length = row.letter.size();
    return row.ascii;
  }
  length = 1;
  return is_plain(text.front()) ? text.substr(0, 1) : "-";
}

load::TextRange whole(const std::string& text) { return {0, static_cast<std::uint32_t>(text.size())}; }

/// A site's settings by their keys, whatever the file is called: the settings of a test, or of another build.
bool is_site_settings(const nlohmann::json& value) {
  constexpr std::array kTellingKeys{"plans", "guides", "audiences", "forms", "snippets"};
  return value.is_object() && !value.contains("type") &&
         std::ranges::any_of(kTellingKeys, [&](const char* key) { return value.contains(key); });
}

/// What a text says of itself, before anything of it is checked.
struct Introduction {
  std::string id;
  bool is_settings = false;
};

/// What is wrong with a text's JSON is said when the plan is checked.
Introduction introduction_of(const base::Source& source, load::TextRange range) {
  base::Problems reported_later;
  const auto document = load::load_json(source, range, reported_later);
  if (!document || !document->value.is_object()) return {};
  const auto id = document->value.find("id");
  return {.id = id != document->value.end() && id->is_string() ? id->get<std::string>() : "",
          .is_settings = is_site_settings(document->value)};
}

std::string name_by(const std::string& own_id, std::string otherwise) {
  constexpr std::size_t kLongestName = 100;
  const auto id = base::mask_personal_numbers(own_id);
  return id.empty() ? std::move(otherwise) : safe_file_name(base::code_point_window(id, 0, kLongestName));
}

/// Leaves out what would be called by the name of a file that reads as a CPR number; that is said once.
std::vector<PlanText> without_personal_numbers(std::vector<PlanText> plans, const std::string& stem,
                                               base::Problems& problems) {
  if (!base::find_personal_number(stem)) return plans;
  const auto first = std::ranges::find_if(plans, [&](const PlanText& plan) { return plan.name.starts_with(stem); });
  if (first == plans.end()) return plans;
  problems.add({.code = "line.filnavn-er-cpr",
                .arguments = {},
                .where = base::Span{first->source, first->range.begin, first->range.begin},
                .hints = {}});
  std::erase_if(plans, [&](const PlanText& plan) { return plan.name.starts_with(stem); });
  return plans;
}

std::size_t line_of(const PlanText& plan) { return plan.source->position(plan.range.begin).line; }

/// A plan's name, and the names that other plans would have if they were called as its further outputs.
std::vector<std::string> names_of_outputs(const std::string& name) {
  std::vector<std::string> names{name};
  for (const auto ending : {kPrintEnding, kChangesEnding})
    names.push_back(name + std::string(ending.substr(0, ending.find('.'))));
  return names;
}

base::Problem same_name(const PlanText& first, const PlanText& second, const std::string& name) {
  if (first.source->name != second.source->name) {
    return {.code = "line.samme-navn",
            .arguments = {{"fil", second.source->name}, {"anden", first.source->name}, {"navn", name}},
            .where = {},
            .hints = {}};
  }
  return {
      .code = "line.samme-id",
      .arguments = {{"linje", std::to_string(line_of(second))}, {"anden", std::to_string(line_of(first))}, {"navn", name}},
      .where = base::Span{second.source, second.range.begin, second.range.begin + 1},
      .hints = {}};
}

base::Problem no_plans(const base::Source& source) {
  return {.severity = base::Severity::warning,
          .code = "line.ingen-planer",
          .arguments = {{"fil", source->name}},
          .where = {},
          .hints = {}};
}

constexpr std::uintmax_t kMegabyte = 1'000'000;
constexpr std::uintmax_t kMostMegabytes = 64;  // of one plan; a plan of 40 years takes about 1

/// A plan that is larger is not read: the bulk would take seconds only to be refused word by word.
bool is_too_large(std::uintmax_t bytes, const base::Span& where, base::Problems& problems) {
  if (bytes <= kMostMegabytes * kMegabyte) return false;
  problems.add({.code = "line.plan-for-stor",
                .arguments = {{"stoerrelse", std::to_string((bytes + kMegabyte - 1) / kMegabyte)},
                              {"graense", std::to_string(kMostMegabytes)}},
                .where = where,
                .hints = {}});
  return true;
}

std::vector<PlanText> split_lines(const base::Source& source, const std::string& stem, base::Problems& problems) {
  std::vector<PlanText> plans;
  bool has_lines = false;
  for (const auto range : load::ndjson_lines(source->text)) {
    has_lines = true;
    if (is_too_large(range.end - range.begin, {source, range.begin, range.begin + 1}, problems)) continue;
    const auto line = source->position(range.begin).line;
    plans.push_back({source, range, name_by(introduction_of(source, range).id, fmt::format("{}-{:05}", stem, line))});
  }
  if (!has_lines) problems.add(no_plans(source));
  return plans;
}

std::vector<PlanText> one_plan(const base::Source& source, const std::string& stem, base::Problems& problems) {
  const auto range = whole(source->text);
  const auto introduction = introduction_of(source, range);
  if (!introduction.is_settings) return {{source, range, name_by(introduction.id, stem)}};
  problems.add({.code = "line.er-indstillinger", .arguments = {{"fil", source->name}}, .where = {}, .hints = {}});
  return {};
}

}  // namespace

std::optional<std::string> TakenNames::take(const PlanText& plan, base::Problems& problems) {
  // Names that differ only by case are one name to many a server.
  const auto names = names_of_outputs(base::lower_ascii(plan.name));
  for (const auto& name : names) {
    const auto owner = owners_.find(name);
    if (owner == owners_.end()) continue;
    problems.add(same_name(owner->second, plan, name));
    return owner->second.name;
  }
  for (const auto& name : names) owners_.emplace(name, plan);
  return std::nullopt;
}

std::string safe_file_name(std::string_view name) {
  std::string safe;
  while (!name.empty()) {
    std::size_t length = 1;
    safe += ascii_of(name, length);
    name.remove_prefix(length);
  }
  if (safe == "index") return "plan-index";
  return safe.empty() || safe.starts_with('.') ? "plan" + safe : safe;
}

std::vector<PlanText> read_plan_file(const fs::path& path, base::Problems& problems) {
  const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const auto name = path.lexically_normal().generic_string();
  std::error_code failed;
  const auto size = load::is_ndjson(name) ? 0 : fs::file_size(path, failed);
  if (!failed && is_too_large(size, base::whole_source(name), problems)) return {};
  auto text = base::DiskFileStore(folder).read(path.filename().string(), problems);
  if (!text) return {};
  const auto source = base::make_source(name, *std::move(text));
  const auto stem = safe_file_name(path.stem().string());
  auto plans = load::is_ndjson(source->name) ? split_lines(source, stem, problems) : one_plan(source, stem, problems);
  return without_personal_numbers(std::move(plans), stem, problems);
}

}  // namespace line
