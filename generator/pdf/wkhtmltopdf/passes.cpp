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

constexpr double kPointsPerMillimetre = 72 / 25.4;
/// As a part of the page's height.
constexpr double kLargestKeptRow = 0.4;
/// What a row is commonly higher than its content, in points; a block in a cell must not make the row higher.
constexpr double kCellPadding = 12;

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

/// Rows that begin on one page and end on the next, with their heights; rows that would leave a large hole stay divided.
KeepTogether divided_rows(const Survey& survey, const Layout& layout, double page_height) {
  KeepTogether found;
  for (const int row : survey.rows) {
    const auto at = layout.spot(row);
    if (!at) continue;
    const auto& box = layout.pages()[static_cast<std::size_t>(at->page) - 1].marks.at(row).front();
    const bool divided = box.bottom < -1 && at->page < layout.page_count();
    if (divided && box.height() < page_height * kLargestKeptRow)
      found[row] = std::max(at->top + 1, box.height() - kCellPadding) * kCssPixelsPerPoint;
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

/// In a row every cell gets one, of the same height, so that all move together.
void insert_keepers(Node& node, const KeepTogether& keep) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const auto found = node.children[i].mark == 0 ? keep.end() : keep.find(node.children[i].mark);
    if (found != keep.end() && node.children[i].tag == "tr") {
      for (auto& cell : node.children[i].children) {
        if (cell.is_element()) cell.children.insert(cell.children.begin(), keeper(found->second));
      }
    } else if (found != keep.end()) {
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
    Layout layout(read_pages(*rendered, found.mark_count), job.height * kPointsPerMillimetre);
    auto now = layout.page_numbers(found);
    auto moved = stranded_headings(found, layout);
    moved.merge(divided_rows(found, layout, job.height * kPointsPerMillimetre));
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
