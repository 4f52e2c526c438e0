#include "guide/terms.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "guide/report.h"
#include "guide/text_pieces.h"
#include "guide/walk.h"

namespace guide {

namespace {

bool begins_with_term(const Node& item) {
  if (item.children.empty() || as<Paragraph>(item.children.front()) == nullptr) return false;
  const auto& inlines = item.children.front().children;
  return !inlines.empty() && as<Strong>(inlines.front()) != nullptr;
}

/// Takes the colon away that stands after the term, inside or outside the strong text.
void drop_colon(std::vector<Node>& inlines) {
  auto* text = inlines.empty() ? nullptr : as<Text>(inlines.front());
  if (text == nullptr) return;
  const auto begin = std::min(text->text.find_first_not_of(": \n"), text->text.size());
  text->text.erase(0, begin);
  if (text->text.empty()) inlines.erase(inlines.begin());
}

void drop_last_colon(std::vector<Node>& term) {
  auto* text = term.empty() ? nullptr : as<Text>(term.back());
  if (text != nullptr && text->text.ends_with(':')) text->text.pop_back();
}

Node term_of(Node item) {
  auto& paragraph = item.children.front();
  item.title = std::move(paragraph.children.front().children);
  paragraph.children.erase(paragraph.children.begin());
  drop_last_colon(item.title);
  drop_colon(paragraph.children);
  if (paragraph.children.empty()) item.children.erase(item.children.begin());
  item.content = Term{};
  return item;
}

void make_term_list(Node& list, base::Problems& problems) {
  const auto& items = list.children;
  if (std::none_of(items.begin(), items.end(), begins_with_term)) return;
  std::vector<Node> terms;
  for (auto& item : list.children) {
    if (begins_with_term(item)) {
      terms.push_back(term_of(std::move(item)));
    } else {
      const auto line = slice(item.where).substr(0, slice(item.where).find('\n'));
      problems.add(error_at(place_of(line, item.where), "guide.ordliste.uden-ord"));
    }
  }
  list.content = TermList{};
  list.children = std::move(terms);
}

}  // namespace

void make_term_lists(std::vector<Node>& nodes, base::Problems& problems) {
  std::set<std::string> seen;
  for (auto& node : nodes) {
    const auto* list = as<List>(node);
    if (list == nullptr || list->form != ListForm::bullets) continue;
    make_term_list(node, problems);
    if (as<TermList>(node) == nullptr) continue;
    for (const auto& term : node.children) {
      const auto word = plain_text(term.title);
      if (!seen.insert(word).second) {
        problems.add(error_at(place_of(word, term.where), "guide.ordliste.to-gange", {{"ord", word}}));
      }
    }
  }
}

}  // namespace guide
