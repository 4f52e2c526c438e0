#include "load/yaml_value.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <utility>

namespace load {

namespace {

constexpr std::size_t kMaxDepth = 24;

/// Keys are looked up one by one; front matter has 8, a figure's mapping 5.
constexpr std::size_t kMaxKeys = 200;

/// yaml-cpp stands on deep flow collections with recursion of its own, so brackets are counted before it sees them.
constexpr std::size_t kMaxOpenBrackets = 64;

/// Thrown out of the event handler; yaml-cpp has no other way to be stopped. Caught in `read_yaml`.
struct Refused {
  base::Problem problem;
};

/// The bytes of a quoted text with its quotation marks; nothing when it is never closed, which yaml-cpp does not notice.
std::optional<std::size_t> quoted_length(std::string_view text) {
  const char quote = text.front();
  for (std::size_t at = 1; at < text.size(); ++at) {
    if (quote == '"' && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      const bool doubled = quote == '\'' && text.substr(at + 1).starts_with(quote);
      if (!doubled) return at + 1;
      ++at;
    }
  }
  return std::nullopt;
}

/// The piece of the source that is being read, and how yaml-cpp's marks (bytes from its start) map to places.
struct Piece {
  base::Source source;
  std::uint32_t begin;
  std::uint32_t end;

  [[nodiscard]] std::string_view text() const { return std::string_view(source->text).substr(begin, end - begin); }

  [[nodiscard]] base::Span at(const YAML::Mark& mark, std::size_t length) const {
    const auto offset = begin + static_cast<std::uint32_t>(std::max(mark.pos, 0));
    const auto from = std::min(offset, end);
    return {source, from, std::min(end, from + static_cast<std::uint32_t>(length))};
  }

  /// What stands from a mark on.
  [[nodiscard]] std::string_view from(const YAML::Mark& mark) const {
    const auto begin_at = at(mark, 0).begin;
    return std::string_view(source->text).substr(begin_at, end - begin_at);
  }

  /// A plain scalar's bytes: as far as the text goes on unchanged, or its first line.
  [[nodiscard]] base::Span of_plain(const YAML::Mark& mark, std::string_view value) const {
    const auto rest = from(mark);
    return at(mark, rest.starts_with(value) ? value.size() : std::min(rest.find('\n'), rest.size()));
  }
};

base::Problem yaml_problem(std::string code, base::Span where, std::vector<base::Argument> arguments = {}) {
  return {.code = std::move(code), .arguments = std::move(arguments), .where = std::move(where), .hints = {}};
}

/// Builds the value from the parser's events; the stack holds the collections that are still open.
class ValueBuilder final : public YAML::EventHandler {
 public:
  ValueBuilder(const Piece& piece, base::Problems& problems) : piece_(piece), problems_(problems) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    put({.type = YamlValue::Type::null, .where = mark.is_null() ? last_key_ : piece_.at(mark, 0)});
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw Refused{yaml_problem("yaml.henvisning", piece_.at(mark, 1))};
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, const std::string& value) override {
    refuse_extras(mark, tag, anchor);
    YamlValue scalar{.type = YamlValue::Type::scalar, .text = value, .where = piece_.of_plain(mark, value)};
    const auto rest = piece_.from(mark);
    if (tag == "!" && (rest.starts_with('"') || rest.starts_with('\''))) {
      const auto length = quoted_length(rest);
      if (!length)
        throw Refused{yaml_problem("yaml.ikke-lukket", piece_.at(mark, 1), {{"tegn", std::string(1, rest.front())}})};
      scalar.style = YamlValue::Style::quoted;
      scalar.where = piece_.at(mark, *length);
    }
    put(std::move(scalar));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(YamlValue::Type::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(YamlValue::Type::mapping, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

  std::optional<YamlValue> take() { return std::move(whole_); }

 private:
  struct Open {
    YamlValue value;
    std::optional<std::pair<std::string, base::Span>> key;
  };

  void refuse_extras(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) const {
    if (anchor != 0) throw Refused{yaml_problem("yaml.henvisning", piece_.at(mark, 1))};
    constexpr std::array<std::string_view, 3> kNoTag{"", "?", "!"};
    if (std::find(kNoTag.begin(), kNoTag.end(), tag) == kNoTag.end()) {
      throw Refused{yaml_problem("yaml.maerke", piece_.at(mark, 1), {{"maerke", tag}})};
    }
  }

  void open(YamlValue::Type type, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    refuse_extras(mark, tag, anchor);
    if (open_.size() >= kMaxDepth) throw Refused{yaml_problem("yaml.for-dybt", piece_.at(mark, 1), {{"graense", "24"}})};
    if (!open_.empty() && open_.back().value.type == YamlValue::Type::mapping && !open_.back().key) {
      throw Refused{yaml_problem("yaml.noegle", piece_.at(mark, 1))};
    }
    open_.push_back({{.type = type, .where = piece_.at(mark, 1)}, {}});
  }

  void close() {
    auto value = std::move(open_.back().value);
    open_.pop_back();
    put(std::move(value));
  }

  void put(YamlValue value) {
    if (open_.empty()) {
      whole_ = std::move(value);
      return;
    }
    auto& parent = open_.back();
    if (parent.value.type == YamlValue::Type::sequence) {
      parent.value.items.push_back(std::move(value));
    } else if (!parent.key) {
      take_key(parent, std::move(value));
    } else {
      auto [key, where] = *std::exchange(parent.key, std::nullopt);
      parent.value.entries.push_back({std::move(key), std::move(where), std::move(value)});
    }
  }

  void take_key(Open& mapping, YamlValue key) {
    if (mapping.value.entries.size() >= kMaxKeys) {
      throw Refused{yaml_problem("yaml.for-mange-noegler", key.where, {{"graense", std::to_string(kMaxKeys)}})};
    }
    if (key.type != YamlValue::Type::scalar) throw Refused{yaml_problem("yaml.noegle", key.where)};
    if (mapping.value.find(key.text) != nullptr) {
      problems_.add(yaml_problem("yaml.noegle-to-gange", key.where, {{"noegle", key.text}}));
    }
    last_key_ = key.where;
    mapping.key = {std::move(key.text), std::move(key.where)};
  }

  const Piece& piece_;
  base::Problems& problems_;
  std::vector<Open> open_;
  std::optional<YamlValue> whole_;
  base::Span last_key_;
};

/// What yaml-cpp says, and our code for it; the most common mistakes have words of their own.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kFaults{{
    {"illegal map value", "yaml.kolon"},
    {"illegal tab", "yaml.tabulator"},
    {"end of sequence flow not found", "yaml.klamme"},
    {"end of map flow not found", "yaml.klamme"},
    {"end of map not found", "yaml.indrykning"},
    {"referenced anchor is not defined", "yaml.henvisning"},
    {"unknown token", "yaml.tegn"},
}};

base::Problem problem_of(const YAML::Exception& exception, const Piece& piece) {
  for (const auto& [fault, code] : kFaults) {
    if (exception.msg.find(fault) != std::string::npos) return yaml_problem(std::string(code), piece.at(exception.mark, 1));
  }
  return yaml_problem("yaml.ugyldig", piece.at(exception.mark, 1), {{"grund", exception.msg}});
}

/// Counts brackets without knowing about strings: front matter with 64 unclosed brackets in its texts is not a loss.
std::optional<std::size_t> too_deep_at(std::string_view text) {
  std::size_t open = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '[' || c == '{') ++open;
    if ((c == ']' || c == '}') && open > 0) --open;
    if (open > kMaxOpenBrackets) return at;
  }
  return std::nullopt;
}

