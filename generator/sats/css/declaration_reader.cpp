#include "sats/css/declaration_reader.h"

#include <algorithm>

#include "base/suggest.h"

namespace sats::css {

namespace {

constexpr std::size_t kMostOfValue = 60;

/// Takes `!important` off the end of a value.
bool take_important(Tokens& value) {
  value = trimmed(value);
  if (value.size() < 2 || !value.back().is_word("important")) return false;
  auto rest = trimmed(value.first(value.size() - 1));
  if (rest.empty() || !rest.back().is_delim('!')) return false;
  value = trimmed(rest.first(rest.size() - 1));
  return true;
}

/// Where a declaration ends: the token behind it (there is always one, an `end` if no other) begins there.
std::uint32_t end_of(Tokens tokens, std::string_view text) {
  return std::min((tokens.data() + tokens.size())->offset, static_cast<std::uint32_t>(text.size()));
}

DeclarationFault bad_value(const Token& name, Tokens value, Tokens tokens, std::string_view text) {
  const auto begin = value.empty() ? name.offset : value.front().offset;
  const auto end = value.empty() ? begin : std::max(end_of(tokens, text), begin);
  auto shown = text.substr(begin, end - begin);
  while (!shown.empty() && (shown.back() == ' ' || shown.back() == '\n')) shown.remove_suffix(1);
  return {"sats.css.vaerdi", std::string(name.text), std::string(shown.substr(0, kMostOfValue)), "", begin, end};
}

}  // namespace

Tokens take_declaration(Cursor& in) {
  const auto begin = in.position();
  while (!in.raw().is(TokenKind::end) && !in.raw().is(TokenKind::semicolon)) {
    const auto closer = closer_of(in.take_raw().kind);
    if (closer != TokenKind::end) in.block(closer);
  }
  const auto tokens = in.slice(begin, in.position());
  in.take_raw();
  return tokens;
}

std::optional<DeclarationFault> read_declaration(Tokens tokens, std::string_view text, ValuePool& pool,
                                                 std::vector<Declaration>& into) {
  Cursor in(tokens);
  const Token name = in.next();
  const auto name_end = name.offset + static_cast<std::uint32_t>(std::max<std::size_t>(name.text.size(), 1));
  if (!name.is(TokenKind::ident) || !in.take(TokenKind::colon))
    return DeclarationFault{"sats.css.erklaering", std::string(name.text), "", "", name.offset, name_end};
  auto value = in.rest();
  const bool important = take_important(value);
  if (name.text.starts_with("--")) {
    auto& pending = pool.pending.emplace_back(PendingValue{name.text, {value.begin(), value.end()}});
    into.push_back({kCustomProperty, important, {.kind = Value::Kind::pending, .pointer = &pending}, name.offset});
    return std::nullopt;
  }
  const auto outcome = parse_declaration(name.text, value, pool, [&](PropertyId id, const Value& read) {
    into.push_back({id, important, read, name.offset});
  });
  // A vendor's own property is written beside the standard one and meant for others.
  if (outcome == ParseOutcome::fine || (name.text.starts_with('-') && outcome == ParseOutcome::unknown_property))
    return std::nullopt;
  if (outcome == ParseOutcome::bad_value) return bad_value(name, value, tokens, text);
  const auto near = base::nearest_word(name.text, property_names());
  return DeclarationFault{"sats.css.egenskab", std::string(name.text), "", near.value_or(""), name.offset, name_end};
}

base::Problem problem_of(const DeclarationFault& fault, const base::Source& source, std::uint32_t shift) {
  const auto size = static_cast<std::uint32_t>(source->text.size());
  base::Problem problem{.severity = base::Severity::warning,
                        .code = fault.code,
                        .arguments = {{"navn", fault.name}},
                        .where = base::Span{source, std::min(fault.begin + shift, size), std::min(fault.end + shift, size)},
                        .hints = {}};
  if (!fault.value.empty() || fault.code == std::string_view("sats.css.vaerdi"))
    problem.arguments.push_back({"værdi", fault.value});
  if (!fault.suggestion.empty()) problem.hints.push_back(base::did_you_mean(fault.suggestion));
  return problem;
}

}  // namespace sats::css
