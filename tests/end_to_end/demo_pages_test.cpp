#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>
#include <utility>

#include "base/readable_address.h"
#include "end_to_end/demo.h"
#include "end_to_end/page_numbers.h"
#include "end_to_end/pdf_pages.h"
#include "end_to_end/program.h"

using namespace end_to_end;

namespace {

/// Each line names the page that its link leads to, which is that of the bookmark with its title; and where both lead to,
/// the title stands.
void check_contents(const PdfPages& pdf, const std::vector<ContentsLine>& lines) {
  for (const auto& line : lines) {
    INFO(line.text);
    CHECK(line.page == line.target.page);
    const auto bookmark = std::find_if(pdf.bookmarks.begin(), pdf.bookmarks.end(), [&](const Bookmark& one) {
      return has_title(line, one.title) && one.target.page == line.target.page;
    });
    REQUIRE_MESSAGE(bookmark != pdf.bookmarks.end(), "no bookmark of this title leads to page ", line.target.page);
    CHECK(stands_at(pdf, line.target, bookmark->title));
  }
}

void check_bookmarks(const PdfPages& pdf) {
  for (const auto& bookmark : pdf.bookmarks) {
    INFO(bookmark.title, ", page ", bookmark.target.page);
    CHECK(stands_at(pdf, bookmark.target, bookmark.title));
  }
}

using Places = std::set<std::pair<std::size_t, long>>;

Places rounded(const std::vector<Place>& places) {
  Places found;
  for (const auto& place : places) found.insert({place.page, std::lround(place.top)});
  return found;
}

/// Where the items stand that a print lists under the heading of its timeline.
Places listed_below_timeline(const PdfPages& pdf) {
  std::vector<Place> places;
  bool is_below = false;
  for (const auto& bookmark : pdf.bookmarks) {
    if (bookmark.level == 1) is_below = bookmark.title == "Indsatser og aftaler";
    if (bookmark.level == 2 && is_below) places.push_back(bookmark.target);
  }
  return rounded(places);
}

/// Where the bars and markers of a print's timeline lead to: it has no other links inside itself.
Places drawn_in_timeline(const PdfPages& pdf) {
  std::vector<Place> places;
  for (const auto& link : pdf.links) {
    if (link.address.empty()) places.push_back(link.target);
  }
  return rounded(places);
}

}  // namespace

TEST_CASE("a print lists exactly the items that its timeline draws") {
  for (const auto& [engine, folder] : demos()) {
    std::size_t items = 0;
    for (const auto* audience : {"planer", "planer-akasse"}) {
      for (const auto& file : end_to_end::files_below(folder / audience)) {
        if (!file.ends_with("-print.pdf")) continue;
        INFO(engine, ": ", std::string(audience), "/", file);
        const auto pdf = end_to_end::read_pages(folder / audience / file);
        const Places listed = listed_below_timeline(pdf);
        CHECK(listed == drawn_in_timeline(pdf));
        items += listed.size();
      }
    }
    CHECK_MESSAGE(items > 50, engine, ": ", items);
  }
}

