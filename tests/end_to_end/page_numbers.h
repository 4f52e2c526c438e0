#pragma once

#include <string>
#include <vector>

#include "end_to_end/pdf_pages.h"

namespace end_to_end {

/// A line of the contents: its words without the dots, the page that it names, and where its link leads.
struct ContentsLine {
  std::string text;  ///< Squeezed; a chapter's number stands before its title.
  std::size_t page = 0;
  Place target;
};

/// The contents of a plan: they stand before its first section.
std::vector<ContentsLine> contents_of_plan(const PdfPages& pdf);

/// The contents of the book: they stand on the pages of the bookmark that is called so.
std::vector<ContentsLine> contents_of_book(const PdfPages& pdf);

/// Whether a line of the contents has a title, with or without a number before it.
bool has_title(const ContentsLine& line, const std::string& title);

/// Whether a title stands where a link or a bookmark leads to, and not only somewhere on the page.
bool stands_at(const PdfPages& pdf, const Place& place, const std::string& title);

/// The numbers of `(side 12)` and of the page that the link before it leads to.
struct CrossReference {
  std::size_t page = 0;
  std::size_t named = 0;
  std::size_t target = 0;  ///< 0 when there is no link before it.
};

std::vector<CrossReference> cross_references(const PdfPages& pdf);

}  // namespace end_to_end
