#include <algorithm>
#include <charconv>

#include "sats/layout/box_builder.h"
#include "sats/layout/element_text.h"
#include "sats/text/white_space.h"

namespace sats::layout {

using html::NodeIndex;

namespace {

/// A whole number above nothing, as attributes of fields give it; 0 when it is anything else.
int count_of(std::string_view text) {
  int count = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
  return read.ec == std::errc() && count > 0 ? count : 0;
}

/// The words that name a control: `aria-label`, the `label` for its id or around it, `title`, its name.
std::string label_of(const Document& document, NodeIndex control) {
  const auto& tree = document.tree;
  if (const auto label = tree.attribute(control, "aria-label"); !label.empty()) return std::string(label);
  const auto id = tree.attribute(control, "id");
  for (NodeIndex i = 0; !id.empty() && i < tree.nodes.size(); ++i) {
    if (tree[i].tag == HtmlTag::label && tree.attribute(i, "for") == id) return element_text(document, i);
  }
  for (auto up = tree[control].parent; up != html::kNoNode; up = tree[up].parent) {
    if (tree[up].tag == HtmlTag::label) return element_text(document, up);
  }
  if (const auto title = tree.attribute(control, "title"); !title.empty()) return std::string(title);
  return std::string(tree.attribute(control, "name"));
}

}  // namespace

void BoxBuilder::list_field(FormField& field, NodeIndex index) {
  const auto& tree = document_.tree;
  field.kind = FieldKind::select;
  field.multiple = tree.has_attribute(index, "multiple");
  field.value.clear();
  for (NodeIndex i = index + 1; i < tree[index].end; ++i) {
    if (tree[i].tag != HtmlTag::option) continue;
    field.options.push_back(squeezed(tree.text_content(i)));
    const bool selected = tree.has_attribute(i, "selected");
    if (field.multiple && selected) {
      field.chosen.push_back(field.options.back());
      field.value += (field.value.empty() ? "" : ", ") + field.options.back();
    } else if (!field.multiple && (selected || field.options.size() == 1)) {
      field.value = field.options.back();
    }
  }
}

void BoxBuilder::field_kind(FormField& field, NodeIndex index) {
  const auto& tree = document_.tree;
  const auto type = tree.attribute(index, "type");
  if (tree[index].tag == HtmlTag::textarea) {
    field.kind = FieldKind::multiline_text;
    field.value = tree.text_content(index);
  } else if (tree[index].tag == HtmlTag::select) {
    list_field(field, index);
  } else if (type == "checkbox" || type == "radio") {
    field.kind = type == "radio" ? FieldKind::radio : FieldKind::checkbox;
    if (field.value.empty()) field.value = "on";
  } else if (type == "password") {
    field.password = true;
    field.value.clear();  // Neither paper nor a file is a place for it.
  } else if (type == "file" || type == "range" || type == "color") {
    document_.report(base::Severity::warning, "sats.felt.ikke-i-pdf", index, {{"slags", std::string(type)}});
  }
}

std::string BoxBuilder::field_name(const FormField& field, NodeIndex index) {
  const auto& tree = document_.tree;
  std::string name(tree.attribute(index, "name"));
  if (name.empty()) name = tree.attribute(index, "id");
  if (name.empty()) name = "felt-" + std::to_string(boxes_.fields.size() + 1);
  std::ranges::replace(name, '.', '-');  // A full stop divides the names of a field and those above it.
  const auto wanted = name;
  const bool is_radio = field.kind == FieldKind::radio;
  for (auto known = field_names_.try_emplace(name); !known.second; known = field_names_.try_emplace(name)) {
    // Radio buttons of one name are one field.
    if (is_radio && known.first->second.kind == FieldKind::radio) return name;
    auto& first = field_names_.at(wanted);
    if (is_radio && !first.radios.empty()) return first.radios;
    name = wanted + '-' + std::to_string(first.next++);
  }
  field_names_.at(name).kind = field.kind;
  if (is_radio) field_names_.at(wanted).radios = name;
  // Checkboxes of one name are usual in HTML, so nothing is wrong with them.
  if (name != wanted && field.kind != FieldKind::checkbox) {
    document_.report(base::Severity::warning, "sats.felt.samme-navn", index, {{"navn", wanted}, {"nyt", name}});
  }
  return name;
}

void BoxBuilder::field(NodeIndex index, const TagContext& tags) {
  const auto& tree = document_.tree;
  const auto& style = style_of(index);
  const auto type = tree[index].tag == HtmlTag::input ? tree.attribute(index, "type") : std::string_view();
  if (type == "submit" || type == "reset" || type == "button" || type == "image")
    return document_.report(base::Severity::warning, "sats.felt.knap", index, {{"slags", std::string(type)}});
  FormField field;
  field.label = label_of(document_, index);
  field.value = tree.attribute(index, "value");
  field.checked = tree.has_attribute(index, "checked");
  field.read_only = tree.has_attribute(index, "readonly") || tree.has_attribute(index, "disabled");
  field.required = tree.has_attribute(index, "required");
  field.max_length = count_of(tree.attribute(index, "maxlength"));
  const bool is_area = tree[index].tag == HtmlTag::textarea;
  if (tree[index].tag != HtmlTag::select) field.columns = count_of(tree.attribute(index, is_area ? "cols" : "size"));
  if (is_area) field.rows = count_of(tree.attribute(index, "rows"));
  field.size = style.font_size;
  field.font = document_.measures(style).text.font;
  field.color = resolved_color(style.color, style);
  field.node = tagging_.element_of(index);
  field_kind(field, index);
  field.name = field_name(field, index);
  if (field.kind == FieldKind::radio && field.checked) uncheck_other(field.name);
  boxes_.fields.push_back(std::move(field));
  add_inline_box(index, BoxKind::field, static_cast<std::uint32_t>(boxes_.fields.size() - 1), tags);
}

void BoxBuilder::uncheck_other(const std::string& group) {
  auto& checked = field_names_.at(group).checked;
  if (checked != kNone) boxes_.fields[checked].checked = false;
  checked = static_cast<std::uint32_t>(boxes_.fields.size());
}

}  // namespace sats::layout
