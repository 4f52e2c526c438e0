#include "load/json_syntax.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/suggest.h"
#include "load/json_scalars.h"
#include "load/json_tokens.h"

namespace load {

namespace {

/// What the grammar of RFC 8259 allows at a point.
enum class Expected { value, value_or_close, key, key_or_close, colon, comma_or_close, end };

bool closes(JsonTokenKind kind) { return kind == JsonTokenKind::close_object || kind == JsonTokenKind::close_array; }
bool opens(JsonTokenKind kind) { return kind == JsonTokenKind::open_object || kind == JsonTokenKind::open_array; }

/// Characters that people put where JSON wants something else, and the code that says so.
struct ForeignMark {
  std::string_view mark;
  std::string_view code;
};
constexpr std::array kForeignMarks{ForeignMark{"'", "json.syntaks.forkert-anfoerselstegn"},
                                   ForeignMark{"“", "json.syntaks.forkert-anfoerselstegn"},
                                   ForeignMark{"”", "json.syntaks.forkert-anfoerselstegn"},
                                   ForeignMark{"„", "json.syntaks.forkert-anfoerselstegn"},
                                   ForeignMark{"»", "json.syntaks.forkert-anfoerselstegn"},
                                   ForeignMark{"/", "json.syntaks.kommentar"},
                                   ForeignMark{"#", "json.syntaks.kommentar"},
                                   ForeignMark{"\xC2\xA0", "json.syntaks.haardt-mellemrum"}};

/// Walks the tokens through the grammar and stops at the first that does not fit.
class Grammar {
 public:
  Grammar(const base::Source& source, TextRange range) : source_(source), tokens_(source->text, range.begin, range.end) {}

  std::optional<base::Problem> first_problem() {
    for (;;) {
      const auto token = tokens_.next();
      if (token.kind == JsonTokenKind::end && expected_ == Expected::end) return std::nullopt;
      if (auto problem = take(token)) return problem;
      before_ = token;
    }
  }

 private:
  std::optional<base::Problem> take(JsonToken token) {
    if (token.kind == JsonTokenKind::end) return text_ended();
    if (token.kind == JsonTokenKind::unclosed_string) return problem("json.syntaks.ulukket-tekst", token);
    if (token.kind == JsonTokenKind::other) return foreign_mark(token);
    if (auto fault = fault_in(token)) return fault;
    switch (expected_) {
      case Expected::value_or_close:
        if (closes(token.kind)) return close(token);
        [[fallthrough]];
      case Expected::value: return take_value(token);
      case Expected::key_or_close:
        if (closes(token.kind)) return close(token);
        [[fallthrough]];
      case Expected::key: return take_key(token);
      case Expected::colon: return take_colon(token);
      case Expected::comma_or_close: return closes(token.kind) ? close(token) : take_comma(token);
      case Expected::end: return problem("json.syntaks.mere-efter", token);
    }
    return std::nullopt;
  }

  std::optional<base::Problem> take_value(JsonToken token) {
    if (opens(token.kind)) {
      open_.push_back(token);
      expected_ = token.kind == JsonTokenKind::open_object ? Expected::key_or_close : Expected::value_or_close;
      return std::nullopt;
    }
    if (opens_value(token.kind)) return value_ended();
    const bool spare_comma = before_.kind == JsonTokenKind::comma && token.kind != JsonTokenKind::colon;
    return spare_comma ? problem("json.syntaks.overfloedigt-komma", before_) : problem("json.syntaks.mangler-vaerdi", token);
  }

  std::optional<base::Problem> take_key(JsonToken token) {
    if (token.kind == JsonTokenKind::string) return expect(Expected::colon);
    const bool after_comma = before_.kind == JsonTokenKind::comma;
    if (after_comma && (closes(token.kind) || token.kind == JsonTokenKind::comma)) {
      return problem("json.syntaks.overfloedigt-komma", before_);
    }
    const bool in_number = after_comma && token.kind == JsonTokenKind::number && token.begin == before_.end;
    return problem(in_number ? "json.syntaks.decimalkomma" : "json.syntaks.mangler-noegle", token);
  }

  std::optional<base::Problem> take_colon(JsonToken token) {
    if (token.kind == JsonTokenKind::colon) return expect(Expected::value);
    return problem("json.syntaks.mangler-kolon", before_);
  }

