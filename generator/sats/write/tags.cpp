#include "sats/write/tags.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "sats/write/figure_boxes.h"
#include "sats/write/number_tree.h"

namespace sats {
namespace {

constexpr std::array<std::string_view, 39> kRoleNames{
    "",      "Document", "Part",      "Art",  "Sect", "Div",   "BlockQuote", "Caption", "TOC",   "TOCI",
    "Index", "P",        "H1",        "H2",   "H3",   "H4",    "H5",         "H6",      "L",     "LI",
    "Lbl",   "LBody",    "Table",     "TR",   "TH",   "TD",    "THead",      "TBody",   "TFoot", "Span",
    "Quote", "Note",     "Reference", "Code", "Link", "Annot", "Figure",     "Formula", "Form"};
static_assert(static_cast<std::size_t>(Role::form) + 1 == kRoleNames.size());

constexpr std::array<std::string_view, 4> kScopes{"", "/Scope/Row", "/Scope/Column", "/Scope/Both"};
constexpr std::array<std::string_view, 9> kNumberings{"None",       "Disc",       "Circle",     "Square",    "Decimal",
                                                      "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"};
constexpr std::array<std::string_view, 6> kPlacements{"", "Block", "Inline", "Before", "Start", "End"};

bool is_cell(Role role) { return role == Role::table_header_cell || role == Role::table_data_cell; }

std::string table_attributes(const ElementAttributes& said) {
  std::string text(kScopes[static_cast<std::size_t>(said.scope)]);
  if (said.column_span > 1) text += "/ColSpan " + std::to_string(said.column_span);
  if (said.row_span > 1) text += "/RowSpan " + std::to_string(said.row_span);
  if (!said.summary.empty()) {
    text += "/Summary";
    append_text(text, said.summary);
  }
  if (!said.headers.empty()) {
    text += "/Headers[";
    for (const std::string& id : said.headers) append_bytes(text, id);
    text += ']';
  }
  return text.empty() ? text : "<</O/Table" + text + ">>";
}

std::string layout_attributes(const ElementAttributes& said, const std::optional<Rect>& box) {
  std::string text;
  if (said.placement != Placement::unsaid)
    text += "/Placement/" + std::string(kPlacements[static_cast<std::size_t>(said.placement)]);
  if (box) {
    text += "/BBox[";
    append_numbers(text, box->x, box->y, box->x + box->width, box->y + box->height);
    text.back() = ']';
  }
  return text.empty() ? text : "<</O/Layout" + text + ">>";
}

/// The tree while it is written.
class TagWriter {
 public:
  TagWriter(const TagSources& sources, ObjectFile& file)
      : sources_(sources), file_(file), nodes_(sources.document.structure.nodes), boxes_(figure_boxes(sources.document)) {}

  ObjectId write() {
    sort_marks();
    find_children();
    choose_kept();
    root_ = file_.reserve();
    for (NodeId node = 0; node < nodes_.size(); ++node) {
      if (kept_[node]) objects_[node] = file_.reserve();
    }
    for (NodeId node = 0; node < nodes_.size(); ++node) {
      if (kept_[node]) write_element(node);
    }
    write_root();
    return root_;
  }

 private:
  /// Marks of each leaf beside each other, in painting order.
  void sort_marks() {
    marks_ = sources_.marks.all();
    std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.leaf < b.leaf; });
    owners_.resize(sources_.document.pages.size());
  }

  std::pair<std::size_t, std::size_t> marks_of(NodeId leaf) const {
    const auto begin = std::lower_bound(marks_.begin(), marks_.end(), leaf,
                                        [](const Mark& mark, NodeId wanted) { return mark.leaf < wanted; });
    auto end = begin;
    while (end != marks_.end() && end->leaf == leaf) ++end;
    return {static_cast<std::size_t>(begin - marks_.begin()), static_cast<std::size_t>(end - marks_.begin())};
  }

  void find_children() {
    first_child_.assign(nodes_.size(), kNone);
    next_sibling_.assign(nodes_.size(), kNone);
    for (NodeId node = static_cast<NodeId>(nodes_.size()); node-- > 1;) {
      const std::uint32_t parent = nodes_[node].parent;
      if (parent == kNone) continue;
      next_sibling_[node] = first_child_[parent];
      first_child_[parent] = node;
    }
    annotations_of_.assign(nodes_.size(), kNone);
    next_annotation_.assign(sources_.annotations.size(), kNone);
    for (std::size_t i = sources_.annotations.size(); i-- > 0;) {
      const NodeId node = sources_.annotations[i].node;
      if (node == kNone) continue;
      next_annotation_[i] = annotations_of_[node];
      annotations_of_[node] = static_cast<std::uint32_t>(i);
    }
  }

