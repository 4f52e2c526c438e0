#include "theme/stylesheets.h"

#include <doctest/doctest.h>

#include "base/problem_printer.h"

namespace {

using Files = std::map<std::string, std::string, std::less<>>;

std::string assembled(const Files& files, base::Problems& problems) {
  std::set<std::string> imported;
  const theme::FindFile find = [&files](std::string_view path) {
    const auto found = files.find(path);
    return found == files.end() ? nullptr : base::make_source(std::string(path), found->second);
  };
  return theme::assemble_stylesheet("screen.css", find, imported, problems).value_or("(none)");
}

std::string short_form(const base::Problems& problems) {
  return base::print_problems(problems, base::ProblemFormat::short_form, base::Language::danish);
}

}  // namespace

TEST_CASE("imports are put in place once, also when they go in a circle") {
  base::Problems problems;
  const Files files{{"screen.css", "@import \"a.css\";\n@import \"b.css\";\nh1 {}\n"},
                    {"a.css", "a {}\n"},
                    {"b.css", "@import \"a.css\";\n@import \"b.css\";\nb {}\n"}};
  CHECK(assembled(files, problems) == "a {}\n\n\n\nb {}\n\nh1 {}\n");
  CHECK(problems.empty());
}

TEST_CASE("a missing import is a problem at its name") {
  base::Problems problems;
  assembled({{"screen.css", "p {}\n@import \"styles/x.css\";"}}, problems);
  CHECK(short_form(problems) ==
        "screen.css:2:10: fejl[theme.css.import-mangler]: temaet har ingen fil, der hedder styles/x.css\n");
}

TEST_CASE("nothing is fetched from the net, but a comment may speak of it") {
  base::Problems problems;
  assembled({{"screen.css", "/* url(https://x) */\nh1 { background: url(\"https://example.org/x.png\"); }"}}, problems);
  CHECK(short_form(problems) ==
        "screen.css:2:18: fejl[theme.css.net]: url(\"http ville hente noget udefra, og det må et tema ikke\n");
}

TEST_CASE("tokens are resolved for print, also in one another and not in a circle") {
  const theme::Tokens tokens{{"a", "#fff"}, {"b", "1px solid var(--a)"}, {"ring", "var(--ring)"}};
  CHECK(theme::resolve_tokens("p { border: var(--b); color: var(--ukendt); }", tokens) ==
        "p { border: 1px solid #fff; color: var(--ukendt); }");
  CHECK(theme::resolve_tokens("x: var(--ring);", tokens) == "x: var(--ring);");
  CHECK(theme::resolve_tokens("x: var(--a", tokens) == "x: #fff");
}

TEST_CASE("an unknown token is a problem with a suggestion; a property set in the style sheet is known") {
  base::Problems problems;
  const auto css =
      base::make_source("screen.css", ".x { --boks: red; color: var(--boks); border-color: var(--farve-acent); }");
  theme::check_tokens(css, {{"farve-accent", "#000"}}, theme::property_names(css->text).defined, problems);
  CHECK(base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish) ==
        "screen.css:1:57: fejl[theme.css.ukendt-token]: --farve-acent er hverken i tokens eller sat i et stylesheet\n"
        "    1 | .x { --boks: red; color: var(--boks); border-color: var(--farve-acent); }\n"
        "      |                                                         ^^^^^^^^^^^^^\n"
        "      = rettelse: ret navnet, eller tilføj det under tokens i theme.json\n"
        "      = rettelse: mente du \"--farve-accent\"?\n");
}
