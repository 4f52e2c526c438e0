#include "pdf/wkhtmltopdf/survey.h"

#include <algorithm>
#include <array>

#include "pdf/wkhtmltopdf/marks.h"
#include "pdf/word_list.h"

namespace pdf {

namespace {

/// Elements that show something although they hold no text.
constexpr std::array<std::string_view, 7> kReplaced{"img", "svg", "hr", "input", "textarea", "select", "button"};
/// Elements that never have a place of their own.
constexpr std::array<std::string_view, 6> kPlaceless{"col", "colgroup", "style", "wbr", "br", "title"};

/// What a leader is to QtWebKit: room for at least a few dots; what follows it hangs at the right edge of the line.
constexpr std::string_view kLeaderStyle = "display:inline-block !important;width:2em !important;height:.5em !important;";
constexpr std::string_view kLeaderLineStyle = "position:relative !important;";
constexpr std::string_view kLeaderEndStyle =
    "position:absolute !important;right:0 !important;white-space:nowrap !important;";

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos; }

int heading_level(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' ? tag[1] - '0' : 0;
}

bool shows_something(const Node& node) {
  if (!node.is_element()) return !is_blank(node.text);
  if (holds(kPlaceless, node.tag) || node.attribute("hidden") != nullptr) return false;
  if (holds(kReplaced, node.tag)) return true;
  return std::any_of(node.children.begin(), node.children.end(), shows_something);
}

/// Marks elements on a walk that knows the way down to where it stands.
class Surveyor {
 public:
  explicit Surveyor(Survey& survey) : survey_(survey) {}

  void walk(Node& node) {
    way_.push_back(&node);
    note(node);
    if (node.tag != "svg") {
      for (auto& child : node.children) {
        if (child.is_element()) walk(child);
      }
    }
    way_.pop_back();
  }

 private:
  int mark(Node& node) {
    if (node.mark == 0) node.mark = ++survey_.mark_count;
    return node.mark;
  }

  void note(Node& node) {
    const auto* id = node.attribute("id");
    const bool has_id = id != nullptr && !id->empty();
    if (has_id) survey_.named.push_back({*id, place_of(node)});
    if (const int level = heading_level(node.tag); level > 0) note_heading(node, level, has_id);
    if (const auto* chapter = node.attribute("data-chapter")) {
      survey_.chapters.push_back({*chapter, place_of(node)});
    }
    const auto* target = node.attribute("href");
    if (target == nullptr) target = node.attribute("xlink:href");
    if (node.tag == "a" && target != nullptr && !target->empty()) survey_.links.push_back({mark(node), *target});
    if (node.attribute("data-page-of") != nullptr) survey_.has_page_numbers = true;
    if (node.attribute("data-leader") != nullptr) note_leader(node);
    const bool opening_caption =
        node.tag == "figcaption" && way_.size() > 1 && way_[way_.size() - 2]->children.back().tag != "figcaption";
    const bool heads_what_follows = heading_level(node.tag) > 0 || node.tag == "hgroup" || opening_caption;
    if (heads_what_follows) keep_with_next(node);
    if (node.tag == "table") note_table(node);
    if (node.tag == "tr") survey_.rows.push_back(mark(node));
    if (node.tag == "details") node.set_attribute("open", "");
  }

  void note_heading(Node& node, int level, bool has_id) {
    const bool bookmark = has_id && node.attribute("data-no-bookmark") == nullptr;
    const auto* own_words = node.attribute("data-bookmark");
    survey_.headings.push_back({own_words ? *own_words : text_of(node), level, bookmark, mark(node), place_of(node)});
  }

  /// The element at the end of the way stays with what follows it.
  void keep_with_next(Node& node) {
    const int before = run_before();
    survey_.keeps.push_back({before != 0 ? before : mark(node), mark(node), what_follows()});
  }

  /// Where the run of kept elements begins that ends directly before the node at the end of the way; 0 when there is none.
  int run_before() {
    if (way_.size() < 2 || survey_.keeps.empty()) return 0;
    const Node* before = nullptr;
    for (const auto& sibling : way_[way_.size() - 2]->children) {
      if (&sibling == way_.back()) break;
      if (shows_something(sibling)) before = &sibling;
    }
    const auto& last = survey_.keeps.back();
    return before != nullptr && before->mark != 0 && before->mark == last.self ? last.start : 0;
  }

  /// A table's head and caption stay with its first row.
  void note_table(Node& table) {
    Node* head = nullptr;
    for (auto& part : table.children) {
      if (part.tag == "caption" || part.tag == "thead") head = &part;
      if (part.tag != "tbody" || !shows_something(part)) continue;
      if (head != nullptr)
        survey_.keeps.push_back({mark(table), mark(innermost_start(*head)), {{mark(innermost_start(part))}}});
      return;
    }
  }

  /// The innermost element at the very start of a node: a break before its first heading moves that, not the node's box.
  Node& innermost_start(Node& node) {
    Node* at = &node;
    while (!holds(kReplaced, at->tag)) {
      const auto first = std::find_if(at->children.begin(), at->children.end(), shows_something);
      if (first == at->children.end() || !first->is_element()) break;
      at = &*first;
    }
    return *at;
  }

  Place place_of(Node& node) {
    if (!shows_something(node)) {
      // An empty anchor is not drawn: what follows it tells its place, and last its surroundings.
      auto place = what_follows();
      if (node.tag != "a" && node.tag != "span") place.marks.insert(place.marks.begin(), mark(node));
      return place;
    }
    Place place{{mark(innermost_start(node))}};
    if (mark(node) != place.marks.front()) place.marks.push_back(mark(node));
    return place;
  }

  /// The place after the node at the end of the way.
  Place what_follows() {
    Place place;
    for (auto depth = way_.size() - 1; depth > 0; --depth) {
      auto& parent = *way_[depth - 1];
      const auto here = static_cast<std::size_t>(way_[depth] - parent.children.data());
      for (auto i = here + 1; i < parent.children.size(); ++i) {
        auto& sibling = parent.children[i];
        if (!shows_something(sibling)) continue;
        // Bare text has no mark; its line belongs to the parent, which is all that can be said.
        if (!sibling.is_element()) return {{mark(parent)}};
        place.marks = {mark(innermost_start(sibling))};
        if (mark(sibling) != place.marks.front()) place.marks.push_back(mark(sibling));
        return place;
      }
    }
    return place;
  }

  void note_leader(Node& node) {
    if (way_.size() < 2) return;
    auto& line = *way_[way_.size() - 2];
    const auto here = static_cast<std::size_t>(&node - line.children.data());
    for (auto i = here + 1; i < line.children.size(); ++i) {
      auto& end = line.children[i];
      if (!end.is_element()) continue;
      const int leader_mark = mark(node);
      survey_.leaders.push_back({leader_mark, mark(end)});
      node.add_style(kLeaderStyle);
      line.add_style(line.tag == "a" || line.tag == "span"
                         ? std::string("display:block !important;") + std::string(kLeaderLineStyle)
                         : std::string(kLeaderLineStyle));
      end.add_style(kLeaderEndStyle);
      return;
    }
  }

  Survey& survey_;
  std::vector<Node*> way_;
};

void draw_marks(Node& node) {
  if (node.mark != 0) node.add_style(mark_style(node.mark));
  for (auto& child : node.children) draw_marks(child);
}

}  // namespace

Survey survey(Node& body) {
  Survey result;
  Surveyor(result).walk(body);
  draw_marks(body);
  return result;
}

}  // namespace pdf
