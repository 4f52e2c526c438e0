#pragma once

#include <optional>
#include <string>

#include "base/problem.h"
#include "sats/css/cursor.h"
#include "sats/css/property.h"

namespace sats::css {

/// What is wrong with a declaration, as a message, and where it stands in its text.
struct DeclarationFault {
  const char* code = "";
  std::string name;
  std::string value;
  std::string suggestion;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Moves past one `name: value` to behind its semicolon.
Tokens take_declaration(Cursor& in);

/// Reads one declaration of a text and adds what it declares.
std::optional<DeclarationFault> read_declaration(Tokens tokens, std::string_view text, ValuePool& pool,
                                                 std::vector<Declaration>& into);

/// The fault as a problem; its text begins at `shift` in the source.
base::Problem problem_of(const DeclarationFault& fault, const base::Source& source, std::uint32_t shift = 0);

}  // namespace sats::css
