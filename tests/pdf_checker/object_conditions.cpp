// Optional content, reference objects and forms that are drawn: checkpoints 20, 26 and 30.

#include <array>
#include <map>
#include <string>
#include <vector>

#include "checker.h"
#include "document.h"

namespace pdf_checker {
namespace {

QPDFObjectHandle optional_content(const Document& document, const std::string& key) {
  QPDFObjectHandle catalog = document.catalog;
  QPDFObjectHandle properties = catalog.getKey("/OCProperties");
  return properties.isDictionary() ? properties.getKey(key) : QPDFObjectHandle::newNull();
}

std::vector<QPDFObjectHandle> other_configurations(const Document& document) {
  QPDFObjectHandle list = optional_content(document, "/Configs");
  return list.isArray() ? list.getArrayAsVector() : std::vector<QPDFObjectHandle>{};
}

void names_of_configurations(const Document& document, const Report& report) {
  for (const QPDFObjectHandle& one : other_configurations(document)) {
    if (!is_text(one, "/Name")) report("a configuration in Configs");
  }
}

void name_of_default(const Document& document, const Report& report) {
  QPDFObjectHandle standard = optional_content(document, "/D");
  if (standard.isDictionary() && !is_text(standard, "/Name")) report("the configuration D");
}

void automatic_states(const Document& document, const Report& report) {
  std::vector<QPDFObjectHandle> all = other_configurations(document);
  all.push_back(optional_content(document, "/D"));
  for (QPDFObjectHandle& one : all) {
    if (one.isDictionary() && one.hasKey("/AS")) report("a configuration has AS");
  }
}

/// qpdf does not open a file without P, so this is found when it is read (checker.cpp).
void rights(const Document&, const Report&) {}

bool is_form_object(QPDFObjectHandle object) {
  return object.isStream() && object.getDict().getKey("/Subtype").isNameAndEquals("/Form");
}

void references(const Document& document, const Report& report) {
  for (const QPDFObjectHandle& object : all_objects(document)) {
    QPDFObjectHandle form = object;
    if (is_form_object(form) && form.getDict().hasKey("/Ref")) report("a form has Ref");
  }
}

void repeated_forms(const Document& document, const Report& report) {
  std::map<QPDFObjGen, int> drawn;
  for (const PageContent& content : document.contents) {
    for (const auto& [form, times] : content.forms) drawn[form] += times;
  }
  for (const QPDFObjectHandle& object : all_objects(document)) {
    QPDFObjectHandle form = object;
    if (!is_form_object(form) || drawn.count(form.getObjGen()) == 0 || drawn[form.getObjGen()] < 2) continue;
    std::map<QPDFObjGen, FontUse> fonts;
    if (!walk_form(form, fonts).mcids.empty())
      report("a form is drawn " + std::to_string(drawn[form.getObjGen()]) + " times");
  }
}

constexpr std::array kObjectConditions{
    Condition{"20-001", "a configuration of optional content in Configs has no Name", names_of_configurations},
    Condition{"20-002", "the default configuration of optional content has no Name", name_of_default},
    Condition{"20-003", "a configuration of optional content has an AS", automatic_states},
    Condition{"26-001", "the file is encrypted, but its encryption has no P", rights},
    Condition{"30-001", "there is a reference XObject", references},
    Condition{"30-002", "a form with MCIDs is drawn more than once", repeated_forms},
};

}  // namespace

std::span<const Condition> object_conditions() { return kObjectConditions; }

}  // namespace pdf_checker
