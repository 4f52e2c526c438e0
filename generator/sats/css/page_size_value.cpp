#include <algorithm>
#include <array>

#include "sats/css/value_parsers.h"

namespace sats::css {

namespace {

struct Paper {
  std::string_view name;
  float width;  ///< mm
  float height;
};
constexpr std::array kPapers = std::to_array<Paper>({{"a3", 297, 420},
                                                     {"a4", 210, 297},
                                                     {"a5", 148, 210},
                                                     {"a6", 105, 148},
                                                     {"b4", 250, 353},
                                                     {"b5", 176, 250},
                                                     {"letter", 215.9F, 279.4F},
                                                     {"legal", 215.9F, 355.6F},
                                                     {"ledger", 279.4F, 431.8F}});

bool read_page_word(const Token& token, PageSize& size) {
  if (token.is_word("portrait") || token.is_word("landscape")) {
    size.turn = token.is_word("portrait") ? PageSize::Turn::portrait : PageSize::Turn::landscape;
    return true;
  }
  const auto* paper = std::ranges::find_if(kPapers, [&token](const Paper& row) { return token.is_word(row.name); });
  if (paper == kPapers.end()) return false;
  size.width = paper->width * 72 / 25.4F;
  size.height = paper->height * 72 / 25.4F;
  return true;
}

}  // namespace

bool parse_page_size(Cursor& in, const Property& row, ValuePool& pool, Value& out) {
  PageSize size;
  int lengths = 0;
  bool any = in.take_word("auto");
  for (; !in.done(); any = true) {
    if (in.peek().is(TokenKind::ident)) {
      if (!read_page_word(in.next(), size)) return false;
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
