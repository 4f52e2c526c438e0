// The door that front matter (and every YAML figure) comes through: yaml-cpp must never crash, hang or throw out of the
// room.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/problem_printer.h"
#include "load/markdown_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const base::MemoryFileStore store(std::map<std::string, std::string, std::less<>>{{"a.md", {bytes, bytes + size}}});
  base::Problems problems;
  load::read_markdown_file(store, "a.md", load::Title::required, problems);
  base::print_problems(problems, base::ProblemFormat::long_form, base::Language::danish);
  return 0;
}
