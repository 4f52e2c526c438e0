// What every engine promises, run for each that is present.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>

#include "pdf/inspect.h"
#include "pdf/temporary_folder.h"
#include "support/kept_pdf.h"
#include "unit/pdf/pdf_reading.h"

using namespace pdf_test;

namespace {

void for_each_engine(const std::function<void(const pdf::PdfEngine&)>& check) {
  for (const auto& engine : present_engines()) {
    INFO("engine: " << std::string(engine->name()));
    check(*engine);
  }
}

pdf::Typeset must_typeset(const pdf::PdfEngine& engine, const base::PrintDocument& document) {
  base::Problems problems;
  auto made = engine.typeset(document, resources(), problems);
  INFO("problems: " << codes(problems));
  REQUIRE(made);
  const bool is_accessible = codes(problems).find("sats.ua.") == std::string::npos;
  if (engine.name() == "sats" && is_accessible)
    test_support::keep_pdf("engines", std::to_string(std::hash<std::string>()(made->pdf)), made->pdf);
  return *made;
}

/// Engines that get the document cleaned by this room, and so tell the same problems; `sats` reads it itself.
bool is_foreign_program(const pdf::PdfEngine& engine) { return engine.name() != "sats"; }

bool says(const std::string& text, std::string_view words) { return text.find(words) != std::string::npos; }

constexpr const char* kThreePages = R"(
  <nav><ul>
    <li><a href="#maal">Jobmål</a> <span data-leader></span><span data-page-of="#maal"></span></li>
    <li><a href="#indsats">Indsatser</a> <span data-leader></span><span data-page-of="#indsats"></span></li>
    <li><a href="#aftaler">Aftaler</a> <span data-leader></span><span data-page-of="#aftaler"></span></li>
  </ul></nav>
  <h1 id="plan" data-chapter="">Min plan</h1><p>Først på siden.</p>
  <h2 class="ny" id="maal" data-chapter="">Jobmål</h2><p>Pædagogmedhjælper. <a href="https://www.borger.dk/job">Læs mere</a></p>
  <h3 id="delmaal" data-bookmark="Delmål, 1. marts">Delmål</h3><p>Et skridt ad gangen.</p>
  <h2 class="ny" id="indsats" data-chapter="">Indsatser</h2><p>Virksomhedspraktik.</p>
  <section id="aftaler"><h3 data-no-bookmark id="naeste">Aftaler</h3><p>Samtale den 3. marts.</p></section>)";

/// A server that nobody may call: it counts who does.
class LonelyServer {
 public:
  LonelyServer() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(::listen(socket_, 50) == 0);
    socklen_t size = sizeof address;
    REQUIRE(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  LonelyServer(const LonelyServer&) = delete;
  LonelyServer& operator=(const LonelyServer&) = delete;
  ~LonelyServer() { ::close(socket_); }

  [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + std::to_string(port_); }

  [[nodiscard]] int callers() const {
    int count = 0;
    for (int caller = ::accept(socket_, nullptr, nullptr); caller >= 0; caller = ::accept(socket_, nullptr, nullptr)) {
      ::close(caller);
      ++count;
    }
    return count;
  }

 private:
  int socket_;
  int port_ = 0;
};

}  // namespace

TEST_CASE("engine: pages, their size and their text in order") {
  for_each_engine([](const pdf::PdfEngine& engine) {
    const auto made = must_typeset(engine, document(kThreePages));
    CHECK(made.pages == 3);
    const auto facts = pdf::inspect(made.pdf).value();
    REQUIRE(facts.pages.size() == 3);
    for (const auto& page : facts.pages) {
      CHECK(page.width == doctest::Approx(595.276).epsilon(0.0005));
      CHECK(page.height == doctest::Approx(841.89).epsilon(0.0005));
    }
    const auto texts = page_texts(made.pdf);
    REQUIRE(texts.size() == 3);
    CHECK(says(texts[0], "Min plan Først på siden."));
    CHECK(says(texts[1], "Jobmål Pædagogmedhjælper. Læs mere Delmål Et skridt ad gangen."));
    CHECK(says(texts[2], "Indsatser Virksomhedspraktik. Aftaler Samtale den 3. marts."));
  });
}

