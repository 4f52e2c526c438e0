#include "sats/write/tags.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

#include "sats/write/figure_boxes.h"
#include "sats/write/number_tree.h"
#include "sats/write/tag_attributes.h"
#include "sats/write/tag_tree.h"

namespace sats {
namespace {

/// A reference in a list.
void append_entry(std::string& list, ObjectId object) {
  append_reference(list, object);
  list += ' ';
}

std::string without_soft_hyphens(std::string text) {
  for (std::size_t at = text.find("\xC2\xAD"); at != std::string::npos; at = text.find("\xC2\xAD")) text.erase(at, 2);
  return text;
}

/// The tree while it is written.
class TagWriter {
 public:
  TagWriter(const TagSources& sources, ObjectFile& file)
      : sources_(sources),
        file_(file),
        nodes_(sources.document.structure.nodes),
        tree_(sources),
        boxes_(figure_boxes(sources.document)),
        objects_(nodes_.size(), 0),
        owners_(sources.document.pages.size()) {}

  ObjectId write() {
    root_ = file_.reserve();
    for (NodeId node = 0; node < nodes_.size(); ++node) {
      if (tree_.is_kept(node)) objects_[node] = file_.reserve();
    }
    for (NodeId node = 0; node < nodes_.size(); ++node) {
      if (tree_.is_kept(node) && nodes_[node].role != Role::content) write_element(node);
    }
    write_root();
    return root_;
  }

 private:
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
  ObjectId write_word(std::span<const Mark> marks, ObjectId parent) {
    const Mark& first = marks.front();
    const ObjectId object = file_.reserve();
    std::string kids;
    for (const Mark& mark : marks) {
      if (mark.word == first.word) append_mark(kids, mark, first.page, object);
    }
    const DividedWord& word = sources_.words.words[first.word];
    std::string text = "<</S/Span/P ";
    append_reference(text, parent);
    text += "/Pg ";
    append_reference(text, sources_.pages[first.page]);
    text += "/ActualText";
    append_text(text, without_soft_hyphens(sources_.document.text.substr(word.text_begin, word.text_end - word.text_begin)));
    file_.put(object, text + "/K[" + kids + "]>>");
    return object;
  }

  void append_leaf(std::string& kids, NodeId leaf, std::uint32_t own_page, ObjectId owner) {
    const auto marks = tree_.marks_of(leaf);
    std::vector<WordId> written;
    for (std::size_t i = 0; i < marks.size(); ++i) {
      const WordId word = marks[i].word;
      if (word == kNone) {
        append_mark(kids, marks[i], own_page, owner);
      } else if (std::find(written.begin(), written.end(), word) == written.end()) {
        written.push_back(word);
        append_entry(kids, write_word(marks.subspan(i), owner));
      }
    }
  }

  void append_annotations(std::string& kids, NodeId node) const {
    for (std::uint32_t i = tree_.first_annotation(node); i != kNone; i = tree_.next_annotation(i)) {
      kids += "<</Type/OBJR/Obj ";
      append_reference(kids, sources_.annotations[i].object);
      kids += "/Pg ";
      append_reference(kids, sources_.pages[sources_.annotations[i].page]);
      kids += ">>";
    }
  }

  std::string kids_of(NodeId node, std::uint32_t own_page) {
    std::string kids;
    for (NodeId child = tree_.first_child(node); child != kNone; child = tree_.next_sibling(child)) {
      if (nodes_[child].role == Role::content) {
        append_leaf(kids, child, own_page, objects_[node]);
      } else if (tree_.is_kept(child)) {
        append_entry(kids, objects_[child]);
      }
    }
    append_annotations(kids, node);
    if (!kids.empty() && kids.back() == ' ') kids.pop_back();
    return kids;
  }

  /// The box that an element says or that was found for it, as PDF has it: from the lower left corner.
  std::optional<Rect> box_of(NodeId node, const ElementAttributes& said, std::uint32_t page) const {
    if (!said.bounding_box || page == kNone) return boxes_[node];
    const Rect& box = *said.bounding_box;
    return Rect{box.x, sources_.document.pages[page].height - box.y - box.height, box.width, box.height};
  }

  void append_attributes(std::string& text, NodeId node, std::uint32_t page) {
    static const ElementAttributes plain;
    const StructureNode& own = nodes_[node];
    const ElementAttributes& said = own.attributes == kNone ? plain : sources_.document.structure.attributes[own.attributes];
    text += attribute_objects(own.role, said, box_of(node, said, page)) + spoken_attributes(said);
    std::string id = said.id;
    if (id.empty() && own.role == Role::note) id = "sats-note-" + std::to_string(node);
    // An id of the document's own may have the name of a note.
    while (own.role == Role::note && ids_.contains(id)) id += '\'';
    if (id.empty() || !ids_.emplace(id, objects_[node]).second) return;
    text += "/ID";
    append_bytes(text, id);
  }

  void write_element(NodeId node) {
    const StructureNode& own = nodes_[node];
    std::string text = "<</S/";
    text += role_name(own.role);
    text += "/P ";
    append_reference(text, own.parent == kNone ? root_ : objects_[own.parent]);
    const std::uint32_t page = tree_.first_page_of(node);
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

  /// Who owns what: by page the elements of its marks, then the element of each annotation.
  ObjectId write_parent_tree() {
    std::vector<NumberTreeEntry> entries;
    for (std::size_t page = 0; page < owners_.size(); ++page) {
      if (owners_[page].empty()) continue;
      std::string list = "[";
      for (const ObjectId owner : owners_[page]) append_entry(list, owner);
      list.back() = ']';
      entries.push_back({static_cast<std::uint32_t>(page), std::move(list)});
    }
    for (std::size_t i = 0; i < sources_.annotations.size(); ++i) {
      if (sources_.annotations[i].node == kNone) continue;
      std::string owner;
      append_reference(owner, objects_[sources_.annotations[i].node]);
      entries.push_back({parent_key_of_annotation(sources_.document, i), std::move(owner)});
    }
    return write_number_tree(entries, file_);
  }

  ObjectId write_id_tree() {
    std::vector<NameTreeEntry> names;
    for (const auto& [id, object] : ids_) {
      std::string reference;
      append_reference(reference, object);
      names.push_back({id, std::move(reference)});
    }
    return write_name_tree(names, file_);
  }

  void write_root() {
    std::string text = "<</Type/StructTreeRoot/K ";
    append_reference(text, objects_[0]);
    text += "/ParentTree ";
    append_reference(text, write_parent_tree());
    text += "/ParentTreeNextKey ";
    append_integer(text, static_cast<std::int64_t>(sources_.document.pages.size() + sources_.annotations.size()));
    if (!ids_.empty()) {
      text += "/IDTree ";
      append_reference(text, write_id_tree());
    }
    file_.put(root_, text + ">>");
  }

  const TagSources& sources_;
  ObjectFile& file_;
  const std::vector<StructureNode>& nodes_;
  TagTree tree_;
  std::vector<std::optional<Rect>> boxes_;     ///< By node, of figures.
  std::vector<ObjectId> objects_;              ///< By node.
  std::vector<std::vector<ObjectId>> owners_;  ///< By page and MCID.
  std::map<std::string, ObjectId> ids_;
  ObjectId root_ = 0;
};

}  // namespace

ObjectId write_tags(const TagSources& sources, ObjectFile& file) { return TagWriter(sources, file).write(); }

}  // namespace sats
