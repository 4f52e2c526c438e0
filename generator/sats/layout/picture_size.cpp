#include <algorithm>

#include "sats/layout/layouter.h"
#include "sats/layout/picture_place.h"

namespace sats::layout {

using css::Length;

namespace {

/// A picture's or field's own size, and the shape it keeps.
struct NaturalSize {
  float width = 0;
  float height = 0;
  float ratio = 0;  ///< Width by height; 0: any.
};

/// The width of a text field that says none, in spaces.
constexpr float kFieldSpaces = 40;

/// A letter of a field that says how many it is wide, in parts of the font size; so wide is `ch`, too.
constexpr float kLetterWidth = 0.5F;

/// Works out the content size of a picture or field (CSS 2.1 §10.3.2, §10.6.2).
class ReplacedSize {
 public:
  ReplacedSize(const ComputedStyle& style, const Edges& edges, const NaturalSize& natural, float containing_width,
               float containing_height)
      : style_(style),
        edges_(edges),
        natural_(natural),
        containing_width_(containing_width),
        containing_height_(containing_height) {}

  PictureSize natural() { return choose(-1, -1); }

  PictureSize styled() {
    const bool says_width = is_known(style_.width, containing_width_ > 0);
    const bool says_height = is_known(style_.height, containing_height_ >= 0);
    choose(says_width ? content_width(style_.width) : -1, says_height ? content_height(style_.height) : -1);
    keep_width();
    keep_height();
    return size_;
  }

 private:
  static bool is_known(const Length& length, bool reference_known) {
    return length.is_fixed() && (!length.has_percent() || reference_known);
  }

  [[nodiscard]] float content(float value, float edges) const {
    return style_.box_sizing == style::BoxSizing::border_box ? std::max(0.0F, value - edges) : value;
  }
  [[nodiscard]] float content_width(const Length& length) const {
    return content(length.resolve(containing_width_), edges_.across());
  }
  [[nodiscard]] float content_height(const Length& length) const {
    return content(length.resolve(containing_height_), edges_.down());
  }

  /// The size from what is given; negative is not given.
  PictureSize choose(float width, float height) {
    const auto& n = natural_;
    if (width < 0 && height < 0) {
      width = n.width > 0 ? n.width : n.height * n.ratio;
      height = n.height > 0 ? n.height : n.ratio > 0 ? width / n.ratio : 0;
      if (width == 0 && n.ratio > 0 && containing_width_ > 0) width = containing_width_, height = width / n.ratio;
    } else if (height < 0) {
      height = n.ratio > 0 ? width / n.ratio : n.height;
    } else if (width < 0) {
      width = n.ratio > 0 ? height * n.ratio : n.width;
    }
    return size_ = {width, height};
  }

  void scale_to(float width) {
    if (natural_.ratio > 0 && !style_.height.is_fixed()) size_.height = width / natural_.ratio;
    size_.width = width;
  }

  void keep_width() {
    if (is_known(style_.max_width, containing_width_ > 0)) {
      if (const float most = content_width(style_.max_width); size_.width > most) scale_to(most);
    }
    if (style_.min_width.is_fixed()) {
      if (const float least = content_width(style_.min_width); size_.width < least) scale_to(least);
    }
  }

  void keep_height() {
    if (is_definite(style_.max_height)) {
      const float most = content_height(style_.max_height);
      if (size_.height > most) {
        if (natural_.ratio > 0 && !style_.width.is_fixed()) size_.width = most * natural_.ratio;
        size_.height = most;
      }
    }
    if (is_definite(style_.min_height)) size_.height = std::max(size_.height, content_height(style_.min_height));
  }

  const ComputedStyle& style_;
  const Edges& edges_;
  const NaturalSize& natural_;
  float containing_width_;
  float containing_height_;
  PictureSize size_;
};

NaturalSize natural_size(Document& document, const Box& box) {
  if (box.kind != BoxKind::picture) {
    const auto& measures = document.measures(*box.style);
    const auto& field = document.boxes.fields[box.content];
    const auto rows = static_cast<float>(std::max(field.rows, 1));
    const float width = field.columns > 0 ? static_cast<float>(field.columns) * kLetterWidth * box.style->font_size
                                          : measures.space * kFieldSpaces;
    return {width, (measures.ascent + measures.descent) * rows, 0};
  }
  const auto& picture = document.boxes.pictures[box.content];
  NaturalSize natural{picture.width, picture.height, 0};
  if (picture.picture == kNone) return natural;
  const auto& file = *document.out.pictures[picture.picture];
  natural.ratio = ratio_of(file);
  if (picture.width > 0 && picture.height > 0) natural.ratio = picture.width / picture.height;
  if (natural.width == 0 && natural.height == 0) natural.width = file.width, natural.height = file.height;
  return natural;
}

}  // namespace

PictureSize Layouter::picture_size(BoxIndex index, float containing_width, float containing_height) {
  const auto& box = document_.box(index);
  const auto edge = edges(index, containing_width);
  const auto natural = natural_size(document_, box);
  ReplacedSize size(*box.style, edge, natural, containing_width, containing_height);
  return box.anonymous ? size.natural() : size.styled();
}

}  // namespace sats::layout