TEST_CASE("engine: paper of another size and direction") {
  for_each_engine([](const pdf::PdfEngine& engine) {
    auto wide = document("<p>A5 på tværs</p>");
    wide.page.width = 210;
    wide.page.height = 148;
    const auto facts = pdf::inspect(must_typeset(engine, wide).pdf).value();
    CHECK(facts.pages.at(0).width == doctest::Approx(595.276).epsilon(0.0005));
    CHECK(facts.pages.at(0).height == doctest::Approx(419.528).epsilon(0.0005));
  });
}

TEST_CASE("engine: the contents print the pages that the headings are on") {
  for_each_engine([](const pdf::PdfEngine& engine) {
    const auto made = must_typeset(engine, document(kThreePages));
    const auto first = page_texts(made.pdf).at(0);
    const auto number_after = [&](std::string_view words) {
      const auto at = first.find(words);
      return at == std::string::npos ? 0 : std::atoi(first.c_str() + first.find_first_of("0123456789", at));
    };
    CHECK(number_after("Jobmål") == 2);
    CHECK(number_after("Indsatser") == 3);
    CHECK(number_after("Aftaler") == 3);
    for (const auto& landmark : made.landmarks) {
      if (landmark.id == "maal") CHECK(landmark.page == 2);
      if (landmark.id == "indsats" || landmark.id == "aftaler") CHECK(landmark.page == 3);
    }
    CHECK(made.landmarks.size() >= 3);
  });
}

TEST_CASE("engine: headings become a tree of bookmarks") {
  for_each_engine([](const pdf::PdfEngine& engine) {
    const auto outline = pdf::inspect(must_typeset(engine, document(kThreePages)).pdf).value().outline;
    REQUIRE(outline.size() == 1);
    CHECK(outline[0].title == "Min plan");
    CHECK(outline[0].page == 1);
    REQUIRE(outline[0].children.size() == 2);
    CHECK(outline[0].children[0].title == "Jobmål");
    CHECK(outline[0].children[0].page == 2);
    REQUIRE(outline[0].children[0].children.size() == 1);
    CHECK(outline[0].children[0].children[0].title == "Delmål, 1. marts");
    CHECK(outline[0].children[1].title == "Indsatser");
    CHECK(outline[0].children[1].page == 3);
    CHECK(outline[0].children[1].children.empty());
  });
}

TEST_CASE("engine: links lead to their pages and addresses") {
  for_each_engine([](const pdf::PdfEngine& engine) {
    const auto links = pdf::inspect(must_typeset(engine, document(kThreePages)).pdf).value().links;
    std::string told;
    for (const auto& link : links) {
      told += std::to_string(link.page) + " -> " + (link.address.empty() ? std::to_string(link.target_page) : link.address) +
              "\n";
    }
    CHECK(told == "1 -> 2\n1 -> 3\n1 -> 3\n2 -> https://www.borger.dk/job\n");
  });
}

TEST_CASE("engine: the file says its title, language, author and subject") {
  for_each_engine([](const pdf::PdfEngine& engine) {
    const auto facts = pdf::inspect(must_typeset(engine, document("<p>Hej</p>")).pdf).value();
    CHECK(facts.title == "Min plan for Sofie");
    CHECK(facts.language == "da");
    CHECK(facts.author == "Nordby Kommune");
    CHECK(facts.subject == "Plan");
    CHECK(facts.shows_title);
  });
}

