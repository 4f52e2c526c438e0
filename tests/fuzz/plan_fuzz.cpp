// The door that plans come through: bytes of a file are read as JSON and as NDJSON, checked, and every problem is printed.

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/problem_printer.h"
#include "load/json_document.h"
#include "plan/check.h"

namespace {

const plan::CheckContext& context() {
  static const auto kinds = plan::Kinds::built_in();
  static const plan::CheckContext built_in{.kinds = kinds, .today = base::parse_date("2019-11-22").value(), .min_plan = {}};
  return built_in;
}

void check(const base::Source& source, load::TextRange range) {
  base::Problems problems;
  auto document = load::load_json(source, range, problems);
  if (document) plan::check_plan(*std::move(document), context(), problems);
  for (const auto format : {base::ProblemFormat::long_form, base::ProblemFormat::json}) {
    base::print_problems(problems, format, base::Language::danish);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto source = base::make_source("plan.json", std::string(bytes, bytes + size));
  check(source, {0, static_cast<std::uint32_t>(size)});
  const auto lines = load::ndjson_lines(source->text);
  for (std::size_t i = 0; i < lines.size() && i < 20; ++i) check(source, lines[i]);
  return 0;
}
