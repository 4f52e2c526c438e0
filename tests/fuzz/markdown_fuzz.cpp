// The door that Markdown comes through: a text of parts `-- file --`, as in the golden cases, is read as a guide and as
// snippets.

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "base/problem_printer.h"
#include "guide/guide.h"
#include "guide/snippets.h"

namespace {

using Files = std::map<std::string, std::string, std::less<>>;

/// The parts of a text; what stands before the first is the body of the front page.
Files files_of(std::string_view text) {
  Files files;
  std::string name = "guide/index.md";
  files[name] = "---\ntitle: Forside\n---\n";
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const bool opens = line.size() > 6 && line.starts_with("-- ") && line.ends_with(" --");
    if (opens) {
      name = line.substr(3, line.size() - 6);
    } else {
      files[name].append(line).push_back('\n');
    }
  }
  return files;
}

void print(const base::Problems& problems) {
  base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const base::MemoryFileStore store(files_of({reinterpret_cast<const char*>(bytes), size}));
  base::Problems problems;
  guide::load_guide(store, {.folder = "guide", .box_kinds = guide::standard_box_kinds(), .audiences = {"borger"}}, problems);
  print(problems);
  base::Problems snippet_problems;
  const auto snippets =
      guide::load_snippets(store, {.folder = "", .box_kinds = guide::standard_box_kinds()}, snippet_problems);
  for (const auto& [name, snippet] : snippets) guide::merge(snippet, {{"borger.fornavn", "*Anders*"}}, snippet_problems);
  print(snippet_problems);
  return 0;
}
