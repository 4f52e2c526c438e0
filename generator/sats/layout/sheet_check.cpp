#include "base/utf8.h"
#include "sats/layout/painter.h"
#include "sats/text/white_space.h"

namespace sats::layout {

namespace {

/// Points by which words may stick out of the sheet unreported.
constexpr float kSheetSlack = 1;

/// Letters of the words that are shown in the problem.
constexpr std::size_t kMostOfLine = 40;

bool is_on(const Page& page, const Rect& words) {
  return words.x >= -kSheetSlack && words.x + words.width <= page.width + kSheetSlack && words.y >= -kSheetSlack &&
         words.y + words.height <= page.height + kSheetSlack;
}

}  // namespace

void Painter::check_on_sheet(BoxIndex lines, std::string_view text, const Rect& words) {
  if (is_on(out_.pages[page_], words)) return;
  // All cells of a table that is too wide are one fault.
  auto nearest = html::kNoNode;
  auto table = html::kNoNode;
  for (auto up = lines; up != kNoBox; up = document_.box(up).parent) {
    const auto& box = document_.box(up);
    if (box.node == html::kNoNode) continue;
    if (document_.reported_cut_off.contains(box.node)) return;
    if (nearest == html::kNoNode) nearest = box.node;
    if (box.kind == BoxKind::table) table = box.node;
  }
  const auto node = table == html::kNoNode ? nearest : table;
  if (node == html::kNoNode || document_.reported_wide.contains(nearest)) return;
  document_.reported_cut_off.insert(node);
  document_.report(base::Severity::warning, "sats.tekst-uden-for-arket", node,
                   {{"ord", squeezed(base::code_point_window(text, 0, kMostOfLine))}});
}

}  // namespace sats::layout
