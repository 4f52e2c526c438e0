#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/file_store.h"
#include "base/problem.h"
#include "guide/node.h"
#include "guide/readers.h"

namespace guide {

/// One line of a page's contents; deeper headings are its children.
struct ContentsEntry {
  std::string title;
  std::string anchor;
  std::string number;  ///< As Heading::number.
  int level = 2;
  std::vector<ContentsEntry> children;
};

/// A footnote of a page; numbers run 1..n in the order in which the text refers to them.
struct Footnote {
  int number = 0;
  int references = 0;  ///< How many marks point here (FootnoteReference::occurrence 1..references).
  std::vector<Node> nodes;
};

enum class InPrint { yes, no };

/// Which way a page's sheets lie in the book; wide tables and schedules want landscape.
enum class Sheet { upright, landscape };

/// A page of the website and a section of the book: the guide's front page, a part's page, or a chapter.
struct Page {
  std::string id;      ///< Unique in the guide and fit for an HTML id: `samtalen-kontrakt`. Links name pages by it.
  std::string source;  ///< Path of the Markdown file below the guide's folder: `02-samtalen/kontrakt.md`.
  std::string path;    ///< Path of the web page below the guide's output: `samtalen/kontrakt.html`.
  std::string title;
  std::string summary;
  int number = 0;          ///< Chapters in parts: 1, 2, ... through the guide; 0 for pages that are not numbered.
  int number_in_part = 0;  ///< Chapters in parts: 1, 2, ... within the part.
  Audiences audiences;     ///< Its own, and those of the part and the guide it stands in. Empty: for everyone.
  std::optional<base::Date> updated;
  InPrint in_print = InPrint::yes;
  Sheet sheet = Sheet::upright;
  std::vector<Node> nodes;  ///< The body, without the title.
  std::vector<ContentsEntry> contents;
  std::vector<Footnote> footnotes;
  std::string previous;  ///< Id of the page before this one in reading order; empty at the front.
  std::string next;
};

/// Chapters that belong together. A part without a page (`page` empty) is a run of chapters that stand outside the parts,
/// such as a foreword or the glossary; it has no divider, and its chapters are not numbered.
struct Part {
  std::optional<Page> page;  ///< The folder's `index.md`: title, summary, text of the divider.
  int number = 0;            ///< 1, 2, ... for parts with a page; picks the part's colour.
  std::vector<Page> chapters;
};

/// A term of the glossary (`ordliste.md`), in the order it was written; the definition is the Term node at that anchor.
struct GlossaryEntry {
  std::string term;
  std::string page;
  std::string anchor;
};

/// One line of the colophon (the list of terms in `kolofon.md`): "Udgiver", and who that is as blocks.
struct ColophonEntry {
  std::string label;
  std::vector<Node> value;
};

/// A whole guide, checked: every link, picture, footnote and box in it is right.
struct Guide {
  std::string title;
  std::string subtitle;  ///< The front page's `subtitle`, or else its `summary`.
  Page front;            ///< The guide's `index.md`; its path is `index.html`.
  std::vector<Part> parts;
  std::vector<ColophonEntry> colophon;  ///< For the cover; `kolofon.md` is a page as well.
  std::vector<GlossaryEntry> glossary;
  bool has_restricted_pieces = false;  ///< Whether a page includes a piece that is for some audiences only.
  std::vector<std::string> files;      ///< Pictures and downloads that pages use, as paths below the guide's folder, sorted.
};

/// What a guide is read with: where it lies in the store, and the words that the theme and the site decide.
struct GuideContext {
  std::string folder;                  ///< The guide's folder in the store; `""` when the store's root is the guide.
  std::vector<std::string> box_kinds;  ///< The theme's kinds, such as `fakta`.
  Audiences audiences;                 ///< The audiences that front matter may name.
  std::string audience;  ///< Whom the guide is made for: pages and pieces for others are not in it, and every number
                         ///< and list is without them. Empty: the guide as a whole.
};

/// Reads and checks every page of a guide, whomever it is for. Any error in any page leaves nothing; all that can be found
/// is reported, and so is a link from a page to one that not all its readers may see.
std::optional<Guide> load_guide(const base::FileStore& store, const GuideContext& context, base::Problems& problems);

/// Whether the whole guide is for an audience: its front page says so.
bool is_guide_for(const Guide& guide, std::string_view audience);

/// Whether any page is for some audiences only, so that the guide is not the same for all.
bool differs_by_audience(const Guide& guide);

/// Every page in reading order: front, then each part's page and chapters.
std::vector<const Page*> pages_in_order(const Guide& guide);

/// The page of an id, or null.
const Page* find_page(const Guide& guide, std::string_view id);

/// How a page at `from` refers to a file or page at `to` (both below the guide's output): `../samtalen/kontrakt.html`.
std::string relative_path(std::string_view from, std::string_view to);

/// The box kinds of the standard theme, for callers that have no theme at hand.
std::vector<std::string> standard_box_kinds();

}  // namespace guide
