#include "sats/text/shaper.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "sats/text/bidi.h"
#include "sats/text/face.h"
#include "sats/text/font_library.h"
#include "sats/text/hyphenation.h"

namespace {

struct Bench {
  sats::FontLibrary fonts;
  sats::Shaper shaper{fonts};
  sats::TextStyle style{.font = fonts.find({{"Open Sans"}, 400, sats::Slant::upright}), .size = 10};

  sats::ShapedText shape(std::string_view text, std::uint8_t level = 0) {
    sats::ShapedText out;
    shaper.shape({text, 0, static_cast<std::uint32_t>(text.size()), level}, style, out);
    return out;
  }
};

float width_of(const sats::ShapedText& text) {
  float width = 0;
  for (const sats::Glyph& glyph : text.glyphs) width += glyph.advance;
  return width;
}

}  // namespace

TEST_CASE("text of one style and face is one run, with clusters that count bytes") {
  Bench bench;
  const auto text = bench.shape("rød båd");
  REQUIRE(text.runs.size() == 1);
  CHECK(text.glyphs.size() == 7);
  CHECK(text.runs[0].end == 9);
  CHECK(text.glyphs[2].cluster == 3);
  CHECK(width_of(text) == doctest::Approx(bench.shaper.measure("rød båd", bench.style)));
}

TEST_CASE("widths grow with the size, letter and word spacing") {
  Bench bench;
  const float plain = bench.shaper.measure("to ord", bench.style);
  bench.style.size = 20;
  CHECK(bench.shaper.measure("to ord", bench.style) == doctest::Approx(2 * plain));
  bench.style.size = 10;
  bench.style.letter_spacing = 1;
  bench.style.word_spacing = 3;
  CHECK(bench.shaper.measure("to ord", bench.style) == doctest::Approx(plain + 6 + 3));
  CHECK(width_of(bench.shape("to ord")) == doctest::Approx(plain + 6 + 3));
}

TEST_CASE("letter spacing undoes ligatures") {
  Bench bench;
  bench.style.font = bench.fonts.find({{"DejaVu Sans"}, 400, sats::Slant::upright});
  const std::size_t joined = bench.shape("gaffel").glyphs.size();
  bench.style.letter_spacing = 0.5F;
  CHECK(joined < bench.shape("gaffel").glyphs.size());
}

TEST_CASE("letters that a font lacks come from another face") {
  Bench bench;
  for (const std::string_view name : {"Łukasz", "Ωμέγα", "أحمد", "שרה", "Дмитрий"}) {
    CAPTURE(name);
    for (const sats::Glyph& glyph : bench.shape(name).glyphs) CHECK(glyph.id != 0);
  }
}

TEST_CASE("a letter and its marks come from one face that has them all") {
  Bench bench;
  for (const std::string_view letter : {"n\u0308", "J\u030C", "e\u0301", "\u05D1\u05BC", "\u0628\u064E"}) {
    CAPTURE(letter);
    const auto text = bench.shape(letter);
    CHECK(text.runs.size() == 1);
    for (const sats::Glyph& glyph : text.glyphs) CHECK(glyph.id != 0);
  }
  // What the first face can join stays in it, and so do letters without marks.
  CHECK(bench.shape("e\u0301").runs[0].face == bench.fonts.first_face(bench.style.font));
  CHECK(bench.shape("an\u0308a").runs.size() == 3);
}

TEST_CASE("a soft hyphen leaves no glyph behind") {
  Bench bench;
  CHECK(bench.shape("gaffel\u00ADtruck").glyphs.size() == bench.shape("gaffeltruck").glyphs.size());
}

TEST_CASE("a missing slant or weight is synthesised, and only then") {
  sats::FontLibrary fonts;
  const auto synthesis_of = [&](std::string family, int weight, sats::Slant slant) {
    return fonts.face(fonts.first_face(fonts.find({{std::move(family)}, weight, slant}))).synthesis();
  };
  CHECK(synthesis_of("Open Sans", 700, sats::Slant::italic) == sats::Synthesis{});
  CHECK(synthesis_of("Noto Sans Arabic", 400, sats::Slant::italic).slant);
}

TEST_CASE("an unknown family falls back, and says so when asked") {
  sats::FontLibrary fonts;
  CHECK_FALSE(fonts.has_family("Findes Ikke"));
  CHECK(fonts.has_family("open sans"));
  CHECK(fonts.has_family("serif"));
  CHECK(fonts.first_face(fonts.find({{"Findes Ikke"}, 400, sats::Slant::upright})) != sats::kNoFace);
}

TEST_CASE("bytes that are no font are refused with a problem") {
  sats::FontLibrary fonts(sats::FontSources::added_only);
  base::Problems problems;
  CHECK_FALSE(fonts.add_face({{"Tema"}, 400, sats::Slant::upright}, "not a font", problems));
  REQUIRE(problems.size() == 1);
  CHECK(problems.begin()->code == "sats.skrift.ulaeselig");
  CHECK_FALSE(fonts.has_fonts());
}

TEST_CASE("many threads shape the same words alike") {
  Bench bench;
  const auto expected = bench.shape("Anne skal i virksomhedspraktik hos أحمد i Łódź.");
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < 200; ++i) {
        const auto style = bench.style;
        sats::ShapedText out;
        const std::string_view text = "Anne skal i virksomhedspraktik hos أحمد i Łódź.";
        bench.shaper.shape({text, 0, static_cast<std::uint32_t>(text.size()), 0}, style, out);
        const std::string own = "ord" + std::to_string(i % 50) + std::to_string(t);
        bench.shaper.measure(own, style);
        bench.fonts.find({{"Open Sans"}, 100 + i, sats::Slant::upright});
        if (out.glyphs.size() != expected.glyphs.size() || width_of(out) != width_of(expected)) ++wrong[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4, 0));
}

TEST_CASE("bidi levels and the order on paper") {
  const std::string text = "navn أحمد 12";
  const auto runs = sats::bidi_runs(text, sats::Direction::left_to_right);
  REQUIRE(runs.size() == 3);
  CHECK(runs[1].level == 1);
  CHECK(runs[2].level == 2);
  const std::vector<std::uint8_t> levels{0, 1, 2, 0};
  CHECK(sats::visual_order(levels) == std::vector<std::uint32_t>{0, 2, 1, 3});
  CHECK(sats::bidi_runs("“ren dansk” – ja", sats::Direction::left_to_right).size() == 1);
}

TEST_CASE("Danish words are divided where the patterns say") {
  sats::Hyphenation hyphenation;
  REQUIRE(hyphenation.knows("da"));
  const auto divided = [&](std::string_view word) {
    std::string pieces;
    std::size_t from = 0;
    for (const auto point : hyphenation.points(word, "da")) {
      pieces.append(word.substr(from, point - from)).push_back('-');
      from = point;
    }
    return pieces.append(word.substr(from));
  };
  CHECK(divided("virksomhedspraktik") == "virk-som-heds-prak-tik");
  CHECK(divided("beskæftigelse") == "beskæf-ti-gelse");
  CHECK(divided("hus") == "hus");
  CHECK(hyphenation.points("virksomhed", "../../etc").empty());
  CHECK(hyphenation.points("virksomhed", "xx").empty());
}
