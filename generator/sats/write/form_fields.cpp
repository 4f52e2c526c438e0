#include "sats/write/form_fields.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "sats/write/field_looks.h"
#include "sats/write/form_font.h"

namespace sats {
namespace {

// Field flags, ISO 32000-1, tables 221, 226, 228 and 230.
constexpr unsigned kReadOnly = 1U << 0U;
constexpr unsigned kRequired = 1U << 1U;
constexpr unsigned kMultiline = 1U << 12U;
constexpr unsigned kPassword = 1U << 13U;
constexpr unsigned kRadioNoOff = 1U << 14U;
constexpr unsigned kRadio = 1U << 15U;
constexpr unsigned kCombo = 1U << 17U;
constexpr unsigned kMultiSelect = 1U << 21U;

unsigned flags_of(const FormField& field) {
  unsigned flags = (field.read_only ? kReadOnly : 0U) | (field.required ? kRequired : 0U);
  if (field.kind == FieldKind::multiline_text) flags |= kMultiline;
  if (field.password) flags |= kPassword;
  if (field.kind == FieldKind::select) flags |= field.multiple ? kMultiSelect : kCombo;
  if (field.kind == FieldKind::radio) flags |= kRadio | kRadioNoOff;
  return flags;
}

bool is_button(const FormField& field) { return field.kind == FieldKind::checkbox || field.kind == FieldKind::radio; }

/// The name of the state in which a button is on; names are UTF-8 (ISO 32000-1, 7.3.5).
std::string state_name(const FormField& field) { return field.value.empty() ? "Ja" : field.value; }

class FieldWriter {
 public:
  FieldWriter(const LaidDocument& document, const FormSurroundings& around, Annotations& annotations, ObjectFile& file)
      : document_(document), around_(around), annotations_(annotations), file_(file) {}

  std::string write() {
    choose_font();
    for (const FormField& field : document_.fields) {
      if (field.page >= around_.pages.size()) continue;
      const ObjectId group = field.kind == FieldKind::radio ? group_of(field) : 0;
      const ObjectId widget = write_widget(field, group);
      if (group != 0) {
        groups_[field.name].kids.push_back(widget);
      } else {
        top_.push_back(widget);
      }
    }
    for (const auto& [name, group] : groups_) write_group(group);
    return dictionary();
  }

 private:
  /// Radio buttons of one name are one field.
  struct Group {
    ObjectId object = 0;
    const FormField* first = nullptr;
    std::string chosen = "Off";
    std::vector<ObjectId> kids;
  };

  void choose_font() {
    std::vector<FontId> wishes;
    for (const FormField& field : document_.fields) wishes.push_back(field.font);
    // The document's font may be one without TrueType outlines; then any sans-serif that has them.
    for (const char* family : {"Open Sans", "DejaVu Sans", "Liberation Sans", "sans-serif"}) {
      wishes.push_back(around_.fonts.find({{family}, 400, Slant::upright}));
    }
    for (const FontId wish : wishes) {
      const FaceId face = around_.fonts.first_face(wish);
      if (face != kNoFace) font_ = write_form_font(around_.fonts.face(face), file_);
      if (font_) return;
    }
  }

  ObjectId group_of(const FormField& field) {
    Group& group = groups_[field.name];
    if (group.object == 0) {
      group.object = file_.reserve();
      group.first = &field;
      top_.push_back(group.object);
    }
    if (field.checked) group.chosen = state_name(field);
    return group.object;
  }

  void append_identity(std::string& text, const FormField& field) const {
    text += "/T";
    append_text(text, field.name);
    text += "/TU";
    append_text(text, field.label);
    if (const unsigned flags = flags_of(field); flags != 0) {
      text += "/Ff ";
      append_integer(text, flags);
    }
  }

  void write_group(const Group& group) {
    std::string text = "<</FT/Btn";
    append_identity(text, *group.first);
    text += "/V";
    append_name(text, group.chosen);
    text += "/Kids[";
    for (const ObjectId kid : group.kids) {
      append_reference(text, kid);
      text += ' ';
    }
    file_.put(group.object, text + "]>>");
  }

