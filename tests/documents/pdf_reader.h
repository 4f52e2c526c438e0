#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "documents/letters.h"

namespace documents {

/// A bookmark and the page it leads to.
struct Bookmark {
  std::u32string title;  ///< Without white space.
  int level = 1;
  std::uint32_t page = 0;

  bool operator==(const Bookmark&) const = default;
};

/// A link's annotation: the page it stands on, and the address or `#` and the name of the destination it leads to.
struct LinkArea {
  std::uint32_t page = 0;
  std::string target;

  auto operator<=>(const LinkArea&) const = default;
};

/// What stands on a page in the order it is painted.
struct PageText {
  std::u32string all;         ///< Every letter, also of running lines; divided words as they stand.
  std::u32string furniture;   ///< The letters of artifacts that belong to the page: running heads and feet.
  std::u32string repetition;  ///< The letters of all other artifacts.
  std::u32string fields;      ///< What is written in form fields, in the order of the page's annotations.
};

struct Field {
  std::u32string name;
  std::u32string label;
  std::u32string value;
};

/// A finished PDF as its readers meet it; read with libqpdf and nothing of the program that wrote it.
struct ReadPdf {
  Letters text;  ///< In the order of the tag tree, with alternatives for pictures.
  std::vector<PageText> pages;
  std::vector<Bookmark> bookmarks;
  std::map<std::string, std::uint32_t> destinations;  ///< Page by name.
  std::set<LinkArea> links;
  std::vector<Field> fields;
};

/// Throws what libqpdf throws when the file cannot be read.
ReadPdf read_pdf(std::string_view pdf);

}  // namespace documents
