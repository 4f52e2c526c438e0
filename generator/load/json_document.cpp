#include "load/json_document.h"

#include <string>

#include "base/utf8.h"
#include "load/json_places.h"
#include "load/json_syntax.h"
#include "load/json_tree.h"

namespace load {

namespace {

/// So many repeated keys are shown; more of them say nothing new.
constexpr std::size_t kRepeatedKeysShown = 20;

std::string_view text_of(const base::Source& source, TextRange range) {
  return std::string_view(source->text).substr(range.begin, range.end - range.begin);
}

base::Problem problem_at(std::string code, const base::Source& source, std::size_t begin, std::size_t end) {
  return {.code = std::move(code),
          .arguments = {},
          .where = base::Span{source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
          .hints = {}};
}

TextRange without_mark(const base::Source& source, TextRange range) {
  const auto text = text_of(source, range);
  const auto mark = text.size() - base::without_byte_order_mark(text).size();
  return {range.begin + static_cast<std::uint32_t>(mark), range.end};
}

/// What keeps a text from being read at all, before its grammar is looked at.
std::optional<base::Problem> problem_of_bytes(const base::Source& source, TextRange range) {
  const auto text = text_of(source, range);
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return problem_at("json.tom", source, range.begin, range.begin);
  }
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return problem_at("json.utf16", source, range.begin, range.begin + 2);
  }
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    return problem_at("json.nul-byte", source, range.begin + nul, range.begin + nul + 1);
  }
  if (const auto bad = base::first_invalid_utf8(text)) {
    return problem_at("json.ikke-utf8", source, range.begin + *bad, range.begin + *bad + 1);
  }
  return std::nullopt;
}

base::Problem problem_of_limits(JsonFault fault, const base::Source& source, TextRange range) {
  if (fault == JsonFault::too_deep) {
    base::Problem problem{.code = "json.for-dybt", .arguments = {}, .where = too_deep_bracket(source, range), .hints = {}};
    problem.arguments = {{"graense", std::to_string(kJsonDepthLimit)}};
    return problem;
  }
  auto problem = problem_at("json.for-mange-vaerdier", source, range.begin, range.begin + 1);
  problem.arguments = {{"graense", std::to_string(kJsonValueLimit)}};
  return problem;
}

base::Problem problem_of_syntax(const base::Source& source, TextRange range) {
  if (auto explained = explain_syntax(source, range)) return *std::move(explained);
  return problem_at("json.syntaks.uforstaaelig", source, range.begin, range.begin + 1);
}

void report_repeated_keys(const base::Source& source, TextRange range, base::Problems& problems) {
  JsonPlaces places(source, range);
  for (const auto& key : places.repeated_keys(kRepeatedKeysShown)) {
    auto problem = problem_at("json.gentaget-noegle", source, key.again.begin, key.again.end);
    const auto name = text_of(source, {key.again.begin, key.again.end});
    const auto first = source->position(key.first.begin);
    problem.arguments = {
        {"noegle", unescape_json(name)}, {"linje", std::to_string(first.line)}, {"kolonne", std::to_string(first.column)}};
    problem.hints.push_back({.code = "json.gentaget-noegle.foerste-sted",
                             .arguments = problem.arguments,
                             .where = base::Span{source, key.first.begin, key.first.end}});
    problems.add(std::move(problem));
  }
}

}  // namespace

std::optional<JsonDocument> load_json(const base::Source& source, base::Problems& problems) {
  return load_json(source, {0, static_cast<std::uint32_t>(source->text.size())}, problems);
}

std::optional<JsonDocument> load_json(const base::Source& source, TextRange whole, base::Problems& problems) {
  const auto range = without_mark(source, whole);
  if (auto problem = problem_of_bytes(source, range)) {
    problems.add(*std::move(problem));
    return std::nullopt;
  }
  JsonDocument document{source, range, nullptr};
  switch (const auto fault = read_json_tree(text_of(source, range), document.value)) {
    case JsonFault::none: return document;
    case JsonFault::syntax: problems.add(problem_of_syntax(source, range)); break;
    case JsonFault::repeated_key: report_repeated_keys(source, range, problems); break;
    case JsonFault::too_deep:
    case JsonFault::too_many_values: problems.add(problem_of_limits(fault, source, range)); break;
  }
  return std::nullopt;
}

bool is_ndjson(std::string_view path) { return path.ends_with(".ndjson") || path.ends_with(".jsonl"); }

std::vector<TextRange> ndjson_lines(std::string_view text) {
  std::vector<TextRange> lines;
  const auto mark = text.size() - base::without_byte_order_mark(text).size();
  for (auto begin = mark; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") != std::string_view::npos) {
      lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
    begin = end + 1;
  }
  return lines;
}

}  // namespace load
