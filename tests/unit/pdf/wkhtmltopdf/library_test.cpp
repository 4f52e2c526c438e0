// The binding to libwkhtmltox, against the stand-in library that the tests build: Debian ships no libwkhtmltox.
#include <dlfcn.h>
#include <doctest/doctest.h>

#include <thread>

#include "pdf/engine_table.h"
#include "pdf/inspect.h"
#include "pdf/wkhtmltopdf/library_renderer.h"
#include "pdf/wkhtmltopdf/wkhtmltopdf_engine.h"
#include "unit/pdf/pdf_reading.h"

using namespace pdf_test;

namespace {

constexpr const char* kStandIn = WKHTMLTOX_STAND_IN;

std::string stand_in_log() {
  void* handle = ::dlopen(kStandIn, RTLD_NOW | RTLD_NOLOAD);
  REQUIRE(handle != nullptr);
  const auto log = reinterpret_cast<const char* (*)()>(::dlsym(handle, "wkhtmltox_stand_in_log"));
  REQUIRE((log != nullptr));
  std::string text = log();
  ::dlclose(handle);
  return text;
}

std::unique_ptr<pdf::PdfEngine> stand_in_engine() {
  return pdf::make_wkhtmltopdf_engine(
      {.command = {}, .wkhtmltopdf_program = "no-such-program", .wkhtmltox_library = kStandIn});
}

}  // namespace

TEST_CASE("libwkhtmltox: the engine uses the library when it can be loaded") {
  const auto engine = stand_in_engine();
  REQUIRE(engine->availability().here());
  base::Problems problems;
  auto book = document(R"(<h1 id="a">Hej</h1><p><a href="#a">Op</a> side <span data-page-of="#a"></span></p>)");
  book.page.footer = {"", "{page}", ""};
  const auto made = engine->typeset(book, resources(), problems);
  INFO(codes(problems));
  REQUIRE(made);
  CHECK(made->pages == 1);
  const auto facts = pdf::inspect(made->pdf).value();
  CHECK(facts.title == "Min plan for Sofie");
  CHECK(facts.pages.at(0).width == doctest::Approx(595.276).epsilon(0.001));
  REQUIRE(facts.outline.size() == 1);
  CHECK(facts.outline[0].title == "Hej");
  REQUIRE(facts.links.size() == 1);
  CHECK(facts.links[0].target_page == 1);
}

TEST_CASE("libwkhtmltox: every setting that keeps it fast and shut in is made") {
  const auto engine = stand_in_engine();
  base::Problems problems;
  REQUIRE(engine->typeset(document("<p>Hej</p>"), resources(), problems));
  const auto log = stand_in_log();
  for (const char* line :
       {"init 0", "global size.width=170mm", "global size.height=253mm", "global margin.top=0mm",
        "object web.enableJavascript=false", "object web.enablePlugins=false", "object web.enableIntelligentShrinking=false",
        "object web.printMediaType=true", "object load.jsdelay=0", "object load.blockLocalFileAccess=true",
        "object load.allowed[0]=…", "object load.proxy=http://127.0.0.1:9"}) {
    CHECK_MESSAGE(log.find(std::string(line) + "\n") != std::string::npos, line);
  }
}

TEST_CASE("libwkhtmltox: the scale it prints at is measured and made good") {
  pdf::LibraryRenderer renderer(pdf::WkhtmltoxLibrary::load(kStandIn));
  CHECK(renderer.zoom() == doctest::Approx(2.0).epsilon(0.001));  // The stand-in prints at half the size.
}

TEST_CASE("libwkhtmltox: many threads are served by one") {
  const auto engine = stand_in_engine();
  std::vector<std::thread> threads;
  std::vector<int> pages(4);
  for (int& page : pages) {
    threads.emplace_back([&] {
      base::Problems problems;
      const auto made = engine->typeset(document("<p>Hej</p>"), resources(), problems);
      page = made ? made->pages : 0;
    });
  }
  for (auto& thread : threads) thread.join();
  CHECK(pages == std::vector<int>{1, 1, 1, 1});
  const auto log = stand_in_log();
  CHECK(log.find("WRONG THREAD") == std::string::npos);
  CHECK(log.find("TWO AT ONCE") == std::string::npos);
}

TEST_CASE("libwkhtmltox: what it complains of is told") {
  const auto engine = stand_in_engine();
  base::Problems problems;
  CHECK_FALSE(engine->typeset(document("<p>standin-fails</p>"), resources(), problems));
  REQUIRE(problems.error_count() == 1);
  for (const auto& problem : problems) {
    if (problem.code == "pdf.wkhtmltopdf.gik-ned") CHECK(problem.arguments.at(0).value == "the stand-in was told to fail");
  }
}

TEST_CASE("libwkhtmltox: a library that is missing or is something else is not used") {
  CHECK(pdf::WkhtmltoxLibrary::load("libwkhtmltox-findes-ikke.so") == nullptr);
  CHECK(pdf::WkhtmltoxLibrary::load("libm.so.6") == nullptr);
  CHECK(pdf::WkhtmltoxLibrary::load("") == nullptr);
}