  void choose_kept() {
    kept_.assign(nodes_.size(), false);
    objects_.assign(nodes_.size(), 0);
    std::vector<bool> filled(nodes_.size(), false);
    for (const Mark& mark : marks_) filled[mark.leaf] = true;
    for (NodeId node = static_cast<NodeId>(nodes_.size()); node-- > 0;) {
      const bool leaf = nodes_[node].role == Role::content;
      kept_[node] = kept_[node] || (!leaf && (is_cell(nodes_[node].role) || annotations_of_[node] != kNone || node == 0));
      if ((kept_[node] || filled[node]) && nodes_[node].parent != kNone) kept_[nodes_[node].parent] = true;
    }
  }

  /// One marked-content sequence as a child; the page is said when it is not the element's.
  void append_mark(std::string& kids, const Mark& mark, std::uint32_t own_page, ObjectId owner) {
    auto& owners = owners_[mark.page];
    if (owners.size() <= mark.mcid) owners.resize(mark.mcid + 1);
    owners[mark.mcid] = owner;
    if (mark.page == own_page) {
      append_integer(kids, mark.mcid);
      kids += ' ';
      return;
    }
    kids += "<</Type/MCR/Pg ";
    append_reference(kids, sources_.pages[mark.page]);
    kids += "/MCID ";
    append_integer(kids, mark.mcid);
    kids += ">>";
  }

  /// The Span of a divided word, with all its marks in the leaf.
  ObjectId write_word(std::size_t begin, std::size_t end, ObjectId parent) {
    const Mark& first = marks_[begin];
    const ObjectId object = file_.reserve();
    std::string kids;
    for (std::size_t i = begin; i < end; ++i) {
      if (marks_[i].word == first.word) append_mark(kids, marks_[i], first.page, object);
    }
    const DividedWord& word = sources_.words.words[first.word];
    std::string text = "<</S/Span/P ";
    append_reference(text, parent);
    text += "/Pg ";
    append_reference(text, sources_.pages[first.page]);
    text += "/ActualText";
    std::string whole = sources_.document.text.substr(word.text_begin, word.text_end - word.text_begin);
    for (std::size_t at = whole.find("\xC2\xAD"); at != std::string::npos; at = whole.find("\xC2\xAD")) whole.erase(at, 2);
    append_text(text, whole);
    file_.put(object, text + "/K[" + kids + "]>>");
    return object;
  }

  void append_leaf(std::string& kids, NodeId leaf, std::uint32_t own_page, ObjectId owner) {
    const auto [begin, end] = marks_of(leaf);
    std::vector<WordId> written;
    for (std::size_t i = begin; i < end; ++i) {
      const WordId word = marks_[i].word;
      if (word == kNone) {
        append_mark(kids, marks_[i], own_page, owner);
      } else if (std::find(written.begin(), written.end(), word) == written.end()) {
        written.push_back(word);
        append_reference(kids, write_word(i, end, owner));
        kids += ' ';
      }
    }
  }

  std::uint32_t first_page_of(NodeId node) const {
    for (NodeId child = first_child_[node]; child != kNone; child = next_sibling_[child]) {
      if (nodes_[child].role != Role::content) continue;
      const auto [begin, end] = marks_of(child);
      if (begin < end) return marks_[begin].page;
    }
    return annotations_of_[node] == kNone ? kNone : sources_.annotations[annotations_of_[node]].page;
  }

  std::string kids_of(NodeId node, std::uint32_t own_page) {
    std::string kids;
    for (NodeId child = first_child_[node]; child != kNone; child = next_sibling_[child]) {
      if (nodes_[child].role == Role::content) {
        append_leaf(kids, child, own_page, objects_[node]);
      } else if (kept_[child]) {
        append_reference(kids, objects_[child]);
        kids += ' ';
      }
    }
    for (std::uint32_t i = annotations_of_[node]; i != kNone; i = next_annotation_[i]) {
      kids += "<</Type/OBJR/Obj ";
      append_reference(kids, sources_.annotations[i].object);
      kids += "/Pg ";
      append_reference(kids, sources_.pages[sources_.annotations[i].page]);
      kids += ">>";
    }
    if (!kids.empty() && kids.back() == ' ') kids.pop_back();
    return kids;
  }

  /// A box as PDF has it, from the lower left corner.
  std::optional<Rect> turned(const Rect& box, std::uint32_t page) const {
    return Rect{box.x, sources_.document.pages[page].height - box.y - box.height, box.width, box.height};
  }

