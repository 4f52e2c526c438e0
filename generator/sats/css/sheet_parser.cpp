#include "sats/css/sheet_parser.h"

#include <fmt/format.h>

#include <array>

#include "base/suggest.h"
#include "sats/css/declaration_reader.h"

namespace sats::css {

namespace {

/// @media in @media no deeper than this.
constexpr int kDeepestRules = 20;

constexpr std::array<std::string_view, 17> kMarginBoxNames{
    "top-left-corner",    "top-left",     "top-center",          "top-right",    "top-right-corner", "right-top",
    "right-middle",       "right-bottom", "bottom-right-corner", "bottom-right", "bottom-center",    "bottom-left",
    "bottom-left-corner", "left-bottom",  "left-middle",         "left-top",     "footnote"};

}  // namespace

void SheetParser::warn(const char* code, std::uint32_t offset, std::string_view value, std::string_view suggestion) {
  const auto length = static_cast<std::uint32_t>(std::max<std::size_t>(value.size(), 1));
  const auto size = static_cast<std::uint32_t>(source_->text.size());
  base::Problem problem{.severity = base::Severity::warning,
                        .code = code,
                        .arguments = {{"navn", std::string(value)}},
                        .where = base::Span{source_, offset, std::min(offset + length, size)},
                        .hints = {}};
  if (!suggestion.empty()) problem.hints.push_back(base::did_you_mean(std::string(suggestion)));
  set_.problems.add(std::move(problem));
}

void SheetParser::parse() {
  const auto tokens = tokenize(source_->text, set_.pool.texts);
  Cursor in(tokens);
  rules(in, 0);
}

void SheetParser::rules(Cursor& in, int depth) {
  while (!in.done()) {
    const Token first = in.peek();
    if (first.is(TokenKind::at_keyword)) {
      in.next();
      at_rule(first, in, depth);
      continue;
    }
    const auto begin = in.position();
    while (!in.raw().is(TokenKind::end) && !in.raw().is(TokenKind::open_brace)) in.take_raw();
    const auto prelude = in.slice(begin, in.position());
    if (!in.take(TokenKind::open_brace)) return warn("sats.css.uafsluttet", first.offset, first.text);
    style_rule(trimmed(prelude), in.block(TokenKind::close_brace));
  }
}

void SheetParser::at_rule(const Token& keyword, Cursor& in, int depth) {
  const auto begin = in.position();
  while (!in.raw().is(TokenKind::end) && !in.raw().is(TokenKind::open_brace) && !in.raw().is(TokenKind::semicolon))
    in.take_raw();
  const auto prelude = trimmed(in.slice(begin, in.position()));
  const bool has_block = in.raw().is(TokenKind::open_brace);
  in.take_raw();
  const auto block = has_block ? in.block(TokenKind::close_brace) : Tokens{};
  const auto is = [&keyword](std::string_view name) { return equals_ignoring_case(keyword.text, name); };
  if (is("charset")) return;
  if (is("media") && has_block && depth < kDeepestRules) return media_rule(prelude, block, depth);
  if (is("supports") && has_block && depth < kDeepestRules) return supports_rule(prelude, block, depth);
  if (is("page") && has_block) return page_rule(prelude, block, keyword.offset);
  if (is("font-face") && has_block) return font_face(block, keyword.offset);
  warn("sats.css.at-regel", keyword.offset, fmt::format("@{}", keyword.text));
}

void SheetParser::style_rule(Tokens prelude, Tokens block) {
  std::vector<Selector> selectors;
  if (prelude.empty() || !parse_selectors(prelude, set_.selector_pool, set_.names, selectors)) {
    const auto begin = prelude.empty() ? 0 : prelude.front().offset;
    const auto end = prelude.empty() ? 0
                                     : prelude.back().offset +
                                           static_cast<std::uint32_t>(std::max<std::size_t>(prelude.back().text.size(), 1));
    return warn("sats.css.vaelger", begin, std::string_view(source_->text).substr(begin, end - begin));
  }
  const auto rule = static_cast<std::uint32_t>(set_.rules.size());
  for (auto& selector : selectors) {
    selector.rule = rule;
    set_.selectors.push_back(selector);
  }
  const auto first = static_cast<std::uint32_t>(set_.declarations.size());
  declarations(block);
  set_.rules.push_back({first, static_cast<std::uint32_t>(set_.declarations.size()) - first, origin_, sheet_});
}

bool SheetParser::media_matches(Tokens query) {
  Cursor in(query);
  const bool negated = in.take_word("not");
  if (!negated) in.take_word("only");
  bool matches = true;
  if (in.peek().is(TokenKind::ident)) matches = in.peek().is_word("print") || in.peek().is_word("all"), in.next();
  if (!in.done() && matches) {
    warn("sats.css.medie", in.peek().offset, "@media");
    return false;
  }
  return matches != negated;
}

void SheetParser::media_rule(Tokens prelude, Tokens block, int depth) {
  bool any = prelude.empty();
  for (const auto query : split_at_commas(prelude)) any = any || (!query.empty() && media_matches(query));
  if (!any) return;
  Cursor in(block);
  rules(in, depth + 1);
}

void SheetParser::supports_rule(Tokens prelude, Tokens block, int depth) {
  Cursor in(prelude);
  const bool negated = in.take_word("not");
  bool fine = in.take(TokenKind::open_paren);
  Cursor inner(in.block(TokenKind::close_paren));
  const Token name = inner.next();
  fine = fine && inner.take(TokenKind::colon) && in.done();
  if (!fine) return warn("sats.css.at-regel", prelude.empty() ? 0 : prelude.front().offset, "@supports");
  const auto outcome = parse_declaration(name.text, inner.rest(), set_.pool, [](PropertyId, const Value&) {});
  if ((outcome == ParseOutcome::fine) == negated) return;
  Cursor rules_in(block);
  rules(rules_in, depth + 1);
}

void SheetParser::page_rule(Tokens prelude, Tokens block, std::uint32_t offset) {
  auto selectors = split_at_commas(prelude);
  for (const auto selector : selectors) {
    PageRule rule;
    rule.origin = origin_;
    Cursor in(selector);
    if (in.peek().is(TokenKind::ident)) {
      rule.name = in.next().text;
      rule.specificity += 1U << 16U;
    }
    while (in.take(TokenKind::colon)) {
      const Token pseudo = in.next();
      if (pseudo.is_word("first"))
        rule.first = true, rule.specificity += 1U << 8U;
      else if (pseudo.is_word("blank"))
        rule.blank = true, rule.specificity += 1U << 8U;
      else if (pseudo.is_word("left"))
        rule.side = PageRule::Side::left, rule.specificity += 1;
      else if (pseudo.is_word("right"))
        rule.side = PageRule::Side::right, rule.specificity += 1;
      else
        return warn("sats.css.vaelger", pseudo.offset, pseudo.text);
    }
    if (!in.done()) return warn("sats.css.vaelger", in.peek().offset, "@page");
    add_page_rule(rule, block);
  }
  (void)offset;
}

void SheetParser::add_page_rule(PageRule rule, Tokens block) {
  Cursor in(block);
  std::vector<std::pair<MarginBox, Tokens>> boxes;
  rule.first_declaration = static_cast<std::uint32_t>(set_.declarations.size());
  while (!in.done()) {
    if (in.take(TokenKind::semicolon)) continue;
    if (!in.peek().is(TokenKind::at_keyword)) {
      declaration(take_declaration(in));
      continue;
    }
    const Token keyword = in.next();
    const auto found =
        std::ranges::find_if(kMarginBoxNames, [&](auto name) { return equals_ignoring_case(keyword.text, name); });
    if (!in.take(TokenKind::open_brace)) return warn("sats.css.uafsluttet", keyword.offset, keyword.text);
    const auto inner = in.block(TokenKind::close_brace);
    if (found == kMarginBoxNames.end())
      warn("sats.css.at-regel", keyword.offset, fmt::format("@{}", keyword.text));
    else
      boxes.emplace_back(static_cast<MarginBox>(found - kMarginBoxNames.begin()), inner);
  }
  rule.declaration_count = static_cast<std::uint32_t>(set_.declarations.size()) - rule.first_declaration;
  set_.page_rules.push_back(rule);
  for (const auto& [box, inner] : boxes) {
    rule.box = box;
    rule.first_declaration = static_cast<std::uint32_t>(set_.declarations.size());
    declarations(inner);
    rule.declaration_count = static_cast<std::uint32_t>(set_.declarations.size()) - rule.first_declaration;
    set_.page_rules.push_back(rule);
    for (const auto& declared : std::span(set_.declarations).subspan(rule.first_declaration)) check_margin_content(declared);
  }
}

void SheetParser::check_margin_content(const Declaration& declaration) {
  if (declaration.value.kind != Value::Kind::pointer || declaration.value.pointer == nullptr) return;
  if (longhands_of("content").front() != declaration.property) return;
  using Kind = ContentItem::Kind;
  for (const auto& item : static_cast<const ContentList*>(declaration.value.pointer)->items) {
    const bool of_page = item.kind == Kind::counter && (item.text == "page" || item.text == "pages");
    const bool of_none =
        item.kind == Kind::text || item.kind == Kind::string || item.kind == Kind::picture || item.kind == Kind::leader;
    if (!of_page && !of_none) return warn("sats.css.randboks", declaration.offset, "content");
  }
}

void SheetParser::font_face(Tokens block, std::uint32_t offset) {
  FontFaceRule face;
  face.sheet = sheet_;
  Cursor in(block);
  while (!in.done()) {
    Cursor one(take_declaration(in));
    const Token name = one.next();
    if (!one.take(TokenKind::colon)) continue;
    if (name.is_word("font-family"))
      face.family = one.next().text;
    else if (name.is_word("font-style"))
      face.italic = one.take_word("italic") || one.take_word("oblique");
    else if (name.is_word("font-weight")) {
      const Token weight = one.next();
      face.weight = weight.is(TokenKind::number) ? static_cast<int>(std::clamp(weight.number, 1.0, 1000.0))
                    : weight.is_word("bold")     ? 700
                                                 : 400;
    } else if (name.is_word("src")) {
      for (const auto source : split_at_commas(one.rest())) {
        if (source.empty()) continue;
        Cursor part(source);
        const Token address = part.next();
        if (face.files.empty()) face.offset = address.offset;
        if (address.is(TokenKind::url))
          face.files.push_back(address.text);
        else if (address.is_function("url"))
          face.files.push_back(Cursor(part.arguments()).next().text);
      }
    }
  }
  if (face.family.empty() || face.files.empty()) return warn("sats.css.font-face", offset, "@font-face");
  set_.font_faces.push_back(std::move(face));
}

void SheetParser::declarations(Tokens block) {
  Cursor in(block);
  while (!in.done()) {
    if (in.take(TokenKind::semicolon)) continue;
    declaration(take_declaration(in));
  }
}

void SheetParser::declaration(Tokens tokens) {
  if (const auto fault = read_declaration(tokens, source_->text, set_.pool, set_.declarations))
    set_.problems.add(problem_of(*fault, source_));
}

}  // namespace sats::css
