#pragma once

#include <array>
#include <cstdint>

#include "sats/page/structure.h"
#include "sats/text/font.h"

namespace sats {

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
  std::uint8_t alpha = 255;

  bool operator==(const Color&) const = default;
};

/// What an item is when it is not content: never read aloud.
enum class ArtifactKind : std::uint8_t { layout, background, header, footer, pagination };

/// Content of a leaf of the tag tree (a node with Role::content), or an artifact.
struct Tag {
  NodeId leaf = kNone;  ///< kNone: an artifact.
  ArtifactKind artifact = ArtifactKind::layout;

  bool operator==(const Tag&) const = default;
};

/// Glyphs of one face, size and colour on one baseline, left to right. They are a slice of `LaidDocument::glyphs`, and the
/// text they stand for is a slice of `LaidDocument::text`: a glyph's cluster, less `cluster_base`, counts from `text_begin`.
///
/// A line that ends at a space keeps that space's glyph at its end (it hangs past the edge), so that words stay apart when
/// they are read. A hyphen put in by layout is the last glyph of its run, with the cluster of the run's end (so it stands
/// for no text), and `ends_with_hyphen` is set; the rest of the word is the next run of the same leaf.
struct GlyphRun {
  FaceId face = 0;
  float size = 12;
  float x = 0;
  float baseline = 0;
  std::uint32_t first_glyph = 0;
  std::uint32_t glyph_count = 0;
  std::uint32_t text_begin = 0;
  std::uint32_t text_end = 0;
  std::uint32_t cluster_base = 0;
  Color color;
  std::uint8_t level = 0;  ///< Bidi level; odd: clusters descend.
  bool ends_with_hyphen = false;
};

/// Radii of a box's corners, clockwise from the top left.
struct Radii {
  std::array<float, 4> x{};
  std::array<float, 4> y{};

  bool operator==(const Radii&) const = default;
};

/// A filled box, rounded or not.
struct FilledBox {
  Rect box;
  Radii radii;
  Color color;
};

enum class LineStyle : std::uint8_t { none, solid, dashed, dotted, double_, groove, ridge, inset, outset, wavy };

/// The borders around a box; sides are top, right, bottom, left. `box` is the outer edge.
struct Border {
  Rect box;
  Radii radii;
  std::array<float, 4> widths{};
  std::array<Color, 4> colors{};
  std::array<LineStyle, 4> styles{};
};

/// A straight line: an underline, a rule, a cell border of a table with collapsed borders.
struct Stroke {
  float x1 = 0;
  float y1 = 0;
  float x2 = 0;
  float y2 = 0;
  float width = 1;
  LineStyle style = LineStyle::solid;
  Color color;
};

enum class MarkerShape : std::uint8_t { disc, circle, square, check };

/// A list marker or check mark that is drawn, not set, inside a box.
struct Marker {
  Rect box;
  MarkerShape shape = MarkerShape::disc;
  Color color;
};

/// A picture of `LaidDocument::pictures`, stretched into a box.
struct PlacedPicture {
  std::uint32_t picture = 0;
  Rect box;
};

/// A linear gradient over a box: from the first colour at (x1, y1) to the last at (x2, y2), stops in `LaidDocument::stops`.
struct Gradient {
  Rect box;
  Radii radii;
  float x1 = 0;
  float y1 = 0;
  float x2 = 0;
  float y2 = 0;
  std::uint32_t first_stop = 0;
  std::uint32_t stop_count = 0;
};

struct ColorStop {
  float position = 0;  ///< 0-1
  Color color;
};

/// What is painted until the matching `restore` is cut to this box.
struct Clip {
  Rect box;
  Radii radii;
};

/// x' = a x + c y + e, y' = b x + d y + f, in page coordinates (y downwards), until the matching `restore`.
struct Transform {
  float a = 1;
  float b = 0;
  float c = 0;
  float d = 1;
  float e = 0;
  float f = 0;
};

enum class ItemKind : std::uint8_t {
  glyphs,
  box,
  border,
  stroke,
  marker,
  picture,
  gradient,
  clip,       ///< Begins a clip; ended by restore.
  transform,  ///< Begins a transform; ended by restore.
  opacity,    ///< Begins a group of LaidDocument::opacities[index]; ended by restore.
  restore,
};

/// One step of painting: the `index`-th thing of its kind in the document. Clips, transforms, opacity and restore have no
/// tag.
struct PaintItem {
  ItemKind kind = ItemKind::glyphs;
  std::uint32_t index = 0;
  Tag tag;
};

}  // namespace sats
