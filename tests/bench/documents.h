#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

/// The documents that engines are compared on.
enum class Kind {
  plan,   ///< 3 pages: about 900 words, 5 tables, a timeline.
  guide,  ///< About 100 pages: 50,000 words, 150 contents entries with page numbers.
  book,   ///< The guide twenty times over: about 2,000 pages.
  table   ///< One table of 500 rows.
};

/// One document: whole HTML with its style sheet inside.
struct Document {
  std::string html;
  std::string typst;  ///< The same content for Typst; empty for the book.
};

/// Makes a document. Every seed gives other names, numbers and sentences, so that nothing is served from a cache.
Document make_document(Kind kind, std::uint32_t seed);

/// The kind of a name (`plan`, `guide`, `book`, `table`); the plan for any other.
Kind kind_named(std::string_view name);

}  // namespace bench