  std::optional<base::Problem> take_comma(JsonToken token) {
    const bool in_object = open_.back().kind == JsonTokenKind::open_object;
    if (token.kind == JsonTokenKind::comma) return expect(in_object ? Expected::key : Expected::value);
    if (opens_value(token.kind)) return problem("json.syntaks.mangler-komma", before_);
    return problem("json.syntaks.uventet-tegn", token);
  }

  std::optional<base::Problem> close(JsonToken token) {
    const bool fits = (open_.back().kind == JsonTokenKind::open_object) == (token.kind == JsonTokenKind::close_object);
    if (!fits) return with_opening(problem("json.syntaks.forkert-lukning", token));
    open_.pop_back();
    return value_ended();
  }

  std::optional<base::Problem> text_ended() {
    const auto text_end = static_cast<std::uint32_t>(source_->text.size());
    const auto last = before_.end > 0 ? before_ : JsonToken{JsonTokenKind::end, 0, text_end};
    if (open_.empty()) return problem("json.syntaks.mangler-vaerdi", last);
    return with_opening(problem("json.syntaks.uventet-slut", last));
  }

  std::nullopt_t expect(Expected expected) {
    expected_ = expected;
    return std::nullopt;
  }

  std::nullopt_t value_ended() { return expect(open_.empty() ? Expected::end : Expected::comma_or_close); }

  [[nodiscard]] std::string_view text_of(JsonToken token) const {
    return std::string_view(source_->text).substr(token.begin, token.end - token.begin);
  }

  [[nodiscard]] base::Problem problem(std::string_view code, JsonToken token) const {
    constexpr std::size_t kShown = 40;
    return {.code = std::string(code),
            .arguments = {{"fundet", std::string(text_of(token).substr(0, kShown))}},
            .where = base::Span{source_, token.begin, token.end},
            .hints = {}};
  }

  /// Adds which bracket is open, and in which line it stands.
  [[nodiscard]] base::Problem with_opening(base::Problem found) const {
    const auto opening = open_.back();
    found.arguments.push_back({"aabnet", std::string(text_of(opening))});
    found.arguments.push_back({"lukker", opening.kind == JsonTokenKind::open_object ? "}" : "]"});
    found.arguments.push_back({"linje", std::to_string(source_->position(opening.begin).line)});
    return found;
  }

  [[nodiscard]] base::Problem foreign_mark(JsonToken token) const {
    const auto text = text_of(token);
    const auto* const known = std::find_if(kForeignMarks.begin(), kForeignMarks.end(),
                                           [text](const ForeignMark& mark) { return mark.mark == text; });
    return problem(known == kForeignMarks.end() ? "json.syntaks.uventet-tegn" : known->code, token);
  }

  [[nodiscard]] std::optional<base::Problem> fault_in(JsonToken token) const {
    std::optional<ScalarFault> fault;
    if (token.kind == JsonTokenKind::string) fault = fault_in_string(text_of(token));
    if (token.kind == JsonTokenKind::number) fault = fault_in_number(text_of(token));
    const bool word_as_key = expected_ == Expected::key || expected_ == Expected::key_or_close;
    if (token.kind == JsonTokenKind::word && !word_as_key) fault = fault_in_word(text_of(token));
    if (!fault) return std::nullopt;
    auto found = problem(fault->code, {token.kind, token.begin + fault->where.begin, token.begin + fault->where.end});
    if (token.kind == JsonTokenKind::word) add_suggestion(found, text_of(token));
    return found;
  }

  static void add_suggestion(base::Problem& found, std::string_view word) {
    static const std::array<std::string, 3> known{"true", "false", "null"};
    std::string lower(word);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (const auto near = base::nearest_word(lower, known)) found.hints.push_back(base::did_you_mean(*near));
  }

  const base::Source& source_;
  JsonTokens tokens_;
  std::vector<JsonToken> open_;
  JsonToken before_;
  Expected expected_ = Expected::value;
};

}  // namespace

std::optional<base::Problem> explain_syntax(const base::Source& source, TextRange range) {
  return Grammar(source, range).first_problem();
}

base::Span too_deep_bracket(const base::Source& source, TextRange range) {
  JsonTokens tokens(source->text, range.begin, range.end);
  std::size_t depth = 0;
  auto token = tokens.next();
  for (; token.kind != JsonTokenKind::end; token = tokens.next()) {
    if (opens(token.kind) && ++depth > kJsonDepthLimit) break;
    if (closes(token.kind) && depth > 0) --depth;
  }
  return {source, token.begin, token.end};
}

}  // namespace load