YamlValue empty_mapping(const Piece& piece) {
  return {.type = YamlValue::Type::mapping, .where = {piece.source, piece.begin, piece.begin}};
}

YamlValue parse(const Piece& piece, base::Problems& problems) {
  std::istringstream in{std::string(piece.text())};
  YAML::Parser parser(in);
  ValueBuilder builder(piece, problems);
  parser.HandleNextDocument(builder);
  auto value = builder.take();
  ValueBuilder ignored(piece, problems);
  if (value && parser.HandleNextDocument(ignored)) {
    throw Refused{yaml_problem("yaml.flere-dokumenter", {piece.source, piece.begin, piece.begin + 1})};
  }
  return value && value->type != YamlValue::Type::null ? std::move(*value) : empty_mapping(piece);
}

}  // namespace

const YamlValue* YamlValue::find(std::string_view key) const {
  const auto entry = std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& e) { return e.key == key; });
  return entry == entries.end() ? nullptr : &entry->value;
}

std::optional<YamlValue> read_yaml(const base::Source& source, std::uint32_t begin, std::uint32_t end,
                                   base::Problems& problems) {
  const Piece piece{source, begin, end};
  if (const auto deep = too_deep_at(piece.text())) {
    const auto at = begin + static_cast<std::uint32_t>(*deep);
    problems.add(yaml_problem("yaml.for-dybt", {source, at, at + 1}, {{"graense", "64"}}));
    return std::nullopt;
  }
  const auto errors_before = problems.error_count();
  try {
    auto value = parse(piece, problems);
    return problems.error_count() == errors_before ? std::optional(std::move(value)) : std::nullopt;
  } catch (const Refused& refused) {
    problems.add(refused.problem);
  } catch (const YAML::Exception& exception) {
    problems.add(problem_of(exception, piece));
  } catch (const std::exception& exception) {
    problems.add(yaml_problem("yaml.ugyldig", {source, begin, begin}, {{"grund", exception.what()}}));
  }
  return std::nullopt;
}

}  // namespace load
