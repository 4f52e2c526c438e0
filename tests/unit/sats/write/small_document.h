#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sats/page/laid_document.h"
#include "sats/pictures/picture.h"
#include "sats/text/bidi.h"
#include "sats/text/font_library.h"
#include "sats/text/shaper.h"
#include "sats/write/pdf_writer.h"

namespace sats_test {

/// Everything a document is made with, shared by the cases of a test program.
struct Workshop {
  sats::FontLibrary fonts;
  sats::Shaper shaper{fonts};
  sats::PdfWriter writer{fonts, shaper};
};

inline Workshop& workshop() {
  static Workshop one;
  return one;
}

/// Lays out documents by hand, a line at a time, so that the writer can be tested without layout.
class SmallDocument {
 public:
  sats::LaidDocument laid;
  sats::TextStyle style{.font = workshop().fonts.find({{"Open Sans"}, 400, sats::Slant::upright}), .size = 11};

  explicit SmallDocument(std::string title = "Plan for Anne") {
    laid.info.title = std::move(title);
    laid.info.language = "da";
    laid.structure.add(sats::Role::document, sats::kNone);
    new_page();
  }

  void new_page() {
    sats::Page page;
    page.first_item = static_cast<std::uint32_t>(laid.items.size());
    laid.pages.push_back(page);
    y_ = 72;
  }

  /// An element below another (the Document when not said).
  sats::NodeId element(sats::Role role, sats::NodeId parent = 0) { return laid.structure.add(role, parent); }

  /// A line of text in a new leaf of an element.
  void line(sats::NodeId element_of_text, std::string_view text, float x = 72) {
    show(laid.structure.add(sats::Role::content, element_of_text), text, x);
  }

  /// An element with one line of text.
  sats::NodeId block(sats::Role role, std::string_view text, sats::NodeId parent = 0) {
    const sats::NodeId node = element(role, parent);
    line(node, text);
    return node;
  }

  /// A word divided over two lines of one leaf, after some text.
  void divided(sats::NodeId node, std::string_view first, std::string_view second) {
    const sats::NodeId leaf = laid.structure.add(sats::Role::content, node);
    show(leaf, first, 72);
    sats::GlyphRun& run = laid.runs.back();
    const sats::Glyph hyphen = shape_one("-");
    laid.glyphs.push_back(hyphen);
    laid.glyphs.back().cluster = run.cluster_base + (run.text_end - run.text_begin);
    ++run.glyph_count;
    run.ends_with_hyphen = true;
    show(leaf, second, 72);
  }

  void item(sats::ItemKind kind, std::size_t index, sats::Tag tag = {}) {
    laid.items.push_back({kind, static_cast<std::uint32_t>(index), tag});
    ++laid.pages.back().item_count;
  }

  /// Text that is no content, such as a page number.
  void footer(std::string_view text) { show(sats::kNone, text, 300, sats::ArtifactKind::footer); }

  void picture(sats::NodeId figure, std::shared_ptr<const sats::Picture> shown, float width, float height) {
    laid.pictures.push_back(std::move(shown));
    laid.placed_pictures.push_back({static_cast<std::uint32_t>(laid.pictures.size() - 1), {72, y_, width, height}});
    item(sats::ItemKind::picture, laid.placed_pictures.size() - 1, {laid.structure.add(sats::Role::content, figure), {}});
    y_ += height + 10;
  }

  /// A link on the latest line.
  void link_here(sats::NodeId node, std::string uri, std::string contents) {
    laid.links.push_back({node,
                          {{static_cast<std::uint32_t>(laid.pages.size() - 1), {72, y_ - 30, 100, 14}}},
                          sats::kNone,
                          std::move(uri),
                          std::move(contents)});
  }

  std::optional<std::string> write(base::Problems& problems, const sats::WriteOptions& options = {}) const {
    return workshop().writer.write(laid, options, problems);
  }

  [[nodiscard]] float y() const { return y_; }

  /// A line of text in a leaf, or an artifact when that is kNone.
  void show(sats::NodeId leaf, std::string_view text, float x, sats::ArtifactKind artifact = {}) {
    const std::size_t first = laid.runs.size();
    add_runs(text, x, y_);
    for (std::size_t run = first; run < laid.runs.size(); ++run) item(sats::ItemKind::glyphs, run, {leaf, artifact});
    y_ += 20;
  }