TEST_CASE("engine: running lines stand on every page, with the chapter and the page counts") {
  for_each_engine([](const pdf::PdfEngine& engine) {
    auto with_lines = document(kThreePages);
    with_lines.page.header = {"{title}", "", "kapitel: {chapter}"};
    with_lines.page.footer = {"{ukendt}", "", "side {page} af {pages}"};
    const auto texts = page_texts(must_typeset(engine, with_lines).pdf);
    REQUIRE(texts.size() == 3);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      CHECK(says(texts[i], "Min plan for Sofie"));
      CHECK(says(texts[i], "side " + std::to_string(i + 1) + " af 3"));
      if (is_foreign_program(engine)) CHECK(says(texts[i], "{ukendt}"));
    }
    CHECK(says(texts[0], "kapitel: Min plan"));
    CHECK(says(texts[1], "kapitel: Jobmål"));
    CHECK(says(texts[2], "kapitel: Indsatser"));
  });
}

TEST_CASE("engine: a cover has no running lines") {
  for_each_engine([](const pdf::PdfEngine& engine) {
    auto with_cover = document("<h1>Forside</h1><h2 class=\"ny\">Indhold</h2>");
    with_cover.page.footer = {"", "side {page} af {pages}", ""};
    with_cover.page.first_page = base::FirstPage::plain;
    const auto texts = page_texts(must_typeset(engine, with_cover).pdf);
    REQUIRE(texts.size() == 2);
    CHECK_FALSE(says(texts[0], "side 1"));
    CHECK(says(texts[1], "side 2 af 2"));
  });
}

TEST_CASE("engine: nothing outside the store is read, called or run") {
  const auto folder = pdf::TemporaryFolder::make();
  REQUIRE(folder);
  const auto secret = folder->path() / "hemmelig.txt";
  std::ofstream(secret) << "HEMMELIGT";
  std::ofstream(folder->path() / "hemmelig.png", std::ios::binary) << red_pixel();
  const auto root = folder->path() / "site";
  std::filesystem::create_directory(root);
  std::filesystem::create_symlink(folder->path() / "hemmelig.png", root / "genvej.png");
  const base::DiskFileStore site(root);
  for_each_engine([&](const pdf::PdfEngine& engine) {
    const LonelyServer server;
    const auto http = server.address();
    const auto file = "file://" + secret.string();
    const auto picture = "file://" + (folder->path() / "hemmelig.png").string();
    auto hostile = document("<p>Synlig tekst</p><script>document.write('KØRT')</script><img src=\"" + http +
                            "/a.png\" alt=\"(billede)\"><img src=\"" + picture +
                            R"("><img src="genvej.png"><img src="../hemmelig.png"><iframe src=")" + file +
                            "\"></iframe><object data=\"" + file + "\"></object><embed src=\"" + file +
                            "\"><div style=\"background:url(" + http + "/b.png)\">x</div><div style=\"background:u\\72l('" +
                            picture + "')\">y</div><video src=\"" + http + "/c\"></video><table background=\"" + http +
                            "/d.png\"><tr><td>z</table>" + R"(<svg width="10" height="10"><image xlink:href=")" + http +
                            R"(/e.png" width="9" height="9"/><use href=")" + http + "/f.svg#g\"/><style>@import '" + http +
                            R"(/g.css';</style></svg><input type="image" src=")" + http + "/h.png\"><a href=\"" + file +
                            "\">fil</a><a href=\"java&#10;script:alert(1)\">js</a><form action=\"" + http +
                            "\"><button>b</button></form>");
    hostile.html.insert(hostile.html.find("</head>"),
                        R"(<link rel="stylesheet" href=")" + http + R"(/i.css"><meta http-equiv="refresh" content="0;url=)" +
                            file + "\"><base href=\"" + http + "/\"><style>@import url(" + http +
                            "/j.css); @font-face{font-family:q;src:url(" + http +
                            "/k.ttf)} p{font-family:q;background:url('" + http + "/l.png')}</style>");
    hostile.stylesheets.push_back({"ond.css", "@im\\70ort \"" + http + "/m.css\"; body::before{content:url(" + picture +
                                                  ")} </style><script>x</script>"});
    base::Problems problems;
    const auto made = engine.typeset(hostile, site, problems);
    CHECK(server.callers() == 0);
    INFO("problems: " << codes(problems));
    // An engine may refuse such a document as a whole, with an error; what it makes of it must be clean.
    if (!made && problems.has_errors() && !is_foreign_program(engine)) return;
    REQUIRE(made);
    CHECK(problems.error_count() == 0);
    const auto text = page_texts(made->pdf).at(0);
    CHECK(says(text, "Synlig tekst"));
    CHECK(says(text, "(billede)"));
    CHECK_FALSE(says(text, "HEMMELIGT"));
    CHECK_FALSE(says(text, "KØRT"));
    CHECK(made->pdf.find("/Subtype /Image") == std::string::npos);
    const auto looked = pdf::inspect(made->pdf);
    REQUIRE(looked);
    for (const auto& link : looked->links) CHECK_MESSAGE(false, link.address);
    const auto found = codes(problems);
    if (!is_foreign_program(engine)) return;
    for (const char* code : {"pdf.element.fjernet", "pdf.ressource.fremmed", "pdf.ressource.findes-ikke", "pdf.css.import",
                             "pdf.link.fjernet"}) {
      CHECK_MESSAGE(says(found, code), code);
    }
  });
}

