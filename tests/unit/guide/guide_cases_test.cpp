#include <doctest/doctest.h>

#include "base/problem_printer.h"
#include "guide/guide.h"
#include "guide/snippets.h"
#include "guide_dump.h"
#include "support/golden.h"

namespace {

base::MemoryFileStore files_of(const test_support::GoldenCase& golden) {
  std::map<std::string, std::string, std::less<>> files;
  for (const auto& [name, text] : golden.parts) {
    const auto first = name.find_first_of(" /");
    const bool is_file = name.find('.') != std::string::npos && !name.starts_with("expect ") && first != std::string::npos;
    if (is_file) files.emplace(name, text);
  }
  return base::MemoryFileStore(std::move(files));
}

/// Whom the guide of a case is made for: a part `audience`, or nobody in particular.
std::string audience_of(const test_support::GoldenCase& golden) {
  const auto part = golden.parts.find("audience");
  return part == golden.parts.end() ? "" : part->second.substr(0, part->second.find('\n'));
}

std::string print(const base::Problems& problems) {
  return base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish);
}

/// The values of a part `values`: one `name = value` a line; `\n` in a value is a line break.
guide::FieldValues values_of(const test_support::GoldenCase& golden) {
  guide::FieldValues values;
  const auto part = golden.parts.find("values");
  if (part == golden.parts.end()) return values;
  std::string_view text = part->second;
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const auto sign = line.find(" = ");
    auto value = std::string(line.substr(sign + 3));
    for (auto at = value.find("\\n"); at != std::string::npos; at = value.find("\\n", at + 1)) value.replace(at, 2, "\n");
    values.emplace(line.substr(0, sign), value);
  }
  return values;
}

std::vector<std::string> names_of(const guide::FieldValues& values) {
  std::vector<std::string> names;
  for (const auto& [name, value] : values) names.push_back(name);
  return names;
}

}  // namespace

TEST_CASE("guides: the problems and the tree of each case") {
  test_support::check_golden_cases("guide", [](const test_support::GoldenCase& golden) {
    base::Problems problems;
    const guide::GuideContext context{.folder = "guide",
                                      .box_kinds = guide::standard_box_kinds(),
                                      .audiences = {"borger", "jobcenter", "akasse"},
                                      .audience = audience_of(golden)};
    const auto store = files_of(golden);
    const auto guide = guide::load_guide(store, context, problems);
    return std::map<std::string, std::string>{{"expect problems", print(problems)},
                                              {"expect guide", guide ? guide_test::dump_guide(*guide) : "nothing\n"}};
  });
}

TEST_CASE("snippets: the problems and the merged text of each case") {
  test_support::check_golden_cases("uddrag", [](const test_support::GoldenCase& golden) {
    base::Problems problems;
    const auto store = files_of(golden);
    auto snippets = guide::load_snippets(
        store, {.folder = "uddrag", .box_kinds = guide::standard_box_kinds(), .audiences = {"borger"}}, problems);
    const auto values = values_of(golden);
    std::string merged;
    for (auto& [name, snippet] : snippets) {
      guide::check_fields(snippet, names_of(values), problems);
      const auto nodes = guide::merge(snippet, values, problems);
      merged += name + (snippet.title.empty() ? "" : " \"" + snippet.title + "\"") + "\n";
      merged += nodes ? guide_test::dump_nodes(*nodes, 2) : "  nothing\n";
    }
    return std::map<std::string, std::string>{{"expect problems", print(problems)}, {"expect merged", merged}};
  });
}
