#include "pdf/wkhtmltopdf/passes.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "pdf/tool_problem.h"
#include "pdf/wkhtmltopdf/assemble.h"
#include "pdf/wkhtmltopdf/layout.h"

namespace pdf {

namespace {

/// Two passes are the rule, three when a number changed the page count; more only when many headings have to move: a print
/// of forty pages has needed more than eight.
constexpr int kMostPasses = 16;
constexpr double kCssPixelsPerPoint = 96.0 / 72;
/// The room for two lines of text after a heading, in CSS pixels.
constexpr double kRoomAfterHeading = 44;
/// How much higher a keeper becomes when it did not help, in CSS pixels.
constexpr double kMoreRoom = 40;
/// A scale below this part of the right one is no rounding.
constexpr double kSameScale = 0.985;
/// As a part of the page's height.
constexpr double kNearTheFoot = 0.3;

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
    node.children.clear();
    node.children.push_back(std::move(text));
    return;
  }
  for (auto& child : node.children) fill_page_numbers(child, numbers, unknown);
}

/// What a pass teaches the next: how high the block before a run of headings must be for the run to move as one.
using KeepTogether = std::map<int, double>;

/// What was left alone: the text after it begins on a later page than it stands on, and it stands near the foot.
KeepTogether left_alone(const Survey& survey, const Layout& layout, double page_height) {
  KeepTogether found;
  for (const auto& keep : survey.keeps) {
    const auto at = layout.spot(keep.self);
    const auto next = layout.spot(keep.next);
    const auto start = layout.spot(keep.start);
    if (!at || !next || !start || next->page <= at->page || start->page != at->page) continue;
    const double foot = layout.pages()[static_cast<std::size_t>(at->page) - 1].marks.at(keep.self).front().bottom;
    // Further up the break was asked for, as after the title of a part.
    if (foot > page_height * kNearTheFoot) continue;
    const double room_left = start->top * kCssPixelsPerPoint + 1;
    const double run = (start->top - foot) * kCssPixelsPerPoint + kRoomAfterHeading;
    auto& height = found[keep.start];
    height = std::max({height, room_left, run});
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

constexpr std::string_view kKeeperName = "data-vejviser-keeper";

/// An empty block that is never divided and gives its height back: where it does not fit, it takes what follows along.
Node keeper(double height) {
  Node block;
  block.tag = "div";
  block.attributes = {
      {std::string(kKeeperName), ""},
      {"style",
       fmt::format("display:block;height:{0:.1f}px;margin:0 0 -{0:.1f}px;padding:0;border:0;page-break-inside:avoid",
                   height)}};
  return block;
}

/// Puts a keeper at a place among children, instead of the one that a former pass put there; gives the index after it.
std::size_t put_keeper(std::vector<Node>& children, std::size_t at, double height) {
  if (at > 0 && children[at - 1].attribute(kKeeperName) != nullptr) {
    children[at - 1] = keeper(height);
    return at;
  }
  children.insert(children.begin() + static_cast<std::ptrdiff_t>(at), keeper(height));
  return at + 1;
}

/// The cell's box still begins where the row did, so its mark is drawn by the keeper, which stands where the text does.
void keep_cell(Node& cell, double height) {
  put_keeper(cell.children, 0, height);
  const auto* style = cell.attribute("style");
  const auto mark = mark_style(cell.mark);
  const auto at = cell.mark != 0 && style != nullptr ? style->find(mark) : std::string::npos;
  if (at == std::string::npos) return;
  auto without = *style;
  cell.set_attribute("style", without.erase(at, mark.size()));
  cell.children.front().add_style(mark);
}

/// In a row every cell gets one, of the same height, so that all move together.
void insert_keepers(Node& node, const KeepTogether& keep) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    const auto found = node.children[i].mark == 0 ? keep.end() : keep.find(node.children[i].mark);
    if (found != keep.end() && node.children[i].tag == "tr") {
      for (auto& cell : node.children[i].children) {
        if (cell.is_element()) keep_cell(cell, found->second);
      }
    } else if (found != keep.end()) {
      i = put_keeper(node.children, i, found->second);
    }
    insert_keepers(node.children[i], keep);
  }
}

/// QtWebKit shrinks a whole document to make its widest part fit.
bool is_shrunk(const Layout& layout, double zoom) {
  if (layout.pages().empty() || layout.pages().front().scale == 0) return false;
  return layout.pages().front().scale * zoom * kCssPixelsPerPoint < kSameScale;
}

/// Cuts off what is too wide instead. The root must not be visible either, or the body's rule is taken for the window's.
void cut_off_what_is_too_wide(Markup& markup) {
  markup.html.add_style("overflow:hidden !important;");
  markup.body().add_style("overflow:hidden !important;");
}

/// What has to move and has not been moved as well as can be. A margin above a heading is not seen here, so one that still
/// stands alone is given more and more room.
KeepTogether to_move(const Survey& survey, const Layout& layout, double page_height, const KeepTogether& kept) {
  auto moved = left_alone(survey, layout, page_height);
  for (auto& [mark, height] : moved) {
    if (const auto before = kept.find(mark); before != kept.end()) height = std::max(height, before->second + kMoreRoom);
  }
  std::erase_if(moved, [&](const auto& entry) { return entry.second > page_height * kNearTheFoot * 2; });
  for (const auto& [row, height] : divided_rows(survey, layout, page_height)) {
    if (!kept.contains(row)) moved.emplace(row, height);
  }
  return moved;
}

/// What QtWebKit leaves at the foot of a page of a row whose cells were all moved: it draws the row from where it began.
std::vector<EmptyStrip> empty_strips(const Survey& survey, const Layout& layout, const KeepTogether& kept) {
  std::vector<EmptyStrip> strips;
  for (const int row : survey.rows) {
    const auto keeper = kept.find(row);
    const auto at = layout.spot(row);
    if (keeper == kept.end() || !at) continue;
    const auto& box = layout.pages()[static_cast<std::size_t>(at->page) - 1].marks.at(row).front();
    const bool keeper_moved = box.bottom < 0 && keeper->second > box.top * kCssPixelsPerPoint;
    if (keeper_moved) strips.push_back({at->page, {box.left, 0, box.right, box.top}});
  }
  return strips;
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
    if (pass == 1 && is_shrunk(layout, renderer.zoom())) {
      problems.add(tool_problem("pdf.for-bredt", {}, base::Severity::warning));
      cut_off_what_is_too_wide(markup);
      continue;
    }
    auto now = layout.page_numbers(found);
    const auto moved = to_move(found, layout, job.height * kPointsPerMillimetre, kept);
    const bool numbers_hold = !found.has_page_numbers || now == numbers;
    if (numbers_hold && moved.empty()) {
      warn_of_unknown(unknown, problems);
      auto strips = empty_strips(found, layout, kept);
      return Settled{std::move(*rendered), std::move(layout), found, std::move(strips), pass};
    }
    insert_keepers(markup.body(), moved);
    for (const auto& [mark, height] : moved) kept[mark] = height;
    numbers = std::move(now);
  }
  problems.add(tool_problem("pdf.sidetal.ustabile", {}));
  return std::nullopt;
}

}  // namespace pdf
