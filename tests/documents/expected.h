#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/print_document.h"
#include "documents/letters.h"
#include "sats/typeset.h"

namespace documents {

/// A stretch of the expected letters.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct ExpectedId {
  std::string id;
  Stretch letters;
};

struct ExpectedBookmark {
  std::u32string title;  ///< Without white space.
  int level = 1;
  std::size_t begin = 0;
};

struct ExpectedLink {
  std::string target;
  Stretch letters;
};

/// Rows or a title that stand again at the top of each page that a table or box goes on on.
struct ExpectedRepetition {
  std::u32string letters;
  Stretch original;
  Stretch whole;
};

/// What an element sets a named string to.
struct ExpectedString {
  std::string name;
  std::string text;
  std::size_t begin = 0;
};

struct ExpectedField {
  std::u32string name;
  std::u32string label;
};

/// Everything that the HTML and its style sheets say must be in the PDF, whatever page it comes to stand on.
struct Expected {
  Letters text;
  std::vector<ExpectedId> ids;
  std::vector<ExpectedBookmark> bookmarks;
  std::vector<ExpectedLink> links;
  std::vector<ExpectedRepetition> repetitions;
  std::vector<ExpectedString> strings;
  std::vector<ExpectedField> fields;
  std::u32string hidden;  ///< Letters that are printed and not read aloud.
  /// What running heads and feet are made of, by line: pieces of text, `{page}`, `{pages}` and `{string NAME}`.
  std::vector<std::string> running_lines;
};

/// Page numbers are those of the landmarks; that they are right is for the caller to see.
Expected expect(const base::PrintDocument& document, const std::map<std::string, std::uint32_t>& pages);

}  // namespace documents
