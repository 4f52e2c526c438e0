#include "load/front_matter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "base/suggest.h"
#include "load/yaml_value.h"

namespace load {

namespace {

constexpr std::size_t kMaxFrontMatter = std::size_t{64} * 1024;
constexpr int kMaxOrder = 99999;

using Type = YamlValue::Type;

/// What is collected while the fields are read.
struct Reading {
  FrontMatter front;
  base::Problems& problems;
};

void report(Reading& reading, std::string code, const base::Span& where, std::vector<base::Argument> arguments) {
  reading.problems.add({.code = std::move(code), .arguments = std::move(arguments), .where = where, .hints = {}});
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::optional<PlacedText> text_of(Reading& reading, const YamlEntry& entry, const YamlValue& value) {
  const auto text = trimmed(value.text);
  if (value.type == Type::scalar && !text.empty()) return PlacedText{std::string(text), value.where};
  const bool is_empty = value.type == Type::null || value.type == Type::scalar;
  report(reading, is_empty ? "front-matter.tom" : "front-matter.ikke-tekst", is_empty ? entry.where : value.where,
         {{"felt", entry.key}});
  return std::nullopt;
}

template <std::optional<PlacedText> FrontMatter::*field>
void read_text(Reading& reading, const YamlEntry& entry) {
  reading.front.*field = text_of(reading, entry, entry.value);
}

void read_order(Reading& reading, const YamlEntry& entry) {
  const auto& value = entry.value;
  int number = -1;
  const auto* end = value.text.data() + value.text.size();
  const auto [stop, failed] = std::from_chars(value.text.data(), end, number);
  if (value.type == Type::scalar && failed == std::errc{} && stop == end && number >= 0 && number <= kMaxOrder) {
    reading.front.order = PlacedNumber{number, value.where};
  } else {
    report(reading, "front-matter.ikke-tal", value.where, {{"felt", entry.key}, {"vaerdi", value.text}});
  }
}

void read_audience(Reading& reading, const YamlEntry& entry) {
  if (entry.value.type != Type::sequence) {
    if (auto text = text_of(reading, entry, entry.value)) reading.front.audience.push_back(std::move(*text));
    return;
  }
  for (const auto& item : entry.value.items) {
    if (auto text = text_of(reading, entry, item)) reading.front.audience.push_back(std::move(*text));
  }
}

void read_updated(Reading& reading, const YamlEntry& entry) {
  reading.front.updated = base::parse_date(entry.value.text);
  if (!reading.front.updated) {
    report(reading, "front-matter.ikke-dato", entry.value.where, {{"felt", entry.key}, {"vaerdi", entry.value.text}});
  }
}

/// Reads `true` or `false` into one of two words.
template <auto field, auto when_true, auto when_false>
void read_yes_no(Reading& reading, const YamlEntry& entry) {
  const auto& text = entry.value.text;
  if (text == "true" || text == "false") {
    reading.front.*field = text == "true" ? when_true : when_false;
  } else {
    report(reading, "front-matter.ikke-ja-nej", entry.value.where, {{"felt", entry.key}, {"vaerdi", text}});
  }
}

/// One row per field: its name, and what reads it.
struct Field {
  std::string_view name;
  void (*read)(Reading&, const YamlEntry&);
};

constexpr std::array kFields{
    Field{"title", read_text<&FrontMatter::title>},
    Field{"subtitle", read_text<&FrontMatter::subtitle>},
    Field{"order", read_order},
    Field{"summary", read_text<&FrontMatter::summary>},
    Field{"part", read_text<&FrontMatter::part>},
    Field{"audience", read_audience},
    Field{"updated", read_updated},
    Field{"print", read_yes_no<&FrontMatter::print, Print::yes, Print::no>},
    Field{"landscape", read_yes_no<&FrontMatter::sheet, Sheet::landscape, Sheet::upright>},
};

void report_unknown(Reading& reading, const YamlEntry& entry) {
  std::vector<std::string> names;
  for (const auto& field : kFields) names.emplace_back(field.name);
  base::Problem problem{
      .code = "front-matter.ukendt-felt", .arguments = {{"felt", entry.key}}, .where = entry.where, .hints = {}};
  if (auto nearest = base::nearest_word(entry.key, names)) problem.hints.push_back(base::did_you_mean(std::move(*nearest)));
  reading.problems.add(std::move(problem));
}

void read_fields(Reading& reading, const YamlValue& yaml) {
  for (const auto& entry : yaml.entries) {
    const auto* field = std::find_if(kFields.begin(), kFields.end(), [&](const Field& f) { return f.name == entry.key; });
    if (field == kFields.end()) {
      report_unknown(reading, entry);
    } else {
      field->read(reading, entry);
    }
  }
}

/// The bytes between the two lines of dashes, and where the body begins.
struct Fences {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t body = 0;
};

std::string_view line_from(std::string_view text, std::size_t at) { return text.substr(at, text.find('\n', at) - at); }

bool is_fence(std::string_view line) {
  const auto bare = line.substr(0, line.find_last_not_of(" \t\r") + 1);
  return bare == "---";
}

bool opens(std::string_view text) { return is_fence(line_from(text, 0)); }

std::optional<Fences> find_fences(std::string_view text) {
  auto at = text.find('\n');
  const auto begin = at + 1;
  while (at != std::string_view::npos) {
    const auto line_begin = at + 1;
    const auto line = line_from(text, line_begin);
    at = text.find('\n', line_begin);
    if (!is_fence(line)) continue;
    const auto body = at == std::string_view::npos ? text.size() : at + 1;
    return Fences{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(line_begin),
                  static_cast<std::uint32_t>(body)};
  }
  return std::nullopt;
}

void check_title(Reading& reading, const base::Source& source, Title title) {
  if (reading.front.title || title == Title::optional) return;
  const auto first_line = static_cast<std::uint32_t>(line_from(source->text, 0).size());
  report(reading, "front-matter.uden-titel", {source, 0, first_line}, {});
}

}  // namespace

std::optional<MarkdownFile> read_front_matter(const base::Source& source, Title title, base::Problems& problems) {
  Reading reading{{}, problems};
  const auto errors_before = problems.error_count();
  std::uint32_t body = 0;
  if (opens(source->text)) {
    const auto fences = find_fences(source->text);
    if (!fences) {
      report(reading, "front-matter.ikke-lukket", {source, 0, 3}, {});
      return std::nullopt;
    }
    if (fences->end - fences->begin > kMaxFrontMatter) {
      report(reading, "front-matter.for-stor", {source, 0, 3}, {});
      return std::nullopt;
    }
    const auto yaml = read_yaml(source, fences->begin, fences->end, problems);
    if (!yaml) return std::nullopt;
    if (yaml->type != Type::mapping) {
      report(reading, "front-matter.ikke-felter", yaml->where, {});
      return std::nullopt;
    }
    read_fields(reading, *yaml);
    body = fences->body;
  }
  // A field of another name may be the title.
  if (problems.error_count() == errors_before) check_title(reading, source, title);
  return MarkdownFile{source, std::move(reading.front), body};
}

}  // namespace load
