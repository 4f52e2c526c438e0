#include "sats/write/page_painter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "sats/write/border_painter.h"
#include "sats/write/content_stream.h"
#include "sats/write/text_painter.h"

namespace sats {
namespace {

/// The operators' names for an artifact (ISO 32000-1, 14.8.2.2).
std::string_view artifact_properties(ArtifactKind kind) {
  constexpr std::array<std::string_view, 5> kProperties{
      "", "<</Type/Background>>", "<</Type/Pagination/Subtype/Header/Attached[/Top]>>",
      "<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>", "<</Type/Pagination>>"};
  return kProperties[static_cast<std::size_t>(kind)];
}

/// The tag that marked content carries beside its number; only for readers that ignore the tree.
std::string_view mark_name(const StructureTree& tree, NodeId leaf) {
  const Role role = tree.nodes[tree.nodes[leaf].parent].role;
  return role == Role::figure ? "Figure" : role == Role::link ? "Link" : role == Role::label ? "Lbl" : "P";
}

/// One page while it is painted.
class Painting {
 public:
  Painting(const LaidDocument& document, const PaintResources& resources, Marks& marks, float height)
      : document_(document), resources_(resources), marks_(marks), content_(height) {}

  void paint(const PaintItem& item) {
    switch (item.kind) {
      case ItemKind::glyphs: return paint_glyphs(document_.runs[item.index], item);
      case ItemKind::clip: return begin_clip(document_.clips[item.index]);
      case ItemKind::transform: push(); return content_.transform(document_.transforms[item.index]);
      case ItemKind::opacity: push(); return content_.opacity(opacities_.back() *= document_.opacities[item.index]);
      case ItemKind::restore: return pop();
      default: break;
    }
    content_.leave_text();
    mark(item.tag, kNone);
    paint_shape(item);
  }

  ContentStream& content() { return content_; }

 private:
  void push() {
    // Some readers want marks and saved states to nest, so the mark ends first.
    end_mark();
    content_.save();
    opacities_.push_back(opacities_.back());
  }

  void pop() {
    if (opacities_.size() == 1) return;
    end_mark();
    content_.restore();
    opacities_.pop_back();
    content_.opacity(opacities_.back());
  }

  void begin_clip(const Clip& clip) {
    push();
    content_.rounded_rectangle(clip.box, clip.radii);
    content_.paint("W n");
  }

  void end_mark() {
    content_.end_mark();
    marked_.reset();
  }

  /// Marks of text begin inside the text object, so that they can change in the middle of a line.
  void begin_text() {
    if (content_.in_mark() && !content_.in_text_mark()) end_mark();
    content_.begin_text();
  }

  /// The marks of a run, or of the part of a word in it.
  class RunMarks final : public TextMarks {
   public:
    RunMarks(Painting& page, const Tag& tag) : page_(page), tag_(tag) {}

    void begin_plain() override { page_.mark(tag_, word); }

    /// Words have a mark of the structure to themselves, since marks that stand within another confuse some readers.
    void begin_said(const std::string& actual_text) override {
      if (tag_.leaf == kNone) {
        page_.mark(tag_, word);
        return page_.content_.begin_span("<<" + actual_text + ">>");
      }
      page_.end_mark();
      std::string properties = "<</MCID ";
      append_integer(properties, page_.marks_.open(tag_.leaf, word));
      page_.content_.begin_mark("Span", properties + actual_text + ">>");
    }

    void end_said() override {
      if (tag_.leaf == kNone) return page_.content_.end_span();
      page_.end_mark();
    }

    WordId word = kNone;

   private:
    Painting& page_;
    const Tag& tag_;
  };

  /// Makes sure that what follows is marked for a leaf, a divided word or an artifact.
  void mark(const Tag& tag, WordId word) {
    const std::pair now{tag, word};
    if (content_.in_mark() && marked_ && goes_on(*marked_, now)) {
      marked_ = now;
      return;
    }
    content_.end_mark();
    marked_ = now;
    if (tag.leaf == kNone) return content_.begin_mark("Artifact", artifact_properties(tag.artifact));
    std::string properties = "<</MCID ";
    append_integer(properties, marks_.open(tag.leaf, word));
    content_.begin_mark(word == kNone ? mark_name(document_.structure, tag.leaf) : "Span", properties + ">>");
  }

  /// Whether what is painted next belongs into the mark that is open.
  [[nodiscard]] bool goes_on(const std::pair<Tag, WordId>& open, const std::pair<Tag, WordId>& next) const {
    if (open == next) return true;
    const auto& [before, word] = open;
    return next.first.leaf != kNone && before.leaf != kNone && word == next.second &&
           before.artifact == next.first.artifact && marks_.follows(before.leaf, next.first.leaf);
  }

  void paint_shape(const PaintItem& item) {
    switch (item.kind) {
      case ItemKind::box: return paint_box(document_.boxes[item.index]);
      case ItemKind::border: return paint_border(document_.borders[item.index], content_);
      case ItemKind::stroke: return paint_stroke(document_.strokes[item.index], content_);
      case ItemKind::marker: return paint_marker(document_.markers[item.index], content_);
      case ItemKind::picture: return paint_picture(document_.placed_pictures[item.index]);
      case ItemKind::gradient: return paint_gradient(item.index);
      default: return;
    }
  }

  void paint_box(const FilledBox& box) {
    content_.fill_color(box.color);
    content_.rounded_rectangle(box.box, box.radii);
    content_.paint("f");
  }

