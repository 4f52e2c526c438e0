#include <fmt/format.h>

#include "sats/css/value_parsers.h"
#include "sats/style/computed_style.h"

namespace sats::css {

const std::string_view kListStyleWords =
    "disc circle square dash decimal decimal-leading-zero lower-alpha upper-alpha lower-roman upper-roman lower-greek none "
    "string "
    "lower-latin=lower-alpha upper-latin=upper-alpha";

namespace {

void point_to(Value& out, const void* pointer) {
  out.kind = Value::Kind::pointer;
  out.pointer = pointer;
}

std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  for (const char c : text) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return (seed ^ 0xFFU) * 0x100000001B3ULL;
}

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
  if (item.kind == ContentItem::Kind::counters) {
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
  } else if (token.is_function("target-counter")) {
    item.kind = Kind::target_counter;
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

bool parse_font_family(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  FamilyList list;
  list.key = 0xCBF29CE484222325ULL;
  do {
    std::string_view name;
    if (in.peek().is(TokenKind::string)) {
      name = in.next().text;
    } else {
      std::string joined;
      while (in.peek().is(TokenKind::ident)) joined += (joined.empty() ? "" : " ") + std::string(in.next().text);
      name = pool.texts.emplace_back(std::move(joined));
    }
    if (name.empty()) return false;
    list.key = hash_of(name, list.key);
    list.names.push_back(name);
  } while (in.take(TokenKind::comma));
  point_to(out, &pool.families.emplace_back(std::move(list)));
  return true;
}

bool parse_picture(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  if (in.take_word("none")) {
    point_to(out, nullptr);
    return true;
  }
  const Token token = in.next();
  std::string_view address = token.is(TokenKind::url) ? token.text : std::string_view{};
  if (token.is_function("url")) address = Cursor(in.arguments()).next().text;
  if (address.empty()) return false;
  point_to(out, &pool.strings.emplace_back(StringValue{address}));
  return true;
}

bool parse_string_or_none(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  if (in.take_word("none")) {
    point_to(out, nullptr);
    return true;
  }
  if (!in.peek().is(TokenKind::string)) return false;
  point_to(out, &pool.strings.emplace_back(StringValue{in.next().text}));
  return true;
}

bool parse_page_name(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  if (!in.peek().is(TokenKind::ident)) return false;
  const auto name = in.next().text;
  if (equals_ignoring_case(name, "auto"))
    out.kind = Value::Kind::inherit;
  else
    point_to(out, &pool.strings.emplace_back(StringValue{name}));
  return true;
}

bool parse_list_style_type(Cursor& in, const Property& row, ValuePool& pool, Value& out) {
  if (!in.peek().is(TokenKind::string)) return parse_keyword(in, row, pool, out);
  point_to(out, &pool.strings.emplace_back(StringValue{in.next().text}));
  return true;
}

bool parse_quotes(Cursor& in, const Property& /*row*/, ValuePool& pool, Value& out) {
  if (in.take_word("auto")) {
    point_to(out, nullptr);
    return true;
  }
  QuoteList list;
  if (!in.take_word("none")) {
    while (in.peek().is(TokenKind::string)) {
      const auto open = in.next().text;
      if (!in.peek().is(TokenKind::string)) return false;
      list.pairs.emplace_back(open, in.next().text);
    }
    if (list.pairs.empty()) return false;
  }
  point_to(out, &pool.quotes.emplace_back(std::move(list)));
  return true;
}

bool parse_page_size(Cursor& in, const Property& row, ValuePool& pool, Value& out) {
  struct Paper {
    std::string_view name;
    float width;  // mm
    float height;
  };
  static constexpr Paper kPapers[] = {{"a3", 297, 420},           {"a4", 210, 297},          {"a5", 148, 210},
                                      {"a6", 105, 148},           {"b4", 250, 353},          {"b5", 176, 250},
                                      {"letter", 215.9F, 279.4F}, {"legal", 215.9F, 355.6F}, {"ledger", 279.4F, 431.8F}};
  PageSize size;
  int lengths = 0;
  bool any = in.take_word("auto");
  while (!in.done()) {
    any = true;
    if (in.peek().is(TokenKind::ident)) {
      const Token token = in.next();
      if (token.is_word("portrait"))
        size.turn = PageSize::Turn::portrait;
      else if (token.is_word("landscape"))
        size.turn = PageSize::Turn::landscape;
      else {
        const auto* paper =
            std::find_if(std::begin(kPapers), std::end(kPapers), [&](const Paper& p) { return token.is_word(p.name); });
        if (paper == std::end(kPapers)) return false;
        size.width = paper->width * 72 / 25.4F;
        size.height = paper->height * 72 / 25.4F;
      }
      continue;
    }
    Value length;
    if (lengths == 2 || !parse_length(in, row, pool, length) || length.kind != Value::Kind::length ||
        length.unit != Value::Unit::points || length.number <= 0) {
      return false;
    }
    (lengths++ == 0 ? size.width : size.height) = length.number;
  }
  if (lengths == 1) size.height = size.width;
  point_to(out, &pool.page_sizes.emplace_back(size));
  return any;
}

}  // namespace sats::css