TEST_CASE("the contents of every plan's PDF name the pages that their lines lead to, and the sections stand there") {
  for (const auto& [engine, folder] : demos()) {
    std::size_t lines = 0;
    std::size_t plans = 0;
    for (const auto* audience : {"planer", "planer-akasse"}) {
      for (const auto& path : plan_pdfs(folder / audience)) {
        INFO(engine, ": ", path.lexically_relative(folder).string());
        const auto pdf = end_to_end::read_pages(path);
        REQUIRE(!pdf.words.empty());
        CHECK(squeezed(pdf.text_at({1, 0}, 10'000)).find("Indholdsfortegnelse") != std::string::npos);
        const auto contents = contents_of_plan(pdf);
        const auto sections =
            std::count_if(pdf.bookmarks.begin(), pdf.bookmarks.end(), [](const auto& one) { return one.level == 1; });
        REQUIRE(sections >= 1);
        CHECK(std::ssize(contents) >= sections);
        check_contents(pdf, contents);
        check_bookmarks(pdf);
        std::set<std::string> titles;
        for (const auto& line : contents) CHECK_MESSAGE(titles.insert(line.text).second, "twice: ", line.text);
        for (const auto& bookmark : pdf.bookmarks) {
          const bool listed = std::any_of(contents.begin(), contents.end(),
                                          [&](const auto& line) { return has_title(line, bookmark.title); });
          CHECK_MESSAGE((listed || bookmark.level > 1), "not in the contents: ", bookmark.title);
        }
        lines += contents.size();
        ++plans;
      }
    }
    CHECK(plans >= 12);
    CHECK_MESSAGE(lines > 130, engine, ": ", lines);
  }
}

TEST_CASE("the book's contents name the pages that the chapters begin on, and so do its bookmarks") {
  for (const auto& [engine, folder] : demos()) {
    INFO(engine);
    const auto pdf = end_to_end::read_pages(folder / "haandbog/haandbog.pdf");
    REQUIRE(pdf.words.size() >= 38);
    CHECK(pdf.words.size() <= (engine == "sats" ? 50 : 70));
    const auto contents = contents_of_book(pdf);
    CHECK_MESSAGE(contents.size() >= 30,
                  contents.size());  // four parts, twenty-two chapters, and what stands before and behind
    check_contents(pdf, contents);
    CHECK(std::is_sorted(contents.begin(), contents.end(), [](const auto& a, const auto& b) { return a.page < b.page; }));
    CHECK_MESSAGE(pdf.bookmarks.size() >= 100, pdf.bookmarks.size());
    check_bookmarks(pdf);
  }
}

TEST_CASE("every page of the book says which page it is, of how many, and which chapter, the cover nothing") {
  for (const auto& [engine, folder] : demos()) {
    const auto pdf = end_to_end::read_pages(folder / "haandbog/haandbog.pdf");
    const auto contents = contents_of_book(pdf);
    REQUIRE(contents.size() >= 30);
    const auto foot_of = [&](std::size_t page) {
      return "side" + std::to_string(page) + "af" + std::to_string(pdf.words.size());
    };
    const auto text_of = [&](std::size_t page) { return squeezed(pdf.text_at({page, 0}, 10'000)); };
    CHECK(text_of(1).find("side1af") == std::string::npos);
    std::size_t named = 0;
    for (std::size_t page = 2; page <= pdf.words.size(); ++page) {
      INFO(engine, ", page ", page);
      CHECK(text_of(page).find(foot_of(page)) != std::string::npos);
      // Where chapters begin the page is of one of these, else of the last that has begun.
      std::vector<const ContentsLine*> chapters;
      const ContentsLine* running = nullptr;
      for (const auto& line : contents) {
        if (line.target.page == page) chapters.push_back(&line);
        if (line.target.page < page) running = &line;
      }
      if (chapters.empty() && running == nullptr) continue;  // colophon and contents
      const bool begins_part = !chapters.empty() && pdf.running_head(page).empty();
      if (chapters.empty()) chapters.push_back(running);
      const auto head = squeezed(begins_part ? pdf.text_at({page, 0}, 400) : pdf.running_head(page));
      CHECK_MESSAGE(std::any_of(chapters.begin(), chapters.end(),
                                [&](const ContentsLine* line) {
                                  const auto letters = line->text.find_first_not_of("0123456789");
                                  return head.find(line->text.substr(letters)) != std::string::npos;
                                }),
                    head);
      ++named;
    }
    CHECK(named >= 40);
  }
}

TEST_CASE("cross references in the book give the page of what they point to") {
  for (const auto& [engine, folder] : demos()) {
    const auto references = cross_references(end_to_end::read_pages(folder / "haandbog/haandbog.pdf"));
    for (const auto& one : references) {
      INFO(engine, ", on page ", one.page);
      CHECK(one.named == one.target);
    }
    CHECK_MESSAGE(references.size() >= 40, references.size());
    std::set<std::size_t> pages;
    for (const auto& one : references) pages.insert(one.named);
    CHECK(pages.size() >= 15);
  }
}

TEST_CASE("on paper every address that a plan links to can be read, for paper cannot be clicked, but those of maps") {
  std::size_t maps = 0;
  std::size_t looked = 0;
  for (const auto& name : end_to_end::files_below(demo() / "planer")) {
    if (!name.ends_with(".pdf")) continue;
    const auto pdf = end_to_end::read_pages(demo() / "planer" / name);
    std::string text;
    for (std::size_t page = 1; page <= pdf.words.size(); ++page) text += squeezed(pdf.text_at({page, 0}, 10'000));
    for (const auto& link : pdf.links) {
      if (!link.address.starts_with("http")) continue;
      const bool is_map = link.address.find("openstreetmap") != std::string::npos;
      const bool is_printed = text.find(squeezed(base::readable_address(link.address))) != std::string::npos;
      CHECK_MESSAGE(is_printed != is_map, name, ": ", link.address);
      maps += is_map ? 1U : 0U;
      ++looked;
    }
  }
  CHECK_MESSAGE(looked >= 60, looked);
  CHECK(maps > 0);
}
