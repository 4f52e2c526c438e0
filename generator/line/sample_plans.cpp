#include "line/sample_plans.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <span>
#include <string>

#include "base/embedded_file.h"
#include "load/json_document.h"

namespace line {

std::span<const base::EmbeddedFile> embedded_samples();  // generated from samples/

namespace {

std::optional<load::JsonDocument> read_sample(std::string_view path) {
  const auto files = embedded_samples();
  const auto file = std::ranges::find(files, path, &base::EmbeddedFile::path);
  if (file == files.end()) return std::nullopt;
  base::Problems none;
  return load::load_json(base::make_source(std::string(path), std::string(file->bytes)), none);
}

/// What no sample shows as it is, but does with one value put in place of another.
struct Variant {
  std::string_view file;
  const char* pointer;
  nlohmann::json value;
};

/// A plan in which nothing differs from the version before.
nlohmann::json unchanged_plan(const std::string& file) {
  auto plan = read_sample("foer/" + file)->value;
  plan["revision"] = read_sample(file)->value["revision"];
  for (auto& change : plan["revision"]["aendringer"]) change["vedroerer"] = nlohmann::json::array();
  return plan;
}

std::vector<Variant> variants() {
  return {{"anders-dagpenge.json", "", unchanged_plan("anders-dagpenge.json")},
          {"anders-dagpenge.json", "/revision/tilstand", "kladde"},
          {"anders-dagpenge.json", "/aftaler/4/dato", "2020-05-18"},  // its name stands before it in the timeline
          {"anders-dagpenge.json", "/indsatser/1/hvornaar", {{"start", "2020-05-11"}, {"slut", "2020-05-15"}}},
          {"anders-dagpenge.json", "/indsatser/0/hvornaar/slut", "2019-11-15"},  // lacks a last status
          {"erling-ressourceforloeb.json", "/indsatser/0/navn", "Træning"},      // was called something else
          {"erling-ressourceforloeb.json", "/indsatser/0/statusser", nlohmann::json::array()},
          {"stine-kombiplan.json", "/uddannelsespaalaeg/begrundelse", ""},
          {"stine-kombiplan.json", "/uddannelsespaalaeg/trin", 1},
          {"stine-kombiplan.json", "/uddannelsespaalaeg/trin", 3}};
}

/// Variants may break rules; those that do are left out.
void add_checked(load::JsonDocument document, const plan::CheckContext& context, std::vector<plan::CheckedPlan>& plans) {
  base::Problems none;
  if (auto plan = plan::check_plan(std::move(document), context, none)) plans.push_back(*std::move(plan));
}

}  // namespace

base::Date sample_day() { return std::chrono::year(2019) / std::chrono::November / 21; }

std::vector<plan::CheckedPlan> sample_plans(const plan::Kinds& kinds) {
  std::vector<plan::CheckedPlan> plans;
  for (const auto& [path, bytes] : embedded_samples()) {
    if (path.find('/') != std::string_view::npos) continue;
    plan::CheckContext context{.kinds = kinds, .today = sample_day(), .min_plan = {}};
    context.min_plan.purpose = plan::min_plan::Purpose::preview;
    base::Problems none;
    if (auto earlier = read_sample("foer/" + std::string(path)))
      context.earlier = plan::check_earlier_plan(*std::move(earlier), context, none);
    if (auto document = read_sample(path)) add_checked(*std::move(document), context, plans);
    for (const auto& [file, pointer, value] : variants()) {
      auto document = file == path ? read_sample(path) : std::nullopt;
      if (!document) continue;
      document->value[nlohmann::json::json_pointer(pointer)] = value;
      add_checked(*std::move(document), context, plans);
    }
  }
  return plans;
}

}  // namespace line
