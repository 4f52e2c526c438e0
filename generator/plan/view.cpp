#include "plan/view.h"

#include <nlohmann/json.hpp>
#include <string>

#include "base/danish_dates.h"
#include "plan/min_plan/tables.h"
#include "plan/view/flags.h"
#include "plan/view/pieces.h"
#include "plan/view/plain_data.h"
#include "plan/view/scene.h"
#include "plan/view/sections.h"

namespace plan {

using nlohmann::json;

namespace {

std::string_view code_of(Output output) {
  switch (output) {
    case Output::screen: return "screen";
    case Output::print: return "print";
    case Output::pdf: return "pdf";
  }
  return "";
}

/// The note for the a-kasse stands whether or not something was left out, so that it tells nothing.
json audience_piece(const ViewRequest& request, const Labels& labels) {
  const std::string_view code = audience_word(request.audience);
  return {{"kode", code},
          {"navn", labels.text("modtagere", code)},
          {"erBorger", request.audience == Audience::borger},
          {"erJobcenter", request.audience == Audience::jobcenter},
          {"erAkasse", request.audience == Audience::akasse},
          {"note", request.audience == Audience::akasse ? labels.text("ord", "akasseNote") : ""}};
}

json output_piece(const ViewRequest& request) {
  return {{"kode", code_of(request.output)},
          {"erSkaerm", request.output == Output::screen},
          {"erPrint", request.output == Output::print},
          {"erPdf", request.output == Output::pdf}};
}

json edition_piece(const min_plan::Revision& revision, const Labels& labels) {
  const std::string number = std::to_string(revision.version);
  const char* words = revision.opdateret_af.empty() ? "udgaveUdenNavn" : "udgave";
  return {
      {"nummer", revision.version},
      {"erKladde", revision.tilstand != "publiceret"},
      {"opdateret", date_piece(revision.opdateret)},
      {"tekst",
       labels.fill("ord", words,
                   {{"nummer", number}, {"dato", base::short_date(revision.opdateret)}, {"navn", revision.opdateret_af}})}};
}

json changes_piece(const min_plan::Revision& revision, const Labels& labels) {
  json list = json::array();
  for (const auto& change : revision.aendringer)
    list.push_back({{"dato", date_piece(change.dato)}, {"tekst", change.tekst}});
  return {
      {"overskrift", labels.text("overskrifter", "aendringer")}, {"harPoster", !list.empty()}, {"poster", std::move(list)}};
}

std::string first_name(const std::string& name) { return name.substr(0, name.find(' ')); }

json min_plan_view(const Scene& scene) {
  const min_plan::MinPlan& plan = scene.plan;
  const Labels& labels = scene.labels;
  const json variants = variants_piece(plan.flag, labels);
  return {{"type", "min-plan"},
          {"sprog", "da"},
          {"titel", labels.text("", "titel")},
          {"id", plan.id},
          {"borger", {{"navn", plan.borger.navn}, {"fornavn", first_name(plan.borger.navn)}}},
          {"maalgruppe",
           {{"kode", plan.maalgruppe},
            {"navn", labels.text("maalgrupper", plan.maalgruppe)},
            {"familie", std::string(1, scene.column)}}},
          {"harVarianter", !variants.empty()},
          {"varianter", variants},
          {"besked", notice_piece(plan.flag, labels)},
          {"idag", date_piece(scene.request.today)},
          {"modtager", audience_piece(scene.request, labels)},
          {"output", output_piece(scene.request)},
          {"udgave", edition_piece(plan.revision, labels)},
          {"aendringer", changes_piece(plan.revision, labels)},
          {"afsnit", all_sections(scene)},
          {"ord", labels.tree().value("ord", json::object())}};
}

/// The names of audiences for kinds that do not bring their own.
const json& standard_labels() {
  static const json labels = json::parse(built_in_kind_file("min-plan/labels.json"));
  return labels;
}

/// A kind that a site brings without code: its data and words as they are.
json plain_view(const CheckedPlan& plan, const ViewRequest& request, base::Problems& problems) {
  const json& own = plan.kind->labels;
  const bool names_audiences = own.contains("modtagere") && own.contains("ord");
  const Labels labels(names_audiences ? own : standard_labels(), problems);
  return {{"type", plan.kind->type},
          {"sprog", "da"},
          {"titel", plan.kind->title},
          {"idag", date_piece(request.today)},
          {"modtager", audience_piece(request, labels)},
          {"output", output_piece(request)},
          {"data", with_every_member(data_for_audience(plan, request.audience), plan.kind->schema.json())},
          {"etiketter", own}};
}

}  // namespace

json view(const CheckedPlan& plan, const ViewRequest& request, base::Problems& problems) {
  const bool is_preview = request.purpose == min_plan::Purpose::preview;
  const bool is_shown = is_preview ? is_made_for(*plan.kind, request.audience) : may_see(plan, request.audience);
  if (!is_shown) return nullptr;
  if (!plan.min_plan) return plain_view(plan, request, problems);
  const Labels labels(plan.kind->labels, problems);
  const min_plan::MinPlan seen = for_audience(plan, request.audience);
  const min_plan::Maalgruppe* group = min_plan::tables().maalgruppe(seen.maalgruppe);
  return min_plan_view({seen, labels, request, group != nullptr ? group->kolonne : 'D'});
}

}  // namespace plan
