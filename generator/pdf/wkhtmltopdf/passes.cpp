#include "pdf/wkhtmltopdf/passes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "pdf/tool_problem.h"
#include "pdf/wkhtmltopdf/assemble.h"

namespace pdf {

namespace {

/// Two passes are the rule, three when a number changed the page count; more only when many headings have to move.
constexpr int kMostPasses = 8;
constexpr double kCssPixelsPerPoint = 96.0 / 72;
/// The room for two lines of text after a heading, in CSS pixels.
constexpr double kRoomAfterHeading = 44;

using PageNumbers = std::map<std::string, int>;

/// Fills in `data-page-of`; the ids that no number is known for are gathered.
void fill_page_numbers(Node& node, const PageNumbers& numbers, std::set<std::string>& unknown) {
  if (const auto* target = node.attribute("data-page-of")) {
    const auto id = target->starts_with('#') ? target->substr(1) : *target;
    const auto found = numbers.find(id);
    if (found == numbers.end()) unknown.insert(id);
    Node text;
    text.text = found == numbers.end() ? "?" : std::to_string(found->second);
    node.children.assign(1, std::move(text));
    return;
  }
  for (auto& child : node.children) fill_page_numbers(child, numbers, unknown);
}

/// What a pass teaches the next: how high the block before a run of headings must be for the run to move as one.
using KeepTogether = std::map<int, double>;

/// Headings whose text begins on a later page than they stand on.
KeepTogether stranded_headings(const Survey& survey, const Layout& layout) {
  KeepTogether found;
  for (const auto& heading : survey.headings) {
    const auto at = layout.spot(heading.mark);
    const auto next = layout.spot(heading.next);
    const auto start = layout.spot(heading.run_start);
    if (!at || !next || !start || next->page <= at->page) continue;
    // A heading alone on its page, or at the top of it, cannot be helped by moving.
    if (start->page != at->page) continue;
    const auto& boxes = layout.pages()[static_cast<std::size_t>(at->page) - 1].marks.at(heading.mark);
    const double room_left = start->top * kCssPixelsPerPoint + 1;
    const double run = (start->top - boxes.front().bottom) * kCssPixelsPerPoint + kRoomAfterHeading;
    found[heading.run_start] = std::max({found[heading.run_start], room_left, run});
  }
  return found;
}

/// An empty block that is never divided and gives its height back: where it does not fit, it takes the heading along.
Node keeper(double height) {
  Node block;
  block.tag = "div";
  block.attributes = {
      {"style",
       fmt::format("display:block;height:{0:.1f}px;margin:0 0 -{0:.1f}px;padding:0;border:0;page-break-inside:avoid",
                   height)}};
  return block;
}

void insert_keepers(Node& node, const KeepTogether& keep) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const auto found = node.children[i].mark == 0 ? keep.end() : keep.find(node.children[i].mark);
    if (found != keep.end()) {
      node.children.insert(node.children.begin() + static_cast<std::ptrdiff_t>(i), keeper(found->second));
      ++i;
    }
    insert_keepers(node.children[i], keep);
  }
}

void warn_of_unknown(const std::set<std::string>& unknown, base::Problems& problems) {
  for (const auto& id : unknown)
    problems.add(tool_problem("pdf.sidetal.mangler", {{"id", "#" + id}}, base::Severity::warning));
}

}  // namespace

std::optional<Settled> settle(Markup& markup, const TemporaryFolder& folder, RenderJob job, Renderer& renderer,
                              base::Problems& problems) {
  const auto found = survey(markup.body());
  PageNumbers numbers;
  KeepTogether kept;
  std::set<std::string> unknown;
  for (int pass = 1; pass <= kMostPasses; ++pass) {
    unknown.clear();
    if (found.has_page_numbers) fill_page_numbers(markup.body(), numbers, unknown);
    job.html_file = fmt::format("pass-{}.html", pass);
    if (!folder.write(job.html_file, write_markup(markup))) {
      problems.add(tool_problem("pdf.disk", {}));
      return std::nullopt;
    }
    auto rendered = renderer.render(job, problems);
    if (!rendered) return std::nullopt;
    Layout layout(read_pages(*rendered, found.mark_count), job.height * 72 / 25.4);
    auto now = layout.page_numbers(found);
    auto moved = stranded_headings(found, layout);
    std::erase_if(moved, [&](const auto& entry) { return kept.contains(entry.first); });
    const bool numbers_hold = !found.has_page_numbers || now == numbers;
    if (numbers_hold && moved.empty()) {
      warn_of_unknown(unknown, problems);
      return Settled{std::move(*rendered), std::move(layout), found, pass};
    }
    insert_keepers(markup.body(), moved);
    kept.merge(moved);
    numbers = std::move(now);
  }
  problems.add(tool_problem("pdf.sidetal.ustabile", {}));
  return std::nullopt;
}

}  // namespace pdf
