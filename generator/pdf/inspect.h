#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pdf {

/// A bookmark as a reader shows it; `page` counts from 1 and is 0 when it leads nowhere.
struct OutlineEntry {
  std::string title;
  int page = 0;
  std::vector<OutlineEntry> children;
};

/// A link on a page: either to a page of the same file, or to an address.
struct PageLink {
  int page = 0;
  int target_page = 0;  ///< 0 for an address.
  std::string address;
};

struct PageSize {
  double width = 0;  ///< In points of 1/72 inch.
  double height = 0;
};

/// What a PDF file says of itself.
struct Inspection {
  std::string title;
  std::string language;
  std::string author;
  std::string subject;
  bool tagged = false;
  bool shows_title = false;  ///< The window title is the document's, not the file's (DisplayDocTitle).
  std::vector<PageSize> pages;
  std::vector<OutlineEntry> outline;
  std::vector<PageLink> links;
};

/// Reads a PDF from memory, or nothing when it is none.
std::optional<Inspection> inspect(std::string_view pdf);

/// The number of pages, or nothing when the bytes are not a readable PDF with at least one page.
std::optional<int> page_count(std::string_view pdf);

}  // namespace pdf