  /// Text that no item paints yet.
  void add_runs(std::string_view text, float x, float baseline) {
    const auto begin = static_cast<std::uint32_t>(laid.text.size());
    laid.text += text;
    sats::ShapedText shaped;
    for (const sats::BidiRun& part : sats::bidi_runs(text, sats::Direction::left_to_right)) {
      workshop().shaper.shape({text, part.begin, part.end, part.level}, style, shaped);
    }
    std::vector<std::uint8_t> levels;
    for (const sats::ShapedRun& run : shaped.runs) levels.push_back(run.level);
    for (const std::uint32_t i : sats::visual_order(levels)) {
      const sats::ShapedRun& run = shaped.runs[i];
      const auto first = static_cast<std::uint32_t>(laid.glyphs.size());
      float width = 0;
      for (std::uint32_t g = run.first_glyph; g < run.first_glyph + run.glyph_count; ++g) {
        laid.glyphs.push_back(shaped.glyphs[g]);
        width += shaped.glyphs[g].advance;
      }
      laid.runs.push_back({.face = run.face,
                           .size = style.size,
                           .x = x,
                           .baseline = baseline,
                           .first_glyph = first,
                           .glyph_count = run.glyph_count,
                           .text_begin = begin + run.begin,
                           .text_end = begin + run.end,
                           .cluster_base = run.begin,
                           .level = run.level});
      x += width;
    }
  }

 private:
  sats::Glyph shape_one(std::string_view text) {
    sats::ShapedText shaped;
    workshop().shaper.shape({text, 0, static_cast<std::uint32_t>(text.size()), 0}, style, shaped);
    return shaped.glyphs.front();
  }

  float y_ = 72;
};

/// A document with one of everything that is written, tagged as it should be.
// NOLINTNEXTLINE(readability-function-size): a table
inline SmallDocument good_document() {
  SmallDocument document;
  auto& laid = document.laid;
  using sats::Role;
  const auto heading = document.block(Role::heading_1, "Min plan");
  laid.destinations.push_back({"top", 0, 72, 50, heading});
  laid.outline.push_back({"Min plan", 1, 0, true});
  const auto text = document.block(Role::paragraph, "Anne kan køre gaffeltruck, og hun vil gerne i virksomhedspraktik. ");
  document.divided(text, "Hun søger en virksomheds", "praktik på et lager. ");
  document.block(Role::heading_2, "Navne");
  document.block(Role::paragraph, "Łukasz, Ωμέγα og أحمد حسن mødes kl. 9.30–12.");

  const auto list = document.element(Role::list);
  laid.structure.attributes_of(list).numbering = sats::ListNumbering::disc;
  for (const char* words : {"ring til lageret", "skriv en ansøgning"}) {
    const auto item = document.element(Role::list_item, list);
    document.block(Role::label, "•", item);
    document.block(Role::list_body, words, item);
  }

  const auto table = document.element(Role::table);
  const auto row = document.element(Role::table_row, table);
  for (const char* words : {"Hvad", "Hvornår"}) {
    const auto cell = document.block(Role::table_header_cell, words, row);
    laid.structure.attributes_of(cell).scope = sats::HeaderScope::column;
  }
  const auto second = document.element(Role::table_row, table);
  document.block(Role::table_data_cell, "Praktik", second);
  document.element(Role::table_data_cell, second);

  const auto more = document.element(Role::paragraph);
  document.line(more, "Læs mere på ");
  const auto link = document.block(Role::link, "jobnet.dk", more);
  document.link_here(link, "https://jobnet.dk/", "jobnet.dk");
  document.footer("side 1");

  document.new_page();
  laid.boxes.push_back({{60, 50, 480, 30}, {{4, 4, 4, 4}, {4, 4, 4, 4}}, {230, 240, 250, 200}});
  document.item(sats::ItemKind::box, 0, {sats::kNone, sats::ArtifactKind::background});
  document.block(Role::heading_2, "Billede");
  const auto figure = document.element(Role::figure);
  laid.structure.attributes_of(figure).alternative = "En rød firkant";
  base::Problems problems;
  document.picture(figure,
                   sats::read_picture("<svg xmlns='http://www.w3.org/2000/svg' width='100' height='50'><rect width='100' "
                                      "height='50' fill='#b00'/></svg>",
                                      "f.svg", problems),
                   75, 37.5F);
  const auto form = document.element(Role::form);
  laid.fields.push_back({.kind = sats::FieldKind::text,
                         .name = "navn",
                         .label = "Dit navn",
                         .value = "Åse",
                         .page = 1,
                         .box = {72, 400, 200, 18},
                         .node = form,
                         .font = document.style.font});
  auto& field = laid.fields.back();
  field.first_run = static_cast<std::uint32_t>(laid.runs.size());
  document.add_runs(field.value, 76, 413);
  field.run_count = static_cast<std::uint32_t>(laid.runs.size()) - field.first_run;
  const auto agree = document.element(Role::form);
  laid.fields.push_back({.kind = sats::FieldKind::checkbox,
                         .name = "enig",
                         .label = "Jeg er enig",
                         .page = 1,
                         .box = {72, 430, 12, 12},
                         .node = agree,
                         .font = document.style.font,
                         .checked = true});
  const auto note = document.block(Role::note, "1 En fodnote.");
  laid.structure.attributes_of(note).id = "fn1";
  document.footer("side 2");
  return document;
}

}  // namespace sats_test
