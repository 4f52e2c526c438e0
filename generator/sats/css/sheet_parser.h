#pragma once

#include "sats/css/rule_set.h"

namespace sats::css {

/// Reads one style sheet into a rule set.
class SheetParser {
 public:
  SheetParser(RuleSet& set, base::Source source, Origin origin, std::uint32_t sheet)
      : set_(set), source_(std::move(source)), origin_(origin), sheet_(sheet) {}

  void parse();

 private:
  void rules(Cursor& in, int depth);
  void at_rule(const Token& keyword, Cursor& in, int depth);
  void style_rule(Tokens prelude, Tokens block);
  void media_rule(Tokens prelude, Tokens block, int depth);
  void supports_rule(Tokens prelude, Tokens block, int depth);
  void page_rule(Tokens prelude, Tokens block, std::uint32_t offset);
  void font_face(Tokens block, std::uint32_t offset);
  void add_page_rule(PageRule rule, Tokens declarations);
  void declarations(Tokens block);
  /// Reports what a box in the margin cannot have, because it has no element.
  void check_margin_content(const Declaration& declaration);
  void declaration(Tokens tokens);
  bool media_matches(Tokens query);
  void warn(const char* code, std::uint32_t offset, std::string_view value, std::string_view suggestion = {});

  RuleSet& set_;
  base::Source source_;
  Origin origin_;
  std::uint32_t sheet_;
};

}  // namespace sats::css
