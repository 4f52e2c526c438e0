#include "line/site_build.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <exception>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <thread>

#include "base/whole_source.h"
#include "line/build_rows.h"
#include "line/contract_check.h"
#include "line/fingerprint.h"
#include "line/guide_build.h"
#include "line/site_lists.h"
#include "plan/change_notice.h"

namespace line {

namespace {

struct FormRow {
  std::string_view word;  ///< Of the settings; the page of what is new comes with the plan's page.
  Form form;
  std::string_view ending;
};
constexpr std::array kForms{FormRow{"html", Form::html, ".html"}, FormRow{"print", Form::print, kPrintEnding},
                            FormRow{"pdf", Form::pdf, ".pdf"}, FormRow{"html", Form::changes, kChangesEnding}};

std::string path_of(const AudienceRow& audience, const FormRow& form, const std::string& name) {
  return std::string(audience.folder) + "/" + name + std::string(form.ending);
}

/// A plan is left out when nobody of the site's audiences gets plans of its citizen's group.
enum class Outcome { broken, left_out, made };

/// What became of one plan: its problems, and its line in the list of each audience that got it.
struct PlanResult {
  base::Problems problems;
  Outcome outcome = Outcome::broken;
  bool has_contract = false;
  bool lacks_akasse = false;                  ///< The site makes plans for the a-kasse, but the citizen has none.
  std::vector<const AudienceRow*> audiences;  ///< Who may see it, whether or not it could be written.
  std::vector<ListedPlan> listed;
};

/// Whether the audience is the a-kasse of a citizen who has none.
bool is_akasse_of_none(const plan::CheckedPlan& plan, plan::Audience audience) {
  return audience == plan::Audience::akasse && !plan::has_akasse(plan);
}

/// Whether the plan is made for the audience, only not yet.
bool is_hidden_draft(const plan::CheckedPlan& plan, plan::Audience audience) {
  return plan::is_made_for(plan, audience) && !plan::may_see(plan, audience);
}

std::string_view text_of(const base::Source& source, load::TextRange range) {
  return std::string_view(source->text).substr(range.begin, range.end - range.begin);
}

/// The version before, which the pages may be made from, too.
std::string_view earlier_text(const plan::CheckedPlan& plan) {
  return plan.earlier ? text_of(plan.earlier->document.source, plan.earlier->document.range) : std::string_view();
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
      result.listed.clear();
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
    result.has_contract = has_contract(*plan);
    const auto own_warnings = warning_count(result.problems);
    bool complete = true;
    std::vector<ListedPlan> listed;
    for (const auto& audience : audience_rows()) {
      if (!names(build_.site.settings.audiences, audience.word) || is_hidden_draft(*plan, audience.audience)) continue;
      if (is_akasse_of_none(*plan, audience.audience)) {
        result.lacks_akasse = true;
        continue;
      }
      // The front page leads to what the first audience gets, so that must be there; the others get what is for them.
      if (&audience != first_ && !plan::is_made_for(*plan->kind, audience.audience)) continue;
      auto notice = notice_of(*plan, audience, text.name, result.problems);
      for (const auto& form : kForms) {
        const bool is_wanted = form.form != Form::changes || !notice.is_null();
        if (is_wanted && names(build_.site.settings.forms, form.word))
          complete &= make_form(*plan, text, {audience, form, notice, own_warnings}, result.problems);
      }
      if (!plan::may_see(*plan, audience.audience)) continue;
      result.audiences.push_back(&audience);
      listed.push_back({&audience, entry_of(*plan, audience, text.name), std::move(notice)});
    }
    if (!complete) return;
    result.outcome = result.lacks_akasse && listed.empty() ? Outcome::left_out : Outcome::made;
    result.listed = std::move(listed);
  }

  struct Variant {
    const AudienceRow& audience;
    const FormRow& form;
    const nlohmann::ordered_json& notice;  ///< What is new in the plan; null when nothing is.
    int own_warnings;                      ///< Found in the plan, whatever is made of it.
  };

  bool make_form(const plan::CheckedPlan& plan, const PlanText& text, const Variant& variant,
                 base::Problems& problems) const {
    const auto path = path_of(variant.audience, variant.form, text.name);
    const auto frame = frame_of(variant, text.name);
    const auto source_hash = Fingerprint()
                                 .add(build_.workshop.fingerprint)
                                 .add(engine_mark(build_, variant.form.form))
                                 .add(variant.audience.word)
                                 .add(variant.form.ending)
                                 .add(frame.pdf)
                                 .add(frame.print)
                                 .add(text_of(text.source, text.range))
                                 .add(earlier_text(plan))
                                 .sum();
    if (folder_.keep_if_current(path, source_hash)) return true;
    base::Problems found;
    const auto made = make_plan(
        build_.workshop, plan,
        {.form = variant.form.form, .audience = variant.audience.audience, .frame = frame, .engine = build_.engine}, found);
    problems.add_all(found);
    if (!made) return false;
    return folder_.put({.path = path,
                        .bytes = made->bytes,
                        .source_hash = source_hash,
                        .pages = made->pages,
                        .warnings = variant.own_warnings + warning_count(found)},
                       problems);
  }

