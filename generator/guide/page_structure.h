#pragma once

#include "base/problem.h"
#include "guide/guide.h"

namespace guide {

/// Gives a page's headings, boxes, tables, figures and terms their anchors and its headings their numbers (`3.2` in chapter
/// 3), and makes the page's contents. Headings first, so that a new box never changes a heading's anchor. A heading of level
/// 1 and a level that is jumped over are errors.
void structure_page(Page& page, base::Problems& problems);

/// Turns the line ends of the source into spaces.
void join_lines(std::vector<Node>& nodes);

/// Whether the headings begin at level 2 and jump over no level; errors otherwise.
void check_heading_levels(const std::vector<Node>& nodes, base::Problems& problems);

/// Numbers the captioned tables and the figures of a guide in reading order. Those of the colophon have no numbers: it
/// stands last in the website and first in the book.
void number_captions(Guide& guide);

/// Numbers a page's footnotes by the order of their first marks and counts the marks. `footnotes` are numbered as they came.
void number_footnotes(Page& page, std::vector<std::vector<Node>> footnotes);

}  // namespace guide
