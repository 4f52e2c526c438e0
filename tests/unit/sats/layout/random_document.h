#pragma once

#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

/// Makes HTML from a seed: boxes of all kinds inside each other, with break rules, on small sheets. Every word is another
/// one: `m12q` stands in the main flow, where words come out in order, and `w12q` elsewhere.
class RandomDocument {
 public:
  explicit RandomDocument(std::uint32_t seed) : random_(seed) {
    const auto size = one_of({"60mm 80mm", "74mm 105mm", "A6", "105mm 74mm"});
    html_ = "<!doctype html><html lang=da><title>x</title><style>@page{size:" + size +
            ";margin:6mm} @page p2{size:80mm 70mm;margin:5mm} body{font:8pt 'DejaVu Sans'} .fn{float:footnote}</style>";
    html_ += one_of({"", "", "", "<style>body{orphans:1;widows:1}</style>", "<style>tr{break-inside:auto}</style>"});
    html_ += blocks(0, 2, 7);
  }

  [[nodiscard]] const std::string& html() const { return html_; }
  [[nodiscard]] int word_count() const { return words_; }

 private:
  /// How deep boxes stand inside each other at most.
  static constexpr int kDeepest = 4;

  int number(int least, int most) {
    return least + static_cast<int>(random_() % static_cast<std::uint32_t>(most - least + 1));
  }
  bool chance(int percent) { return number(1, 100) <= percent; }
  std::string one_of(std::initializer_list<const char*> choices) {
    return choices.begin()[number(0, static_cast<int>(choices.size()) - 1)];
  }

  std::string words(int least, int most) {
    std::string out;
    for (int count = number(least, most); count > 0; --count)
      out += (aside_ > 0 ? "w" : "m") + std::to_string(++words_) + "q ";
    return out;
  }

  /// Content that does not come out in the order of the main flow.
  template <class Make>
  std::string aside(const Make& make) {
    ++aside_;
    auto made = make();
    --aside_;
    return made;
  }

  std::string span(const std::string& attributes, int least, int most) {
    return "<span " + attributes + ">" + aside([&] { return words(least, most); }) + "</span> ";
  }

  /// An inline element that absolute boxes are placed in, called before its words or behind them.
  std::string relative_span() {
    const auto absolute = [this](const char* place) { return chance(40) ? span(place, 1, 2) : ""; };
    return "<span style='position:relative;" + one_of({"", "direction:rtl;unicode-bidi:embed", "padding:0 2pt"}) + "'>" +
           absolute("style='position:absolute;left:0;top:2pt'") + (chance(80) ? aside([this] { return words(1, 9); }) : "") +
           absolute("style='position:absolute;right:0;bottom:0'") + "</span> ";
  }

  std::string inline_piece() {
    const int kind = number(0, 99);
    if (kind < 50) return words(1, 25);
    if (kind < 60) return "<b>" + words(1, 6) + "</b> ";
    if (kind < 66) return "<a href='#x'>" + words(1, 8) + "</a> ";
    if (kind < 73 && notes_ < 2) {
      ++notes_;
      auto note = "<span class=fn>" + aside([this] { return inline_content(); }) + "</span> ";
      --notes_;
      return note;
    }
    if (kind < 80) return span("style='display:inline-block;width:" + one_of({"20mm", "auto", "40mm"}) + "'", 1, 10);
    if (kind < 86)
      return span("style='float:" + one_of({"left", "right"}) + ";width:" + one_of({"16mm", "25mm"}) + "'", 1, 20);
    if (kind < 88) return "<br>" + words(1, 3);
    if (kind < 93) return relative_span();
    return span("style='border:1pt solid;padding:0 2pt;box-decoration-break:" + one_of({"clone", "slice"}) + "'", 1, 9);
  }

  std::string inline_content() {
    std::string out;
    for (int count = number(1, 4); count > 0; --count) out += inline_piece();
    return out;
  }

  std::string rule() {
    return one_of({"",
                   "",
                   "",
                   "",
                   "",
                   "break-inside:avoid",
                   "break-before:page",
                   "break-before:column",
                   "break-after:avoid",
                   "break-before:left",
                   "border:1pt solid;padding:2mm",
                   "-sats-continued-title:\" forts\"",
                   "box-decoration-break:clone;border:1pt solid;padding:3mm",
                   "page:p2",
                   "orphans:4;widows:4",
                   "position:relative",
                   "clear:both",
                   "height:30mm",
                   "text-align:justify",
                   "direction:rtl",
                   "direction:rtl",
                   "word-break:break-all",
                   "letter-spacing:3pt",
                   "break-inside:avoid;break-before:avoid",
                   "break-inside:avoid;break-after:avoid",
                   "opacity:.5;min-height:20mm"});
  }

