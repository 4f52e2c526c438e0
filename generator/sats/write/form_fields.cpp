#include "sats/write/form_fields.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "sats/write/form_font.h"

namespace sats {
namespace {

// Field flags, ISO 32000-1, tables 221, 226, 228 and 230.
constexpr unsigned kReadOnly = 1U << 0U;
constexpr unsigned kRequired = 1U << 1U;
constexpr unsigned kMultiline = 1U << 12U;
constexpr unsigned kRadioNoOff = 1U << 14U;
constexpr unsigned kRadio = 1U << 15U;
constexpr unsigned kCombo = 1U << 17U;
constexpr float kPadding = 2;

unsigned flags_of(const FormField& field) {
  unsigned flags = (field.read_only ? kReadOnly : 0U) | (field.required ? kRequired : 0U);
  if (field.kind == FieldKind::multiline_text) flags |= kMultiline;
  if (field.kind == FieldKind::select) flags |= kCombo;
  if (field.kind == FieldKind::radio) flags |= kRadio | kRadioNoOff;
  return flags;
}

bool is_button(const FormField& field) { return field.kind == FieldKind::checkbox || field.kind == FieldKind::radio; }

std::string state_name(const FormField& field) { return field.value.empty() ? "Ja" : win_ansi(field.value); }

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
    for (const auto& [name, group] : groups_) write_group(name, group);
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

  void write_group(const std::string&, const Group& group) {
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
    append_reference(text, write_form(field, field.kind == FieldKind::radio ? dot(field) : check_mark(field)));
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
    text += "/V";
    append_text(text, field.value);
    text += "/DA";
    append_bytes(text, default_look(field));
    text += "/AP<</N ";
    append_reference(text, write_form(field, "/Tx BMC q " + shown_text(field) + "Q EMC"));
    text += ">>";
  }

  static std::string default_look(const FormField& field) {
    std::string look;
    for (const std::uint8_t part : {field.color.red, field.color.green, field.color.blue}) {
      append_number(look, part / 255.0, 3);
      look += ' ';
    }
    look += "rg /" + std::string(kFormFontName) + ' ';
    append_number(look, static_cast<double>(field.size));
    return look + " Tf";
  }

  static std::string color_of(const FormField& field, std::string_view name) {
    std::string text;
    for (const std::uint8_t part : {field.color.red, field.color.green, field.color.blue}) {
      append_number(text, part / 255.0, 3);
      text += ' ';
    }
    return text + std::string(name) + ' ';
  }

  static std::string check_mark(const FormField& field) {
    const float w = field.box.width;
    const float h = field.box.height;
    std::string text = "q " + color_of(field, "RG");
    append_numbers(text, w / 8);
    text += "w ";
    append_numbers(text, w * 0.2F, h * 0.5F);
    text += "m ";
    append_numbers(text, w * 0.42F, h * 0.25F);
    text += "l ";
    append_numbers(text, w * 0.8F, h * 0.78F);
    return text + "l S Q";
  }

  /// A filled square with round line joins reads as a dot at this size.
  static std::string dot(const FormField& field) {
    const float side = field.box.width * 0.24F;
    std::string text = "q 1 j " + color_of(field, "RG") + color_of(field, "rg");
    append_numbers(text, side);
    text += "w ";
    append_numbers(text, (field.box.width - side) / 2, (field.box.height - side) / 2, side, side);
    return text + "re B Q";
  }

  [[nodiscard]] float width_of(std::string_view coded, float size) const {
    int width = 0;
    for (const char c : coded) width += font_->widths[static_cast<unsigned char>(c)];
    return static_cast<float>(width) * size / 1000;
  }

  /// The value in lines that fit; one line for all but areas of text.
  [[nodiscard]] std::vector<std::string> lines_of(const FormField& field) const {
    const std::string coded = win_ansi(field.value);
    if (field.kind != FieldKind::multiline_text) return {coded};
    std::vector<std::string> lines(1);
    for (std::size_t at = 0; at < coded.size();) {
      std::size_t end = std::min(coded.find_first_of(" \n", at), coded.size());
      const std::string word = coded.substr(at, end - at);
      const bool fits = lines.back().empty() || width_of(lines.back() + word, field.size) <= field.box.width - 2 * kPadding;
      if (!fits) lines.emplace_back();
      lines.back() += word;
      if (end < coded.size() && coded[end] == '\n') lines.emplace_back();
      if (end < coded.size() && coded[end] == ' ') lines.back() += ' ';
      at = end + 1;
    }
    return lines;
  }

  [[nodiscard]] std::string shown_text(const FormField& field) const {
    if (!font_ || field.value.empty()) return {};
    const float line_height = (font_->ascent + font_->descent) * field.size;
    const bool area = field.kind == FieldKind::multiline_text;
    const float free = area ? kPadding : std::max(0.0F, (field.box.height - line_height) / 2);
    std::string text = "BT " + default_look(field) + ' ';
    append_numbers(text, line_height);
    text += "TL ";
    append_numbers(text, kPadding, field.box.height - free - font_->ascent * field.size);
    text += "Td ";
    for (const std::string& line : lines_of(field)) {
      append_bytes(text, line);
      text += "Tj T* ";
    }
    return text + "ET ";
  }

  ObjectId write_form(const FormField& field, const std::string& content) {
    std::string entries = "/Type/XObject/Subtype/Form/BBox[0 0 ";
    append_numbers(entries, field.box.width, field.box.height);
    entries += ']';
    if (font_) entries += "/Resources<<" + font_resource() + ">>";
    return file_.put_stream(entries, content, content.size() > 100 ? Packing::flate : Packing::as_is);
  }

  [[nodiscard]] std::string font_resource() const {
    std::string text = "/Font<</" + std::string(kFormFontName) + ' ';
    append_reference(text, font_->object);
    return text + ">>";
  }

  [[nodiscard]] std::string dictionary() const {
    if (top_.empty()) return {};
    std::string text = "<</Fields[";
    for (const ObjectId field : top_) {
      append_reference(text, field);
      text += ' ';
    }
    text += ']';
    if (font_) text += "/DR<<" + font_resource() + ">>/DA(/" + std::string(kFormFontName) + " 10 Tf 0 g)";
    return text + ">>";
  }

  const LaidDocument& document_;
  const FormSurroundings& around_;
  Annotations& annotations_;
  ObjectFile& file_;
  std::optional<FormFont> font_;
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