  void paint_picture(const PlacedPicture& placed) {
    const WrittenPicture& picture = resources_.pictures[placed.picture];
    if (picture.object == 0) return;
    const std::string name = "P" + std::to_string(placed.picture);
    if (picture.orientation != 1) return content_.draw_turned(name, placed.box, picture.orientation);
    content_.draw_form(name, placed.box, picture.width, picture.height);
  }

  void paint_gradient(std::uint32_t index) {
    const Gradient& gradient = document_.gradients[index];
    content_.paint_shading("S" + std::to_string(index), gradient.box, gradient.radii);
  }

  /// Where a divided word begins or ends inside a run, as an index of its glyphs.
  std::uint32_t glyph_at_text(const GlyphRun& run, std::uint32_t offset) const {
    const std::uint32_t cluster = offset - run.text_begin + run.cluster_base;
    const Glyph* first = document_.glyphs.data() + run.first_glyph;
    const Glyph* found =
        std::find_if(first, first + run.glyph_count, [&](const Glyph& glyph) { return glyph.cluster >= cluster; });
    return static_cast<std::uint32_t>(found - first);
  }

  /// A part of a run that is marked as one: up to a glyph, for a divided word or for none.
  struct Part {
    std::uint32_t end = 0;
    WordId word = kNone;
  };

  /// A run of its own but for the words that its ends divide.
  std::array<Part, 3> parts_of(const GlyphRun& run, std::uint32_t index) const {
    const WordId first = resources_.words.begins[index];
    const WordId last = resources_.words.ends[index];
    std::array<Part, 3> parts{Part{0, first}, Part{run.glyph_count, kNone}, Part{run.glyph_count, last}};
    if (first != kNone) parts[0].end = glyph_at_text(run, resources_.words.words[first].text_end);
    if (last != kNone) {
      const std::uint32_t begin = resources_.words.words[last].text_begin;
      parts[1].end = begin <= run.text_begin ? 0 : glyph_at_text(run, begin);
    }
    return parts;
  }

  void paint_glyphs(const GlyphRun& run, const PaintItem& item) {
    if (run.face == kNoFace || run.glyph_count == 0) return;
    const std::size_t index = resources_.uses.index_of(run.face);
    const WrittenFont& font = resources_.fonts[index];
    if (!font.subset) return;
    RunMarks marks(*this, item.tag);
    TextPainter painter(document_, run, font, content_, marks);
    begin_text();
    set_text_state(run, font, index);
    if ((run.level & 1U) != 0) return painter.show_leftwards();
    std::uint32_t shown = 0;
    for (const Part& part : parts_of(run, item.index)) {
      if (part.end <= shown) continue;
      marks.word = part.word;
      painter.show_until(part.end);
      shown = part.end;
    }
  }

  void set_text_state(const GlyphRun& run, const WrittenFont& font, std::size_t index) {
    content_.fill_color(run.color);
    content_.text_outline(font.synthesis.bold ? run.size / 32 : 0, run.color);
    content_.font("F" + std::to_string(index), run.size);
    content_.text_position(run.x, run.baseline, font.synthesis.slant ? Slope::slanted : Slope::upright);
  }

  const LaidDocument& document_;
  const PaintResources& resources_;
  Marks& marks_;
  ContentStream content_;
  std::optional<std::pair<Tag, WordId>> marked_;
  std::vector<float> opacities_{1.0F};
};

/// Layout gives the runs of a line from left to right; those of right-to-left words are read the other way. The end of such
/// a stretch of one leaf on one line, or of the single item.
std::uint32_t end_of_leftward_text(const LaidDocument& document, std::uint32_t begin, std::uint32_t limit) {
  const auto run_of = [&](std::uint32_t i) -> const GlyphRun& { return document.runs[document.items[i].index]; };
  const auto leftwards = [&](std::uint32_t i) {
    return document.items[i].kind == ItemKind::glyphs && (run_of(i).level & 1U) != 0;
  };
  std::uint32_t end = begin + 1;
  if (!leftwards(begin)) return end;
  while (end < limit && leftwards(end) && document.items[end].tag == document.items[begin].tag &&
         run_of(end).baseline == run_of(begin).baseline)
    ++end;
  return end;
}

}  // namespace

PagePainter::PagePainter(const LaidDocument& document, const PaintResources& resources, Marks& marks)
    : document_(document), resources_(resources), marks_(marks) {}

std::string PagePainter::paint(std::uint32_t page) {
  const Page& sheet = document_.pages[page];
  marks_.begin_page(page);
  Painting painting(document_, resources_, marks_, sheet.height);
  for (std::uint32_t i = sheet.first_item; i < sheet.first_item + sheet.item_count;) {
    const std::uint32_t end = end_of_leftward_text(document_, i, sheet.first_item + sheet.item_count);
    std::vector<PaintItem> items(document_.items.begin() + i, document_.items.begin() + end);
    if (items.size() > 1)
      std::ranges::stable_sort(items, {}, [&](const PaintItem& item) { return document_.runs[item.index].text_begin; });
    for (const PaintItem& item : items) painting.paint(item);
    i = end;
  }
  std::string content = painting.content().finish();
  deepest_ = std::max(deepest_, painting.content().deepest());
  for (const std::uint8_t alpha : painting.content().alphas()) {
    if (std::find(alphas_.begin(), alphas_.end(), alpha) == alphas_.end()) alphas_.push_back(alpha);
  }
  return content;
}

}  // namespace sats