  /// A page in a folder of plans, with those of its PDFs beside it that the site makes. Only the first audience's pages lead
  /// to the front page, which lists that audience's plans: the others may not see them, and have a list in their own folder.
  [[nodiscard]] theme::PageFrame frame_of(const Variant& variant, const std::string& name) const {
    theme::PageFrame frame{.assets = theme::Assets::linked,
                           .root = "../",
                           .front_page = &variant.audience == first_ ? "../index.html" : "index.html",
                           .pdf = beside(Form::pdf, name),
                           .print = beside(Form::print, name)};
    if (variant.form.form == Form::changes) {
      frame.plan = beside(Form::html, name);
    } else if (!variant.notice.is_null()) {
      frame.changes = beside(Form::changes, name);
    }
    return frame;
  }

  /// The file of a form in the plan's own folder; empty when the site does not make it.
  [[nodiscard]] std::string beside(Form wanted, const std::string& name) const {
    const auto* form = std::ranges::find(kForms, wanted, &FormRow::form);
    return names(build_.site.settings.forms, form->word) ? name + std::string(form->ending) : "";
  }

  /// The plan's line in a list that stands where its paths begin: the first audience's in the front page, the others' in
  /// their own folders.
  [[nodiscard]] theme::SiteEntry entry_of(const plan::CheckedPlan& plan, const AudienceRow& audience,
                                          const std::string& name) const {
    const auto& forms = build_.site.settings.forms;
    const auto path = [&](const FormRow& form) {
      return &audience == first_ ? path_of(audience, form, name) : name + std::string(form.ending);
    };
    const auto citizen = plan::citizen_name(plan, audience.audience);
    return {.title = citizen.empty() ? name : citizen,
            .note = plan::group_name(plan, audience.audience),
            .path = path(names(forms, "html") ? kForms[0] : kForms[2]),
            .pdf = names(forms, "pdf") ? path(kForms[2]) : ""};
  }

  /// What is new in the plan, with the name and the page that it has in the audience's folder.
  [[nodiscard]] nlohmann::ordered_json notice_of(const plan::CheckedPlan& plan, const AudienceRow& audience,
                                                 const std::string& name, base::Problems& problems) const {
    nlohmann::ordered_json notice = plan::change_notice(plan, audience.audience, problems);
    if (notice.is_null()) return notice;
    nlohmann::ordered_json named{{"id", name}};
    const auto page = beside(Form::changes, name);
    if (!page.empty()) named["side"] = page;
    named.update(notice);
    return named;
  }

  const SiteBuild& build_;
  publish::OutputFolder& folder_;
  const AudienceRow* first_ = first_audience(build_.site);
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

void tell_of_plans_without_akasse(const Site& site, int plans, base::Problems& problems) {
  if (plans == 0) return;
  problems.add({.severity = base::Severity::advice,
                .code = "line.planer-uden-akasse",
                .arguments = {{"antal", std::to_string(plans)}},
                .where = base::whole_source(site.file.string()),
                .hints = {}});
}

}  // namespace

SiteParts find_parts(const Site& site, base::Problems& problems) {
  SiteParts parts;
  const auto inputs = site_inputs(site, problems);
  TakenNames taken;
  std::set<std::string> shared;
  for (const auto& file : inputs.plan_files) {
    for (auto& plan : read_plan_file(file, problems)) {
      if (const auto other = taken.take(plan, problems)) shared.insert({plan.name, *other});
      parts.plans.push_back(std::move(plan));
    }
  }
  const auto twins = std::stable_partition(parts.plans.begin(), parts.plans.end(),
                                           [&](const PlanText& plan) { return !shared.contains(plan.name); });
  parts.twins.assign(std::make_move_iterator(twins), std::make_move_iterator(parts.plans.end()));
  parts.plans.erase(twins, parts.plans.end());
  for (const auto& folder : inputs.guide_folders) parts.guides.emplace_back(folder);
  return parts;
}

BuildCounts build_site(const SiteBuild& build, const SiteParts& parts, publish::OutputFolder& folder,
                       base::Problems& problems) {
  BuildCounts counts;
  SiteLists lists(build.site);
  for (const auto& twin : parts.twins) {
    check_plan_text(build.workshop, twin, problems);
    ++counts.broken_plans;
  }
  int contracts = 0;
  int without_akasse = 0;
  for (auto& result : make_plans(build, parts.plans, folder)) {
    problems.add_all(result.problems);
    contracts += result.has_contract ? 1 : 0;
    without_akasse += result.lacks_akasse ? 1 : 0;
    counts.plans += result.outcome == Outcome::made ? 1 : 0;
    counts.broken_plans += result.outcome == Outcome::broken ? 1 : 0;
    for (const auto* audience : result.audiences) lists.begin_news(*audience);
    for (auto& listed : result.listed) lists.add(std::move(listed));
  }
  check_contracts(build.site, contracts, problems);
  tell_of_plans_without_akasse(build.site, without_akasse, problems);
  for (const auto& guide : parts.guides) {
    auto result = make_guide(build, guide, folder, problems);
    ++(result.is_made ? counts.guides : counts.broken_guides);
    if (result.entry) lists.add_guide(*std::move(result.entry));
    build.made_one(guide.name());
  }
  for (const auto& asset : build.workshop.theme.assets) {
    folder.put({.path = asset.path, .bytes = asset.bytes, .source_hash = build.workshop.fingerprint}, problems);
  }
  lists.put(build.workshop, folder, problems);
  return counts;
}

}  // namespace line
