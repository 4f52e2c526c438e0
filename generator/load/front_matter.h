#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/problem.h"

namespace load {

/// A text of the input and where it stands.
struct PlacedText {
  std::string text;
  base::Span where;
};

/// A whole number of the input and where it stands.
struct PlacedNumber {
  int value = 0;
  base::Span where;
};

enum class Print { yes, no };

/// Which way the chapter's pages lie in the book.
enum class Sheet { upright, landscape };

/// What a Markdown file says of itself between two lines `---` at its top. Absent fields are empty.
struct FrontMatter {
  std::optional<PlacedText> title;
  std::optional<PlacedText> subtitle;
  std::optional<PlacedNumber> order;  ///< 0 to 99999; small comes first.
  std::optional<PlacedText> summary;
  std::optional<PlacedText> part;  ///< The part's folder, for a chapter that does not lie in it.
  std::vector<PlacedText> audience;
  std::optional<base::Date> updated;
  Print print = Print::yes;
  Sheet sheet = Sheet::upright;
};

/// Whether a file without a title is a problem.
enum class Title { required, optional };

/// A Markdown file: its text, what its front matter says, and the byte where the body begins.
struct MarkdownFile {
  base::Source source;
  FrontMatter front;
  std::uint32_t body_begin = 0;
};

/// Reads the front matter at the top of a source. A field with an error is left empty, so that the body can be looked at;
/// front matter that is no list of fields leaves nothing.
std::optional<MarkdownFile> read_front_matter(const base::Source& source, Title title, base::Problems& problems);

}  // namespace load
