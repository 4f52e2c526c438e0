#include "plan/view/page_head.h"

#include <nlohmann/json.hpp>
#include <string>

#include "base/danish_dates.h"
#include "plan/min_plan/tables.h"
#include "plan/view/flags.h"
#include "plan/view/pieces.h"

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

}  // namespace

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

json page_head(const Scene& scene) {
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
          {"ord", labels.tree().value("ord", json::object())}};
}

char column_of(const min_plan::MinPlan& plan) {
  const min_plan::Maalgruppe* group = min_plan::tables().maalgruppe(plan.maalgruppe);
  return group != nullptr ? group->kolonne : 'D';
}

}  // namespace plan
