#include <array>
#include <string>

#include "checker.h"
#include "document.h"

namespace pdf_checker {
namespace {

std::string on_page(std::size_t page) { return "page " + std::to_string(page + 1); }

void artifact_in_tagged(const Document& document, const Report& report) {
  for (std::size_t page = 0; page < document.contents.size(); ++page) {
    if (document.contents[page].artifact_in_tagged) report(on_page(page));
  }
}

void tagged_in_artifact(const Document& document, const Report& report) {
  for (std::size_t page = 0; page < document.contents.size(); ++page) {
    if (document.contents[page].tagged_in_artifact) report(on_page(page));
  }
}

void unmarked(const Document& document, const Report& report) {
  for (std::size_t page = 0; page < document.contents.size(); ++page) {
    const auto& operators = document.contents[page].unmarked;
    if (!operators.empty())
      report(on_page(page) + ": " + std::to_string(operators.size()) + " operators, the first is " + operators.front());
  }
}

void balanced(const Document& document, const Report& report) {
  for (std::size_t page = 0; page < document.contents.size(); ++page) {
    if (document.contents[page].unbalanced_marks) report(on_page(page));
  }
}

void repeated(const Document& document, const Report& report) {
  for (std::size_t page = 0; page < document.contents.size(); ++page) {
    for (const int mcid : document.contents[page].repeated_mcids) report(on_page(page) + ": MCID " + std::to_string(mcid));
  }
}

/// The value of a key in a number tree, looked for in all of it.
QPDFObjectHandle in_number_tree(QPDFObjectHandle node, long long key, int depth = 0) {
  if (!node.isDictionary() || depth > 20) return QPDFObjectHandle::newNull();
  QPDFObjectHandle numbers = node.getKey("/Nums");
  for (int i = 0; numbers.isArray() && i + 1 < numbers.getArrayNItems(); i += 2) {
    if (numbers.getArrayItem(i).isInteger() && numbers.getArrayItem(i).getIntValue() == key)
      return numbers.getArrayItem(i + 1);
  }
  QPDFObjectHandle kids = node.getKey("/Kids");
  for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i) {
    QPDFObjectHandle found = in_number_tree(kids.getArrayItem(i), key, depth + 1);
    if (!found.isNull()) return found;
  }
  return QPDFObjectHandle::newNull();
}

QPDFObjectHandle parent_tree(const Document& document) {
  QPDFObjectHandle catalog = document.catalog;
  QPDFObjectHandle root = catalog.getKey("/StructTreeRoot");
  return root.isDictionary() ? root.getKey("/ParentTree") : QPDFObjectHandle::newNull();
}

bool has_mark(const Element& element, std::size_t page, int mcid) {
  for (const Kid& kid : element.kids) {
    if (kid.kind == Kid::Kind::mark && kid.page == page && kid.mcid == mcid) return true;
  }
  return false;
}

/// Every sequence on a page belongs, by the parent tree, to an element that has it as a child.
void parent_of_marks(const Document& document, const Report& report) {
  QPDFObjectHandle tree = parent_tree(document);
  for (std::size_t page = 0; page < document.pages.size(); ++page) {
    QPDFObjectHandle object = document.pages[page];
    QPDFObjectHandle key = object.getKey("/StructParents");
    QPDFObjectHandle owners = key.isInteger() ? in_number_tree(tree, key.getIntValue()) : QPDFObjectHandle::newNull();
    for (const int mcid : document.contents[page].mcids) {
      const bool listed = owners.isArray() && mcid < owners.getArrayNItems() && owners.getArrayItem(mcid).isIndirect();
      const auto owner =
          listed ? document.element_index.find(owners.getArrayItem(mcid).getObjGen()) : document.element_index.end();
      if (owner == document.element_index.end() || !has_mark(document.elements[owner->second], page, mcid)) {
        report(on_page(page) + ": MCID " + std::to_string(mcid));
      }
    }
  }
}

void marks_exist(const Document& document, const Report& report) {
  for (const Element& element : document.elements) {
    for (const Kid& kid : element.kids) {
      if (kid.kind != Kid::Kind::mark) continue;
      const bool there = kid.page != kNowhere && document.contents[kid.page].mcids.count(kid.mcid) != 0;
      if (!there) report(element.type + " has MCID " + std::to_string(kid.mcid) + ", which no page has");
    }
  }
}

void parent_of_annotations(const Document& document, const Report& report) {
  QPDFObjectHandle tree = parent_tree(document);
  for (const Element& element : document.elements) {
    for (const Kid& kid : element.kids) {
      QPDFObjectHandle annotation = kid.object;
      if (kid.kind != Kid::Kind::object || !annotation.isDictionary()) continue;
      QPDFObjectHandle key = annotation.getKey("/StructParent");
      QPDFObjectHandle owner = key.isInteger() ? in_number_tree(tree, key.getIntValue()) : QPDFObjectHandle::newNull();
      QPDFObjectHandle own = element.object;
      if (!owner.isIndirect() || owner.getObjGen() != own.getObjGen())
        report(element.type + " and its annotation do not agree");
    }
  }
}

constexpr std::array kContentConditions{
    Condition{"01-003", "content marked as artifact stands inside tagged content", artifact_in_tagged},
    Condition{"01-004", "tagged content stands inside an artifact", tagged_in_artifact},
    Condition{"01-005", "content is neither an artifact nor tagged", unmarked},
    Condition{"eget-parvis", "marked content does not begin and end in pairs (ISO 32000-1, 14.6)", balanced},
    Condition{"eget-gentaget", "an MCID is used twice on a page (ISO 32000-1, 14.7.4.2)", repeated},
    Condition{"eget-foraeldre", "the parent tree does not lead from marked content to its element (14.7.4.4)",
              parent_of_marks},
    Condition{"eget-boern", "an element has marked content that does not exist (14.7.4.2)", marks_exist},
    Condition{"eget-noter", "the parent tree does not lead from an annotation to its element (14.7.4.4)",
              parent_of_annotations},
};

}  // namespace

std::span<const Condition> content_conditions() { return kContentConditions; }

}  // namespace pdf_checker
