#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace base {

/// A style sheet in the print profile; the name is shown in problems.
struct Stylesheet {
  std::string name;
  std::string css;
};

/// A line of text at the head or foot of each page. `{title}`, `{chapter}`, `{page}` and `{pages}` are filled in per page;
/// `{chapter}` is the text of the latest element with the attribute `data-chapter`.
struct RunningLine {
  std::string left;
  std::string center;
  std::string right;
};

/// The names that a running line may have in braces.
inline constexpr std::array<std::string_view, 4> kRunningFields{"title", "chapter", "page", "pages"};

/// Whether the first page (a cover) has running lines like the others.
enum class FirstPage { running, plain };

/// Paper size and margins in millimetres, and the running lines.
struct PageSetup {
  double width = 210;
  double height = 297;
  double margin_top = 22;
  double margin_right = 20;
  double margin_bottom = 22;
  double margin_left = 20;
  RunningLine header;
  RunningLine footer;
  FirstPage first_page = FirstPage::running;
};

/// A document on its way to paper: semantic HTML, its style sheets, and what the PDF says of itself.
///
/// What an engine must understand in the HTML beyond HTML itself:
/// - headings h1-h6 with an `id` become bookmarks (unless they carry `data-no-bookmark`), with their own words or those of
///   `data-bookmark`;
/// - an empty element with `data-page-of="#id"` gets the page number on which the element with that id begins;
/// - an empty element with `data-leader` fills the line with dots up to what follows it;
/// - `data-chapter` on an element sets `{chapter}` for the running lines from its page on;
/// - `<a href="#id">` becomes a link inside the PDF, other links stay links.
struct PrintDocument {
  std::string html;
  std::vector<Stylesheet> stylesheets;
  PageSetup page;
  std::string title;
  std::string language = "da";
  std::string author;
  std::string subject;
  std::string source;  ///< The file or folder that it was made of, which problems name; never a person.
};

}  // namespace base
