#include "sats/layout/decoration.h"
#include "sats/layout/field_text.h"
#include "sats/layout/ink.h"
#include "sats/layout/painter.h"
#include "sats/layout/picture_place.h"

namespace sats::layout {

namespace {

/// The place of a picture that could not be read stays visible.
Border missing_picture(const Rect& box) {
  Border border;
  border.box = box;
  border.widths.fill(0.5F);
  border.colors.fill({128, 128, 128, 255});
  border.styles.fill(LineStyle::dashed);
  return border;
}

/// Where a picture goes in its content box (css-images-3 §5.5).
Rect fitted(const Picture& file, style::ObjectFit fit, const Rect& content) {
  const float ratio = ratio_of(file);
  if (fit == style::ObjectFit::fill || ratio <= 0) return drawn_in(file, content);
  const bool by_width = (content.width / ratio <= content.height) == (fit == style::ObjectFit::contain);
  Rect shown = content;
  shown.width = fit == style::ObjectFit::none ? file.width : by_width ? content.width : content.height * ratio;
  shown.height = shown.width / ratio;
  shown.x += (content.width - shown.width) / 2;
  shown.y += (content.height - shown.height) / 2;
  return shown;
}

}  // namespace

void Painter::paint_picture(const Box& box, const Rect& content) {
  const auto& picture = document_.boxes.pictures[box.content];
  if (box.style->visibility != style::Visibility::visible) return;
  if (box.link != kNone) add_link_area(box.link, content);
  const auto tag = tag_of(box.leaf);
  Ink ink(out_);
  if (picture.picture == kNone) return ink.border(missing_picture(content), tag);
  const auto fit = box.style->object_fit;
  const auto radii = corner_radii(*box.style, {content});
  const auto& file = *out_.pictures[picture.picture];
  const bool overflows =
      fit == style::ObjectFit::fill ? is_sliced(file) : fit == style::ObjectFit::cover || fit == style::ObjectFit::none;
  const bool clips = overflows || radii != Radii{};
  if (clips) ink.clip({content, radii});
  ink.picture({picture.picture, fitted(file, fit, content)}, tag);
  if (clips) ink.restore();
}

void Painter::paint_field(const Box& box, const Rect& border_box, const Rect& content) {
  auto field = document_.boxes.fields[box.content];
  field.page = page_;
  field.box = border_box;
  const bool is_button = field.kind == FieldKind::checkbox || field.kind == FieldKind::radio;
  // What nobody hears cannot be filled in either.
  const bool flat = is_artifact_ || field.node == kNone || document_.forms == FormMode::flat;
  if (flat && !is_artifact_ && field.node != kNone) {
    auto& said = out_.structure.attributes_of(field.node);
    said.printed_field = PrintedField{field.kind, field.checked, field.label};
    if ((is_button || field.value.empty()) && !field.label.empty()) said.alternative = field.label;
  }
  if (flat && is_button) {
    if (!field.checked) return;
    const auto shape = field.kind == FieldKind::radio ? MarkerShape::disc : MarkerShape::check;
    return Ink(out_).marker({border_box, shape, field.color}, tag_of(box.leaf));
  }
  if (!is_button) {
    const auto value = set_field_text(document_, field, *box.style, content);
    field.first_run = value.first_run;
    field.run_count = value.run_count;
    if (flat && !value.is_whole)
      document_.report(base::Severity::warning, "sats.felt.for-lidt-plads", box.node, {{"navn", field.label}});
  }
  if (!flat) return out_.fields.push_back(std::move(field));
  for (std::uint32_t i = 0; i < field.run_count; ++i)
    out_.items.push_back({ItemKind::glyphs, field.first_run + i, tag_of(box.leaf)});
}

}  // namespace sats::layout
