#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/html.h"
#include "base/problem.h"
#include "guide/guide.h"
#include "guide/snippets.h"
#include "theme/theme.h"

namespace theme {

/// What the text of a guide is written for: a page of the website, the book, or the whole guide as one page of the screen.
enum class Medium { screen, paper, one_page };

/// The files of a guide as addresses that hold them, by their paths.
using FileAddresses = std::map<std::string, std::string>;

/// Where a piece of a guide stands. Without a guide and a page (a text around a plan) links lead out only.
struct BodyPlace {
  const Theme& theme;
  base::Problems& problems;  ///< For templates of boxes and figures that ask for unknown fields.
  Medium medium = Medium::screen;
  const guide::Guide* guide = nullptr;
  const guide::Page* page = nullptr;
  int notes_before = 0;   ///< Of the book's pages before: its notes are numbered through.
  int deeper = 0;         ///< How many levels headings move down, so that the book keeps one order of headings.
  std::string file_root;  ///< On paper, what stands before the paths of pictures.
  const FileAddresses* files = nullptr;  ///< On one page, what holds the guide's files.
};

/// Blocks or inlines as markup.
base::Html body_html(std::span<const guide::Node> nodes, const BodyPlace& place);

/// The notes of a page as a list, each with links back to its marks; nothing when there are none.
base::Html footnotes_html(const BodyPlace& place);

/// A figure drawn from data, through the template `figur-<component>`.
base::Html figure_html(const guide::Figure& figure, const std::vector<guide::Node>& caption, const BodyPlace& place);

/// A guide text around a plan.
base::Html snippet_html(const Theme& theme, const guide::Snippet& snippet, base::Problems& problems);

/// The id of an anchor as it stands in the page, or in the book or the one page, where it must be unique in all of the
/// guide.
std::string anchor_id(const BodyPlace& place, std::string_view anchor);

/// The id of a page, or of an anchor on it, inside the book.
std::string book_id(std::string_view page_id, std::string_view anchor);

/// An address as it is printed: readable, and without what a reader need not type.
std::string printed_address(std::string_view url);

}  // namespace theme
