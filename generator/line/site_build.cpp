#include "line/site_build.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "line/build_rows.h"
#include "line/fingerprint.h"
#include "line/guide_build.h"
#include "theme/guide_site.h"

namespace line {

namespace {

struct FormRow {
  std::string_view word;
  Form form;
  std::string_view ending;
};
constexpr std::array kForms{FormRow{"html", Form::html, ".html"}, FormRow{"print", Form::print, "-print.pdf"},
                            FormRow{"pdf", Form::pdf, ".pdf"}};

std::string path_of(const AudienceRow& audience, const FormRow& form, const std::string& name) {
  return std::string(audience.folder) + "/" + name + std::string(form.ending);
}

enum class Outcome { broken, made };

/// What became of one plan: its problems, and its line on the front page when those who read that page may see it.
struct PlanResult {
  base::Problems problems;
  Outcome outcome = Outcome::broken;
  std::optional<theme::SiteEntry> entry;
};

/// Whether the plan is made for the audience, only not yet.
bool is_hidden_draft(const plan::CheckedPlan& plan, plan::Audience audience) {
  return plan::is_made_for(*plan.kind, audience) && !plan::may_see(plan, audience);
}

std::string text_of(const PlanText& plan) {
  return plan.source->text.substr(plan.range.begin, plan.range.end - plan.range.begin);
}

class PlanBuild {
 public:
  PlanBuild(const SiteBuild& build, publish::OutputFolder& folder) : build_(build), folder_(folder) {}

  /// An exception that nobody foresaw becomes this plan's problem; the night goes on.
  PlanResult make(const PlanText& text) const {
    PlanResult result;
    try {
      make_into(text, result);
    } catch (const std::exception& unforeseen) {
      result.outcome = Outcome::broken;
      result.entry.reset();
      result.problems.add({.code = "line.uventet",
                           .arguments = {{"navn", text.name}, {"aarsag", unforeseen.what()}},
                           .where = {},
                           .hints = {}});
    }
    return result;
  }

 private:
  void make_into(const PlanText& text, PlanResult& result) const {
    const auto plan = check_plan_text(build_.workshop, text, result.problems);
    if (!plan) return;
    const auto own_warnings = warning_count(result.problems);
    bool complete = true;
    for (const auto& audience : audience_rows()) {
      if (!names(build_.site.settings.audiences, audience.word) || is_hidden_draft(*plan, audience.audience)) continue;
      // The front page leads to what the first audience gets, so that must be there; the others get what is for them.
      if (&audience != first_audience() && !plan::is_made_for(*plan->kind, audience.audience)) continue;
      for (const auto& form : kForms) {
        if (names(build_.site.settings.forms, form.word))
          complete &= make_form(*plan, text, {audience, form, own_warnings}, result.problems);
      }
    }
    if (!complete) return;
    result.outcome = Outcome::made;
    result.entry = entry_of(*plan, text.name);
  }

  struct Variant {
    const AudienceRow& audience;
    const FormRow& form;
    int own_warnings;  ///< Found in the plan, whatever is made of it.
  };

  bool make_form(const plan::CheckedPlan& plan, const PlanText& text, const Variant& variant,
                 base::Problems& problems) const {
    const auto path = path_of(variant.audience, variant.form, text.name);
    const auto source_hash = Fingerprint()
                                 .add(build_.workshop.fingerprint)
                                 .add(engine_mark(build_, variant.form.form))
                                 .add(variant.audience.word)
                                 .add(variant.form.word)
                                 .add(frame_of(variant.audience, text.name).pdf)
                                 .add(text_of(text))
                                 .sum();
    if (folder_.keep_if_current(path, source_hash)) return true;
    base::Problems found;
    const auto made = make_plan(build_.workshop, plan,
                                {.form = variant.form.form,
                                 .audience = variant.audience.audience,
                                 .frame = frame_of(variant.audience, text.name),
                                 .engine = build_.engine},
                                found);
    problems.add_all(found);
    if (!made) return false;
    return folder_.put({.path = path,
                        .bytes = made->bytes,
                        .source_hash = source_hash,
                        .pages = made->pages,
                        .warnings = variant.own_warnings + warning_count(found)},
                       problems);
  }

