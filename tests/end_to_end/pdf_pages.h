#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace end_to_end {

/// A rectangle of a page in points, from the page's upper left corner.
struct Area {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

/// A word as poppler reads it, in reading order.
struct Word {
  std::string text;
  Area area;
};

/// A place that a link or a bookmark leads to; page 0 is nowhere.
struct Place {
  std::size_t page = 0;
  double top = 0;
};

/// A link on a page: to a place of the file, or to an address.
struct Link {
  std::size_t page = 0;
  std::vector<Area> areas;
  Place target;
  std::string address;
};

struct Bookmark {
  std::string title;
  int level = 1;
  Place target;
};

/// A PDF by its pages, as poppler and qpdf see it; pages count from 1.
struct PdfPages {
  std::vector<std::vector<Word>> words;  ///< Those of page 1 first.
  std::vector<Link> links;
  std::vector<Bookmark> bookmarks;

  /// The words of a page whose middle lies in one of the areas, in reading order.
  [[nodiscard]] std::vector<std::string> words_in(std::size_t page, const std::vector<Area>& areas) const;

  /// What stands at a place and in so many points below it.
  [[nodiscard]] std::string text_at(const Place& place, double height) const;

  /// What stands in the upper margin of a page.
  [[nodiscard]] std::string running_head(std::size_t page) const;
};

PdfPages read_pages(const std::filesystem::path& pdf);

/// Text without white space and commas, so that a title that is broken over lines is found, and a title with a date that
/// stands on a line of its own where it leads to.
std::string squeezed(const std::string& text);

}  // namespace end_to_end
