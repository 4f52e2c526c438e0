#pragma once

#include <string>
#include <vector>

#include "pdf/prepare/markup.h"

namespace pdf {

/// An element that must be found on paper: the first of these marks that was drawn tells where it begins.
struct Place {
  std::vector<int> marks;
};

struct NamedPlace {
  std::string id;
  Place place;
};

struct Heading {
  std::string title;
  int level = 1;
  bool bookmark = false;
  int mark = 0;
  Place place;
};

/// Something that must not stand alone at the foot of a page: a heading, a caption, or the head of a table.
struct Keep {
  int start = 0;  ///< The mark of what moves: the element itself, or the first of those that directly follow one another.
  int self = 0;   ///< The mark whose box is what must not be alone.
  Place next;     ///< What must begin on the same page.
};

struct Chapter {
  std::string title;
  Place place;
};

struct Link {
  int mark = 0;
  std::string target;  ///< `#id` or an address.
};

/// A line with dots from where `leader` stands up to `end`.
struct Leader {
  int leader = 0;
  int end = 0;
};

/// Everything in a document that has to be found again on its pages, in document order.
struct Survey {
  int mark_count = 0;
  bool has_page_numbers = false;
  std::vector<NamedPlace> named;
  std::vector<Heading> headings;
  std::vector<Chapter> chapters;
  std::vector<Link> links;
  std::vector<Leader> leaders;
  std::vector<Keep> keeps;
  std::vector<int> rows;  ///< Marks of table rows, which QtWebKit divides between lines whatever the sheet says.
};

/// Walks the body, gives the elements that matter their marks (drawn by their style), and lists them. Leaders get the
/// form in which they take no room for their dots, and folded details are unfolded.
Survey survey(Node& body);

}  // namespace pdf