  /// A page in a folder of plans, with its PDF beside it when the site makes one. Only the first audience's pages lead to
  /// the front page, which lists that audience's plans: the others may not see them.
  [[nodiscard]] theme::PageFrame frame_of(const AudienceRow& audience, const std::string& name) const {
    return {.assets = theme::Assets::linked,
            .root = "../",
            .front_page = &audience == first_audience() ? "../index.html" : "",
            .pdf = names(build_.site.settings.forms, "pdf") ? name + ".pdf" : ""};
  }

  [[nodiscard]] const AudienceRow* first_audience() const {
    const auto rows = audience_rows();
    const auto first = std::find_if(rows.begin(), rows.end(),
                                    [&](const AudienceRow& row) { return names(build_.site.settings.audiences, row.word); });
    return first == rows.end() ? nullptr : &*first;
  }

  /// The plan's line on the front page, which leads to what the first audience gets.
  [[nodiscard]] std::optional<theme::SiteEntry> entry_of(const plan::CheckedPlan& plan, const std::string& name) const {
    const auto& settings = build_.site.settings;
    const auto* audience = first_audience();
    if (audience == nullptr || !plan::may_see(plan, audience->audience)) return std::nullopt;
    const auto title = plan.document.value.value("/borger/navn"_json_pointer, name);
    const bool has_page = names(settings.forms, "html");
    const bool has_pdf = names(settings.forms, "pdf");
    return theme::SiteEntry{.title = title,
                            .note = plan.kind->title,
                            .path = path_of(*audience, has_page ? kForms[0] : kForms[2], name),
                            .pdf = has_pdf ? path_of(*audience, kForms[2], name) : ""};
  }

  const SiteBuild& build_;
  publish::OutputFolder& folder_;
};

/// Makes all plans on the build's threads; results stand in the order of the plans.
std::vector<PlanResult> make_plans(const SiteBuild& build, const std::vector<PlanText>& plans,
                                   publish::OutputFolder& folder) {
  std::vector<PlanResult> results(plans.size());
  const PlanBuild plan_build(build, folder);
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (auto i = next++; i < plans.size(); i = next++) {
      results[i] = plan_build.make(plans[i]);
      build.made_one(plans[i].name);
    }
  };
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < std::min(build.jobs, plans.size()); ++i) threads.emplace_back(work);
  work();
  return results;
}

void put_front_page(const SiteBuild& build, const theme::SiteIndex& index, publish::OutputFolder& folder,
                    base::Problems& problems) {
  for (const auto& asset : build.workshop.theme.assets) {
    folder.put({.path = asset.path, .bytes = asset.bytes, .source_hash = build.workshop.fingerprint}, problems);
  }
  if (const auto html = theme::site_index_page(build.workshop.theme, index, problems)) {
    folder.put({.path = "index.html", .bytes = html->markup(), .source_hash = build.workshop.fingerprint}, problems);
  }
}

}  // namespace

SiteParts find_parts(const Site& site, base::Problems& problems) {
  SiteParts parts;
  const auto inputs = site_inputs(site, problems);
  TakenNames taken;
  for (const auto& file : inputs.plan_files) {
    for (auto& plan : read_plan_file(file, problems)) {
      if (taken.take(plan, problems)) parts.plans.push_back(std::move(plan));
    }
  }
  for (const auto& folder : inputs.guide_folders) parts.guides.emplace_back(folder);
  return parts;
}

BuildCounts build_site(const SiteBuild& build, const SiteParts& parts, publish::OutputFolder& folder,
                       base::Problems& problems) {
  BuildCounts counts;
  theme::SiteIndex index{.title = build.site.settings.title, .description = "", .guides = {}, .plans = {}};
  for (auto& result : make_plans(build, parts.plans, folder)) {
    problems.add_all(result.problems);
    ++(result.outcome == Outcome::made ? counts.plans : counts.broken_plans);
    if (result.entry) index.plans.push_back(*std::move(result.entry));
  }
  for (const auto& guide : parts.guides) {
    auto result = make_guide(build, guide, folder, problems);
    ++(result.is_made ? counts.guides : counts.broken_guides);
    if (result.entry) index.guides.push_back(*std::move(result.entry));
    build.made_one(guide.name());
  }
  put_front_page(build, index, folder, problems);
  return counts;
}

}  // namespace line
