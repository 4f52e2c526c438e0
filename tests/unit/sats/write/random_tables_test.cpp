// Whatever spans and gaps a table has in HTML, its tags hold for the independent checker.

#include <doctest/doctest.h>

#include <initializer_list>
#include <random>
#include <string>

#include "patient.h"
#include "sats/typeset.h"

namespace {

/// How many tables are made: few where each takes twenty times as long.
#ifdef NDEBUG
constexpr std::uint32_t kTables = 400;
#else
constexpr std::uint32_t kTables = 60;
#endif

/// An irregular table from a seed: spans of 0 to 4, rows without cells, rows that are too short, groups in any order.
class RandomTable {
 public:
  explicit RandomTable(std::uint32_t seed) : random_(seed) {
    html_ = "<tr><th" + span("rowspan") + span("colspan") + ">h";  // A table without a header cell is no PDF/UA.
    for (int group = number(1, 3); group > 0; --group) {
      html_ += one_of({"", "<thead>", "<tbody>", "<tbody>", "<tfoot>"});
      for (int row = number(0, 4); row > 0; --row) add_row();
    }
  }

  [[nodiscard]] std::string html() const {
    return "<!doctype html><html lang=da><title>t</title><h1>t</h1><table>" + html_ + "</table>";
  }

 private:
  int number(int least, int most) {
    return least + static_cast<int>(random_() % static_cast<std::uint32_t>(most - least + 1));
  }
  std::string one_of(std::initializer_list<const char*> choices) {
    return choices.begin()[number(0, static_cast<int>(choices.size()) - 1)];
  }
  std::string span(const char* name) {
    return number(1, 100) <= 60 ? "" : std::string(" ") + name + "=" + std::to_string(number(0, 4));
  }

  void add_row() {
    html_ += one_of({"<tr>", "<tr>", "<tr>", "<tr>", "<tr hidden>", "<tr style='visibility:collapse'>"});
    for (int cell = number(0, 4); cell > 0; --cell)
      html_ += one_of({"<td", "<th"}) + span("rowspan") + span("colspan") + ">" + one_of({"a", "b", "", "<p>c"});
  }

  std::mt19937 random_;
  std::string html_;
};

std::string found_in(const std::string& html) {
  static sats::Resources resources;
  const auto set = sats::typeset(html, {}, {}, resources, {});
  return set.pdf.empty() ? "no file" : sats_test::findings(set.pdf);
}

}  // namespace

TEST_CASE("no cell covers another's place in the tags, and no span reaches below the last row") {
  const std::string begin = "<!doctype html><html lang=da><title>t</title><h1>t</h1>";
  CHECK(found_in(begin + "<table><tr><th>a<th>b<tr><td>c<td rowspan=2>d<tr><td colspan=2>e</table>") == "");
  CHECK(found_in(begin + "<table><th rowspan=2><tr></table>") == "");
}

TEST_CASE("tables made by chance are regular in the tags") {
  for (std::uint32_t seed = 1; seed <= kTables; ++seed) {
    const auto html = RandomTable(seed).html();
    CAPTURE(html);
    CHECK(found_in(html) == "");
  }
}
