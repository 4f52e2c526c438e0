#include "sats/layout/decoration.h"
#include "sats/layout/ink.h"
#include "sats/layout/painter.h"

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
  const float ratio = file.ratio > 0 ? file.ratio : file.height > 0 ? file.width / file.height : 0;
  if (fit == style::ObjectFit::fill || ratio <= 0) return content;
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
  const bool clips = fit == style::ObjectFit::cover || fit == style::ObjectFit::none || radii != Radii{};
  if (clips) ink.clip({content, radii});
  ink.picture({picture.picture, fitted(*out_.pictures[picture.picture], fit, content)}, tag);
  if (clips) ink.restore();
}

void Painter::paint_field(const Box& box, const Rect& border_box) {
  if (is_artifact_ || document_.forms == FormMode::flat) {
    const auto& flat = document_.boxes.fields[box.content];
    if (!flat.checked) return;
    const auto shape = flat.kind == FieldKind::radio ? MarkerShape::disc : MarkerShape::check;
    return Ink(out_).marker({border_box, shape, flat.color}, tag_of(box.leaf));
  }
  auto field = document_.boxes.fields[box.content];
  field.page = page_;
  field.box = border_box;
  out_.fields.push_back(std::move(field));
}

}  // namespace sats::layout