TEST_CASE("engine: documents in a row do not know of each other, and the same input gives the same bytes") {
  for_each_engine([](const pdf::PdfEngine& engine) {
    const auto first = must_typeset(engine, document(kThreePages));
    const auto other = must_typeset(engine, document("<p>En helt anden</p>"));
    const auto again = must_typeset(engine, document(kThreePages));
    CHECK(other.pages == 1);
    CHECK(page_texts(other.pdf).at(0) == "En helt anden");
    CHECK(first.pdf == again.pdf);
    CHECK_FALSE(says(first.pdf, "CreationDate"));
  });
}

TEST_CASE("engine: pictures are drawn, a broken one is told and replaced by its words") {
  for_each_engine([](const pdf::PdfEngine& engine) {
    base::Problems problems;
    const auto made = engine.typeset(
        document(
            "<p><img src=\"billeder/roed.png\" alt=\"rød\" width=\"40\"><img src=\"billeder/tegning.svg\" alt=\"tegning\">"
            "<img src=\"billeder/halv.png\" alt=\"(halvt billede)\"><img src=\"noter.txt\" alt=\"(noter)\"></p>"),
        resources(), problems);
    REQUIRE(made);
    const auto text = page_texts(made->pdf).at(0);
    const auto found = codes(problems);
    CHECK(problems.count(base::Severity::warning) >= 1);
    if (is_foreign_program(engine)) {
      CHECK(says(text, "(halvt billede)"));
      CHECK(says(text, "(noter)"));
      CHECK(says(found, "pdf.billede.beskadiget\npdf.ressource.ukendt-format\n"));
    }
    CHECK(problems.error_count() == 0);
  });
}

TEST_CASE("engine: an empty document is one empty page") {
  for_each_engine([](const pdf::PdfEngine& engine) {
    auto empty = document("");
    CHECK(must_typeset(engine, empty).pages == 1);
    empty.html.clear();
    CHECK(must_typeset(engine, empty).pages == 1);
  });
}

TEST_CASE("engine: a reference to nothing is a warning and does not print a false number") {
  for (const auto& engine : present_engines()) {
    if (engine->name() == "command") continue;  // The program prints what it likes.
    base::Problems problems;
    const auto made =
        engine->typeset(document("<p>Se side <span data-page-of=\"#findes-ikke\"></span>.</p>"), resources(), problems);
    REQUIRE(made);
    CHECK(page_texts(made->pdf).at(0).find_first_of("0123456789") == std::string::npos);
    CHECK(problems.count(base::Severity::warning) + problems.error_count() >= 1);
  }
}
