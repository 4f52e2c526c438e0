#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "sats/page/paint.h"
#include "sats/page/structure.h"
#include "sats/text/glyph.h"

namespace sats {

class Picture;

/// One page: its size in points and its items in painting order, a slice of `LaidDocument::items`. Within a page clips,
/// transforms and groups are ended in the order they nest.
struct Page {
  float width = 595.28F;
  float height = 841.89F;
  std::uint32_t first_item = 0;
  std::uint32_t item_count = 0;
};

enum class NumberStyle : std::uint8_t { none, decimal, upper_roman, lower_roman, upper_alpha, lower_alpha };

/// How pages are called from a page on: prefix, then a number that counts from `start`.
struct PageLabel {
  std::uint32_t first_page = 0;
  NumberStyle style = NumberStyle::decimal;
  std::string prefix;
  std::uint32_t start = 1;
};

/// A place that links and bookmarks lead to.
struct Destination {
  std::string name;  ///< The id in the HTML; unique.
  std::uint32_t page = 0;
  float x = 0;
  float y = 0;
  NodeId node = kNone;  ///< The element it names, when it is tagged.
};

struct LinkArea {
  std::uint32_t page = 0;
  Rect box;
};

/// A link: one area per line it covers. It leads to a destination, or when that is kNone to a URI.
struct Link {
  NodeId node = kNone;  ///< Its Link element.
  std::vector<LinkArea> areas;
  std::uint32_t destination = kNone;
  std::string uri;
  std::string contents;  ///< What it says to a screen reader; the link's text when empty.
  std::string target;    ///< Where it leads as the HTML says it, and the byte there; for problems.
  std::uint32_t source_offset = kNone;
};

/// A bookmark; entries in reading order, level 1 is outermost.
struct OutlineEntry {
  std::string title;
  int level = 1;
  std::uint32_t destination = kNone;
  bool open = true;
};

/// A form field that can be filled in. Its box is what layout drew a border around; the field's own look goes inside.
struct FormField {
  FieldKind kind = FieldKind::text;
  std::string name;   ///< Unique, except for radio buttons of one group.
  std::string label;  ///< Tooltip and name for a screen reader.
  std::string value;  ///< Text, the chosen option, or a button's own value; of several chosen options all, with commas.
  std::vector<std::string> options;
  std::vector<std::string> chosen;  ///< Of a list from which several can be chosen.
  std::uint32_t page = 0;
  Rect box;
  NodeId node = kNone;  ///< Its Form element.
  FontId font = 0;
  float size = 10;
  Color color;
  int max_length = 0;           ///< 0: no limit.
  int columns = 0;              ///< Letters that it is wide, and
  int rows = 0;                 ///< lines that it is high, when the document says so by number.
  std::uint32_t first_run = 0;  ///< The value as it is shown: runs of the document that no item paints.
  std::uint32_t run_count = 0;
  bool checked = false;
  bool multiple = false;  ///< Several options can be chosen.
  bool password = false;
  bool read_only = false;
  bool required = false;
};

struct Attachment {
  std::string name;
  std::string bytes;
  std::string media_type = "application/octet-stream";
  std::string description;
};

/// What the document says of itself.
struct DocumentInfo {
  std::string title;
  std::string language;  ///< Not written when empty.
  std::string author;
  std::string subject;
  std::string keywords;
  std::string date;  ///< ISO 8601; nothing is written when empty, and never the clock's.
};

/// A document that is laid out: flat arrays that refer to each other by index. Made by layout, written by `write_pdf`.
struct LaidDocument {
  DocumentInfo info;
  std::vector<Page> pages;
  std::vector<PageLabel> page_labels;

  std::vector<PaintItem> items;
  std::vector<GlyphRun> runs;
  std::vector<FilledBox> boxes;
  std::vector<Border> borders;
  std::vector<Stroke> strokes;
  std::vector<Marker> markers;
  std::vector<PlacedPicture> placed_pictures;
  std::vector<Gradient> gradients;
  std::vector<ColorStop> stops;
  std::vector<Clip> clips;
  std::vector<Transform> transforms;
  std::vector<float> opacities;

  std::vector<Glyph> glyphs;
  std::string text;  ///< UTF-8 of every run, in any order.
  std::vector<std::shared_ptr<const Picture>> pictures;

  StructureTree structure;
  std::vector<Link> links;
  std::vector<Destination> destinations;
  std::vector<OutlineEntry> outline;
  std::vector<FormField> fields;
  std::vector<NodeId> dropped_pictures;  ///< Elements whose picture could not be read.
  std::vector<Attachment> attachments;

  base::Source source;  ///< The HTML, for the places of problems; may be null.
};

}  // namespace sats
