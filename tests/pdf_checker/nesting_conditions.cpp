// Elements that must stand in, or hold, certain others: ISO 32000-1, tables 333 and 336 to 338.

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "checker.h"
#include "document.h"

namespace pdf_checker {
namespace {

using Types = std::map<std::string, std::set<std::string>>;

/// Which parents a type may have; a type that is not here may stand anywhere.
const Types& allowed_parents() {
  static const Types parents{{"TR", {"Table", "THead", "TBody", "TFoot"}},
                             {"TH", {"TR"}},
                             {"TD", {"TR"}},
                             {"THead", {"Table"}},
                             {"TBody", {"Table"}},
                             {"TFoot", {"Table"}},
                             {"LI", {"L"}},
                             {"LBody", {"LI"}},
                             {"TOCI", {"TOC"}},
                             {"RB", {"Ruby"}},
                             {"RT", {"Ruby"}},
                             {"RP", {"Ruby"}},
                             {"WT", {"Warichu"}},
                             {"WP", {"Warichu"}}};
  return parents;
}

/// Which children a type may have.
const Types& allowed_children() {
  static const Types children{{"Table", {"TR", "THead", "TBody", "TFoot", "Caption"}},
                              {"THead", {"TR"}},
                              {"TBody", {"TR"}},
                              {"TFoot", {"TR"}},
                              {"TR", {"TH", "TD"}},
                              {"L", {"L", "LI", "Caption"}},
                              {"LI", {"Lbl", "LBody"}},
                              {"TOC", {"TOC", "TOCI", "Caption"}},
                              {"Ruby", {"RB", "RT", "RP"}},
                              {"Warichu", {"WT", "WP"}}};
  return children;
}

void nesting(const Document& document, const Report& report, const std::set<std::string>& types) {
  for (const Element& element : document.elements) {
    const std::string parent = element.parent == kNowhere ? "the root" : document.elements[element.parent].type;
    const auto above = allowed_parents().find(element.type);
    if (types.count(element.type) != 0 && above != allowed_parents().end() && above->second.count(parent) == 0)
      report(element.type + " in " + parent);
    const auto below = allowed_children().find(parent);
    if (types.count(parent) != 0 && below != allowed_children().end() && below->second.count(element.type) == 0)
      report(element.type + " in " + parent);
  }
  for (const Element& element : document.elements) {
    if (types.count(element.type) == 0 || allowed_children().count(element.type) == 0) continue;
    if (std::any_of(element.kids.begin(), element.kids.end(), [](const Kid& kid) { return kid.kind == Kid::Kind::mark; }))
      report("content directly in " + element.type);
  }
}

void table_nesting(const Document& document, const Report& report) {
  nesting(document, report, {"Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"});
}
void list_nesting(const Document& document, const Report& report) { nesting(document, report, {"L", "LI", "LBody"}); }
void toc_nesting(const Document& document, const Report& report) { nesting(document, report, {"TOC", "TOCI"}); }
void ruby_nesting(const Document& document, const Report& report) { nesting(document, report, {"Ruby", "RB", "RT", "RP"}); }
void warichu_nesting(const Document& document, const Report& report) { nesting(document, report, {"Warichu", "WT", "WP"}); }

constexpr std::array kNestingConditions{
    Condition{"09-004", "elements of a table are not nested as they must be", table_nesting},
    Condition{"09-005", "elements of a list are not nested as they must be", list_nesting},
    Condition{"09-006", "elements of a table of contents are not nested as they must be", toc_nesting},
    Condition{"09-007", "elements of a Ruby are not nested as they must be", ruby_nesting},
    Condition{"09-008", "elements of a Warichu are not nested as they must be", warichu_nesting},
};

}  // namespace

std::span<const Condition> nesting_conditions() { return kNestingConditions; }

}  // namespace pdf_checker