  void append_attributes(std::string& text, NodeId node, std::uint32_t page) {
    static const ElementAttributes kPlain;
    const StructureNode& own = nodes_[node];
    const ElementAttributes& said =
        own.attributes == kNone ? kPlain : sources_.document.structure.attributes[own.attributes];
    std::string lists = table_attributes(said);
    if (own.role == Role::list)
      lists += "<</O/List/ListNumbering/" + std::string(kNumberings[static_cast<std::size_t>(said.numbering)]) + ">>";
    lists += layout_attributes(said, said.bounding_box && page != kNone ? turned(*said.bounding_box, page) : boxes_[node]);
    if (!lists.empty()) text += lists.find(">><<") == std::string::npos ? "/A" + lists : "/A[" + lists + "]";
    const auto say = [&text](std::string_view key, const std::string& value) {
      text += key;
      append_text(text, value);
    };
    if (!said.language.empty()) say("/Lang", said.language);
    if (said.alternative) say("/Alt", *said.alternative);
    if (said.actual_text) say("/ActualText", *said.actual_text);
    if (!said.title.empty()) say("/T", said.title);
    std::string id = said.id;
    if (id.empty() && own.role == Role::note) id = "sats-note-" + std::to_string(node);
    if (id.empty() || !ids_.emplace(id, objects_[node]).second) return;
    text += "/ID";
    append_bytes(text, id);
  }

  void write_element(NodeId node) {
    const StructureNode& own = nodes_[node];
    if (own.role == Role::content) return;
    std::string text = "<</S/";
    text += kRoleNames[static_cast<std::size_t>(own.role)];
    text += "/P ";
    append_reference(text, own.parent == kNone ? root_ : objects_[own.parent]);
    const std::uint32_t page = first_page_of(node);
    if (page != kNone) {
      text += "/Pg ";
      append_reference(text, sources_.pages[page]);
    }
    append_attributes(text, node, page);
    const std::string kids = kids_of(node, page);
    const bool single = kids.find(' ') == std::string::npos;
    if (!kids.empty()) text += single ? "/K " + kids : "/K[" + kids + "]";
    file_.put(objects_[node], text + ">>");
  }

  void write_root() {
    std::vector<NumberTreeEntry> entries;
    for (std::size_t page = 0; page < owners_.size(); ++page) {
      if (owners_[page].empty()) continue;
      std::string list = "[";
      for (const ObjectId owner : owners_[page]) {
        append_reference(list, owner);
        list += ' ';
      }
      list.back() = ']';
      entries.push_back({static_cast<std::uint32_t>(page), std::move(list)});
    }
    for (std::size_t i = 0; i < sources_.annotations.size(); ++i) {
      if (sources_.annotations[i].node == kNone) continue;
      std::string owner;
      append_reference(owner, objects_[sources_.annotations[i].node]);
      entries.push_back({parent_key_of_annotation(sources_.document, i), std::move(owner)});
    }
    std::string text = "<</Type/StructTreeRoot/K ";
    append_reference(text, objects_[0]);
    text += "/ParentTree ";
    append_reference(text, write_number_tree(entries, file_));
    text += "/ParentTreeNextKey ";
    append_integer(text, static_cast<std::int64_t>(sources_.document.pages.size() + sources_.annotations.size()));
    if (!ids_.empty()) {
      std::vector<NameTreeEntry> names;
      for (const auto& [id, object] : ids_) {
        std::string reference;
        append_reference(reference, object);
        names.push_back({id, std::move(reference)});
      }
      text += "/IDTree ";
      append_reference(text, write_name_tree(names, file_));
    }
    file_.put(root_, text + ">>");
  }

  const TagSources& sources_;
  ObjectFile& file_;
  const std::vector<StructureNode>& nodes_;
  std::vector<std::optional<Rect>> boxes_;
  std::vector<Mark> marks_;
  std::vector<NodeId> first_child_;
  std::vector<NodeId> next_sibling_;
  std::vector<std::uint32_t> annotations_of_;
  std::vector<std::uint32_t> next_annotation_;
  std::vector<bool> kept_;
  std::vector<ObjectId> objects_;
  std::vector<std::vector<ObjectId>> owners_;  ///< By page and MCID.
  std::map<std::string, ObjectId> ids_;
  ObjectId root_ = 0;
};

}  // namespace

std::string_view role_name(Role role) { return kRoleNames[static_cast<std::size_t>(role)]; }

ObjectId write_tags(const TagSources& sources, ObjectFile& file) { return TagWriter(sources, file).write(); }

}  // namespace sats
