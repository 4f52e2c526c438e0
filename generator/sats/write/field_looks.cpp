#include "sats/write/field_looks.h"

#include <set>

#include "sats/write/content_stream.h"
#include "sats/write/form_font.h"
#include "sats/write/text_painter.h"

namespace sats {
namespace {

std::string color_of(const FormField& field, std::string_view name) {
  std::string text;
  for (const std::uint8_t part : {field.color.red, field.color.green, field.color.blue}) {
    append_number(text, part / 255.0, 3);
    text += ' ';
  }
  return text + std::string(name) + ' ';
}

}  // namespace

std::string check_mark(const FormField& field) {
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
std::string radio_dot(const FormField& field) {
  const float side = field.box.width * 0.24F;
  std::string text = "q 1 j " + color_of(field, "RG") + color_of(field, "rg");
  append_numbers(text, side);
  text += "w ";
  append_numbers(text, (field.box.width - side) / 2, (field.box.height - side) / 2, side, side);
  return text + "re B Q";
}

std::string default_look(const FormField& field) {
  std::string look = color_of(field, "rg") + '/' + std::string(kFormFontName) + ' ';
  append_number(look, static_cast<double>(field.size));
  return look + " Tf";
}

std::string fonts_of_value(const LaidDocument& document, const FormField& field, const FormSurroundings& around) {
  std::set<std::size_t> used;
  for (std::uint32_t i = 0; i < field.run_count; ++i) {
    const GlyphRun& run = document.runs[field.first_run + i];
    if (run.face != kNoFace && run.glyph_count > 0) used.insert(around.uses.index_of(run.face));
  }
  std::string entries;
  for (const std::size_t index : used) {
    entries += "/F" + std::to_string(index) + ' ';
    append_reference(entries, around.written[index].object);
  }
  return entries;
}

std::string shown_value(const LaidDocument& document, const FormField& field, const FormSurroundings& around) {
  ContentStream content(field.box.height);
  for (std::uint32_t i = 0; i < field.run_count; ++i) {
    GlyphRun run = document.runs[field.first_run + i];
    if (run.face == kNoFace || run.glyph_count == 0) continue;
    const std::size_t index = around.uses.index_of(run.face);
    const WrittenFont& font = around.written[index];
    if (!font.subset) continue;
    run.x -= field.box.x;
    run.baseline -= field.box.y;
    run.color.alpha = 255;
    content.begin_text();
    content.fill_color(run.color);
    content.text_outline(font.synthesis.bold ? run.size / 32 : 0, run.color);
    content.font("F" + std::to_string(index), run.size);
    content.text_position(run.x, run.baseline, font.synthesis.slant ? Slope::slanted : Slope::upright);
    InnerSpans marks(content);
    TextPainter painter(document, run, font, content, marks);
    if ((run.level & 1U) != 0)
      painter.show_leftwards();
    else
      painter.show_until(run.glyph_count);
  }
  return content.finish();
}

}  // namespace sats