  std::string list(int depth) {
    std::string out = "<ul style='" + rule() + "'>";
    for (int count = number(1, 4); count > 0; --count)
      out += "<li>" + (chance(70) ? inline_content() : blocks(depth + 1, 1, 3)) + "</li>";
    return out + "</ul>";
  }

  std::string cell(int depth, int rows, int columns) {
    return "<td rowspan=" + std::to_string(rows) + " colspan=" + std::to_string(columns) +
           " style='vertical-align:" + one_of({"top", "middle", "bottom", "baseline"}) +
           one_of({"", "", "", ";direction:rtl"}) + "'>" + (chance(80) ? inline_content() : blocks(depth + 1, 1, 2)) +
           "</td>";
  }

  std::string row(int depth, int rows_left, std::vector<int>& taken) {
    std::string out =
        "<tr style='" + one_of({"", "", "break-inside:auto", "break-inside:avoid", "break-after:avoid"}) + "'>";
    for (std::size_t x = 0; x < taken.size();) {
      if (taken[x] > 0) {
        --taken[x++];
        continue;
      }
      const int rows = std::min(one_of({"1", "1", "1", "2", "3"})[0] - '0', rows_left);
      const bool wide = x + 1 < taken.size() && taken[x + 1] == 0 && chance(15);
      const std::size_t columns = wide ? 2 : 1;
      out += cell(depth, rows, static_cast<int>(columns));
      for (const auto end = x + columns; x < end; ++x) taken[x] = rows - 1;
    }
    return out + "</tr>";
  }

  std::string table(int depth) {
    const int columns = number(1, 4);
    std::string out = "<table style='" +
                      one_of({"border-collapse:collapse", "", "table-layout:fixed;width:100%", "height:40mm",
                              "min-height:70mm;border:2pt solid", "width:30mm"}) +
                      ";" + rule() + "'>";
    if (chance(30)) out += "<caption style='caption-side:" + one_of({"top", "bottom"}) + "'>" + words(1, 5) + "</caption>";
    const bool has_head = chance(60);
    out += has_head ? "<thead><tr>" : "<tbody><tr>";
    for (int i = 0; i < columns; ++i) out += "<th scope=col>" + words(1, 2) + "</th>";
    out += has_head ? "</tr></thead><tbody>" : "</tr>";
    std::vector<int> taken(static_cast<std::size_t>(columns), 0);
    for (int left = number(1, 7); left > 0; --left) out += row(depth, left, taken);
    out += "</tbody>";
    if (chance(20)) out += "<tfoot><tr><td colspan=" + std::to_string(columns) + ">" + words(1, 4) + "</td></tr></tfoot>";
    return out + "</table>";
  }

  std::string flex(int depth) {
    std::string out =
        "<div style='display:flex;" + one_of({"", "flex-direction:column", "flex-wrap:wrap"}) + ";" + rule() + "'>";
    if (chance(15)) out += "<div style='position:absolute'>" + words(1, 2) + "</div>";
    for (int count = number(1, 3); count > 0; --count)
      out += "<div style='flex:" + one_of({"1", "none", "0 1 20mm"}) + "'>" + blocks(depth + 1, 1, 2) + "</div>";
    return out + "</div>";
  }

  std::string columns(int depth) {
    return "<div style='columns:" + std::to_string(number(2, 3)) + ";" +
           one_of({"", "", "", "column-fill:auto;", "height:20mm;", "column-fill:auto;height:25mm;"}) + rule() + "'>" +
           blocks(depth + 1, 1, 4) + "</div>";
  }

  std::string picture() {
    return "<svg style='display:block;width:10mm;height:" + one_of({"10mm", "30mm", "90mm"}) +
           "' viewBox='0 0 9 9'><title>t</title><rect width='9' height='9'/></svg>";
  }

  std::string block(int depth) {
    const int kind = number(0, 99);
    if (kind < 2) return picture();
    if (depth >= kDeepest || kind < 35) return "<p style='" + rule() + "'>" + inline_content() + "</p>";
    if (kind < 45) return "<div style='" + rule() + "'>" + blocks(depth + 1, 1, 3) + "</div>";
    if (kind < 54) return list(depth);
    if (kind < 74) return aside([&] { return table(depth); });
    if (kind < 81) return aside([&] { return flex(depth); });
    if (kind < 88) return columns(depth);
    if (kind < 91) return "<h2 style='column-span:all'>" + words(1, 3) + "</h2>";
    return "<div style='float:" + one_of({"left", "right"}) + ";width:40%'>" +
           aside([&] { return blocks(depth + 1, 1, 2); }) + "</div>";
  }

  std::string blocks(int depth, int least, int most) {
    std::string out;
    for (int count = number(least, most); count > 0; --count) out += block(depth);
    return out;
  }

  std::mt19937 random_;
  std::string html_;
  int words_ = 0;
  int aside_ = 0;
  int notes_ = 0;
};
