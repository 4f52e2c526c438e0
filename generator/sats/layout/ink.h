#pragma once

#include <vector>

#include "sats/page/laid_document.h"

namespace sats::layout {

/// Puts items behind each other on the page that is painted.
class Ink {
 public:
  explicit Ink(LaidDocument& out) : out_(out) {}

  void fill(const FilledBox& box, sats::Tag tag) { add(out_.boxes, box, ItemKind::box, tag); }
  void border(const Border& border, sats::Tag tag) { add(out_.borders, border, ItemKind::border, tag); }
  void stroke(const Stroke& stroke, sats::Tag tag) { add(out_.strokes, stroke, ItemKind::stroke, tag); }
  void marker(const Marker& marker, sats::Tag tag) { add(out_.markers, marker, ItemKind::marker, tag); }
  void picture(const PlacedPicture& picture, sats::Tag tag) { add(out_.placed_pictures, picture, ItemKind::picture, tag); }
  void glyphs(const GlyphRun& run, sats::Tag tag) { add(out_.runs, run, ItemKind::glyphs, tag); }

  void gradient(const Gradient& gradient, sats::Tag tag) { add(out_.gradients, gradient, ItemKind::gradient, tag); }

  /// What follows is cut to a box, or is see-through, until `restore`.
  void clip(const Clip& clip) { add(out_.clips, clip, ItemKind::clip, {}); }
  void opacity(float alpha) { add(out_.opacities, alpha, ItemKind::opacity, {}); }
  void restore() { out_.items.push_back({ItemKind::restore, 0, {}}); }

  /// The row that the next run will have.
  [[nodiscard]] std::uint32_t next_run() const { return static_cast<std::uint32_t>(out_.runs.size()); }

 private:
  template <typename T>
  void add(std::vector<T>& rows, const T& row, ItemKind kind, sats::Tag tag) {
    out_.items.push_back({kind, static_cast<std::uint32_t>(rows.size()), tag});
    rows.push_back(row);
  }

  LaidDocument& out_;
};

constexpr sats::Tag kBackgroundTag{kNone, ArtifactKind::background};
constexpr sats::Tag kLayoutTag{kNone, ArtifactKind::layout};

}  // namespace sats::layout