  ObjectId write_widget(const FormField& field, ObjectId group) {
    const ObjectId object = file_.reserve();
    std::string text = "<</Type/Annot/Subtype/Widget/F 4/P ";
    append_reference(text, around_.pages[field.page]);
    text += "/Rect";
    append_rectangle(text, field.box, document_.pages[field.page].height);
    if (group != 0) {
      text += "/Parent ";
      append_reference(text, group);
      text += "/TU";
      append_text(text, field.label);
    } else {
      append_identity(text, field);
    }
    const std::uint32_t key = annotations_.add(document_, {field.node, object, field.page});
    if (field.node != kNone) {
      text += "/StructParent ";
      append_integer(text, key);
    }
    if (is_button(field)) {
      append_button(text, field, group);
    } else {
      append_text_field(text, field);
    }
    file_.put(object, text + ">>");
    return object;
  }

  void append_button(std::string& text, const FormField& field, ObjectId group) {
    const std::string state = state_name(field);
    if (group == 0) {
      text += "/FT/Btn/V";
      append_name(text, field.checked ? state : "Off");
    }
    text += "/AS";
    append_name(text, field.checked ? state : "Off");
    text += "/AP<</N<<";
    append_name(text, state);
    text += ' ';
    append_reference(text, write_form(field, field.kind == FieldKind::radio ? radio_dot(field) : check_mark(field)));
    text += "/Off ";
    append_reference(text, write_form(field, ""));
    text += ">>>>";
  }

  void append_text_field(std::string& text, const FormField& field) {
    text += field.kind == FieldKind::select ? "/FT/Ch" : "/FT/Tx";
    if (!field.options.empty()) {
      text += "/Opt[";
      for (const std::string& option : field.options) append_text(text, option);
      text += ']';
    }
    if (field.max_length > 0 && field.kind != FieldKind::select) text += "/MaxLen " + std::to_string(field.max_length);
    if (field.multiple) {
      append_chosen(text, field);
    } else {
      text += "/V";
      append_text(text, field.value);
    }
    text += "/DA";
    append_bytes(text, default_look(field));
    text += "/AP<</N ";
    append_reference(text, write_form(field, "/Tx BMC q\n" + shown_value(document_, field, around_) + "Q EMC"));
    text += ">>";
  }

  static void append_chosen(std::string& text, const FormField& field) {
    if (field.chosen.empty()) return;
    text += "/V[";
    for (const std::string& option : field.chosen) append_text(text, option);
    text += ']';
  }

  ObjectId write_form(const FormField& field, const std::string& content) {
    std::string entries = "/Type/XObject/Subtype/Form/BBox[0 0 ";
    append_numbers(entries, field.box.width, field.box.height);
    entries += "]/Resources<<";
    if (const std::string fonts = fonts_of_value(document_, field, around_); !fonts.empty())
      entries += "/Font<<" + fonts + ">>";
    entries += ">>";
    return file_.put_stream(entries, content, content.size() > 100 ? Packing::flate : Packing::as_is);
  }

  [[nodiscard]] std::string dictionary() const {
    if (top_.empty()) return {};
    std::string text = "<</Fields[";
    for (const ObjectId field : top_) {
      append_reference(text, field);
      text += ' ';
    }
    text += ']';
    if (!font_) return text + ">>";
    const std::string name(kFormFontName);
    text += "/DR<</Font<</" + name + ' ';
    append_reference(text, *font_);
    return text + ">>>>/DA(/" + name + " 10 Tf 0 g)>>";
  }

  const LaidDocument& document_;
  const FormSurroundings& around_;
  Annotations& annotations_;
  ObjectFile& file_;
  std::optional<ObjectId> font_;
  std::map<std::string, Group> groups_;
  std::vector<ObjectId> top_;
};

}  // namespace

std::string write_form_fields(const LaidDocument& document, const FormSurroundings& around, Annotations& annotations,
                              ObjectFile& file) {
  if (document.fields.empty()) return {};
  return FieldWriter(document, around, annotations, file).write();
}

}  // namespace sats
