#include "sats/css/value_parsers.h"
#include "sats/style/computed_style.h"

namespace sats::css {

namespace {

/// `auto` or one name of CSS.
std::string_view ident(Cursor& in) { return in.peek().is(TokenKind::ident) ? in.next().text : std::string_view{}; }

bool read_counter_style(Cursor& in, std::uint8_t& style) {
  style = static_cast<std::uint8_t>(style::ListStyleType::decimal);
  if (!in.take(TokenKind::comma)) return true;
  const auto index = keyword_index(kListStyleWords, ident(in));
  if (index) style = *index;
  return index.has_value();
}

/// The first argument of the target functions: `attr(href)`, `attr(href url)`, a string or url().
bool read_target(Cursor& in, Target& target) {
  const Token token = in.next();
  if (token.is(TokenKind::string) || token.is(TokenKind::url)) {
    target.address = token.text;
    return true;
  }
  if (token.is_function("attr")) {
    Cursor inner(in.arguments());
    target.attribute = ident(inner);
    ident(inner);
    return !target.attribute.empty() && inner.done();
  }
  if (!token.is_function("url")) return false;
  Cursor inner(in.arguments());
  target.address = inner.next().text;
  return !target.address.empty();
}

bool read_text_part(std::string_view word, TextPart& part) {
  const auto index = keyword_index("content before after first-letter marker text=content", word);
  if (index) part = static_cast<TextPart>(*index);
  return index.has_value();
}

bool read_leader(Cursor& in, ContentItem& item) {
  item.kind = ContentItem::Kind::leader;
  if (in.peek().is(TokenKind::string)) {
    item.text = in.next().text;
    return !item.text.empty();
  }
  const auto word = ident(in);
  if (equals_ignoring_case(word, "dotted")) item.text = ". ";
  if (equals_ignoring_case(word, "solid")) item.text = "_";
  if (equals_ignoring_case(word, "space")) item.text = " ";
  return !item.text.empty();
}

bool read_counter(Cursor& in, ContentItem& item) {
  item.text = ident(in);
  if (item.text.empty()) return false;
  if (item.kind == ContentItem::Kind::counters || item.kind == ContentItem::Kind::target_counters) {
    if (!in.take(TokenKind::comma) || !in.peek().is(TokenKind::string)) return false;
    item.separator = in.next().text;
  }
  return read_counter_style(in, item.list_style);
}

bool read_target_counter(Cursor& in, ContentItem& item) {
  return read_target(in, item.target) && in.take(TokenKind::comma) && read_counter(in, item);
}

bool read_string_reference(Cursor& in, ContentItem& item) {
  item.kind = ContentItem::Kind::string;
  item.text = ident(in);
  if (item.text.empty()) return false;
  if (!in.take(TokenKind::comma)) return true;
  const auto pick = keyword_index("first start last first-except", ident(in));
  if (pick) item.pick = static_cast<StringPick>(*pick);
  return pick.has_value();
}

bool read_function(const Token& token, Cursor arguments, ContentItem& item) {
  using Kind = ContentItem::Kind;
  bool fine = false;
  if (token.is_function("attr")) {
    item.kind = Kind::attribute;
    item.text = ident(arguments);
    fine = !item.text.empty();
  } else if (token.is_function("counter") || token.is_function("counters")) {
    item.kind = token.is_function("counter") ? Kind::counter : Kind::counters;
    fine = read_counter(arguments, item);
  } else if (token.is_function("string")) {
    fine = read_string_reference(arguments, item);
  } else if (token.is_function("target-counter") || token.is_function("target-counters")) {
    item.kind = token.is_function("target-counter") ? Kind::target_counter : Kind::target_counters;
    fine = read_target_counter(arguments, item);
  } else if (token.is_function("target-text")) {
    item.kind = Kind::target_text;
    fine = read_target(arguments, item.target) &&
           (!arguments.take(TokenKind::comma) || read_text_part(ident(arguments), item.part));
  } else if (token.is_function("leader")) {
    fine = read_leader(arguments, item);
  } else if (token.is_function("content")) {
    item.kind = Kind::element_text;
    fine = arguments.done() || read_text_part(ident(arguments), item.part);
  } else if (token.is_function("url")) {
    item.kind = Kind::picture;
    item.text = arguments.next().text;
    fine = !item.text.empty();
  }
  return fine && arguments.done();
}

bool read_content_item(Cursor& in, ContentItem& item) {
  using Kind = ContentItem::Kind;
  const Token token = in.next();
  if (token.is(TokenKind::string) || token.is(TokenKind::url)) {
    item.kind = token.is(TokenKind::string) ? Kind::text : Kind::picture;
    item.text = token.text;
    return true;
  }
  if (token.is(TokenKind::function)) return read_function(token, Cursor(in.arguments()), item);
  if (!token.is(TokenKind::ident)) return false;
  const auto quote = keyword_index("open-quote close-quote no-open-quote no-close-quote", token.text);
  if (quote) item.kind = static_cast<Kind>(static_cast<int>(Kind::open_quote) + *quote);
  return quote.has_value();
}

}  // namespace

bool parse_content(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  if (in.take_word("normal")) {
    point_to(out, nullptr);
    return true;
  }
  ContentList list;
  if (!in.take_word("none")) {
    while (!in.done()) {
      // `content: url(x) / "alternative"`: what follows the slash is for readers aloud; pictures in content are decoration.
      if (in.take_delim('/')) {
        while (!in.done()) in.next();
        break;
      }
      if (!read_content_item(in, list.items.emplace_back())) return false;
    }
    if (list.items.empty()) return false;
  }
  point_to(out, &pool.contents.emplace_back(std::move(list)));
  return true;
}

bool parse_counters(Cursor& in, const Property& row, ValuePool& pool, Value& out) {
  CounterList list;
  const int standard = row.name == "counter-increment" ? 1 : 0;
  if (!in.take_word("none")) {
    while (in.peek().is(TokenKind::ident)) {
      CounterChange change{in.next().text, standard};
      if (in.peek().is(TokenKind::number) && in.peek().integer) {
        change.value = static_cast<int>(std::clamp(in.next().number, -1e6, 1e6));
      }
      list.changes.push_back(change);
    }
    if (list.changes.empty()) return false;
  }
  point_to(out, &pool.counters.emplace_back(std::move(list)));
  return true;
}

bool parse_string_set(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  StringSetList list;
  if (!in.take_word("none")) {
    do {
      StringSet set;
      set.name = ident(in);
      while (!in.done() && !in.peek().is(TokenKind::comma)) {
        if (!read_content_item(in, set.value.items.emplace_back())) return false;
      }
      if (set.name.empty() || set.value.items.empty()) return false;
      list.sets.push_back(std::move(set));
    } while (in.take(TokenKind::comma));
  }
  point_to(out, &pool.string_sets.emplace_back(std::move(list)));
  return true;
}

}  // namespace sats::css
