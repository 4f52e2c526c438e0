#include "end_to_end/page_numbers.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace end_to_end {

namespace {

bool is_number(const std::string& word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

/// The links on some pages that end in a number.
std::vector<ContentsLine> contents_lines(const PdfPages& pdf, std::size_t first, std::size_t last) {
  std::vector<ContentsLine> lines;
  for (const auto& link : pdf.links) {
    if (link.page < first || link.page > last || link.target.page == 0) continue;
    auto words = pdf.words_in(link.page, link.areas);
    std::erase_if(words, [](const std::string& word) { return word.find_first_not_of('.') == std::string::npos; });
    if (words.size() < 2 || !is_number(words.back())) continue;
    ContentsLine line{.text = {}, .page = std::stoul(words.back()), .target = link.target};
    words.pop_back();
    for (const auto& word : words) line.text += squeezed(word);
    lines.push_back(std::move(line));
  }
  return lines;
}

/// A title can be broken over lines.
constexpr double kTitleHeight = 110;

const Link* link_at(const PdfPages& pdf, std::size_t page, const Area& word) {
  for (const auto& link : pdf.links) {
    if (link.page != page || link.target.page == 0) continue;
    for (const auto& area : link.areas) {
      const double x = (word.left + word.right) / 2;
      const double y = (word.top + word.bottom) / 2;
      if (x >= area.left && x <= area.right && y >= area.top && y <= area.bottom) return &link;
    }
  }
  return nullptr;
}

}  // namespace

std::vector<ContentsLine> contents_of_plan(const PdfPages& pdf) {
  return contents_lines(pdf, 1, pdf.bookmarks.empty() ? 1 : pdf.bookmarks.front().target.page);
}

std::vector<ContentsLine> contents_of_book(const PdfPages& pdf) {
  const auto contents =
      std::find_if(pdf.bookmarks.begin(), pdf.bookmarks.end(), [](const Bookmark& one) { return one.title == "Indhold"; });
  if (contents == pdf.bookmarks.end() || std::next(contents) == pdf.bookmarks.end()) return {};
  return contents_lines(pdf, contents->target.page, std::next(contents)->target.page - 1);
}

bool has_title(const ContentsLine& line, const std::string& title) {
  const auto wanted = squeezed(title);
  return line.text.ends_with(wanted) &&
         (line.text == wanted || is_number(line.text.substr(0, line.text.size() - wanted.size())));
}

/// The number of a section hangs in the margin, and is a word for itself.
bool stands_at(const PdfPages& pdf, const Place& place, const std::string& title) {
  constexpr double kSlack = 6;
  const auto text = squeezed(pdf.text_at({place.page, place.top - kSlack}, kTitleHeight));
  const auto number_end = std::min(title.find_first_not_of("0123456789."), title.size());
  const bool is_numbered = number_end > 0 && title.find('.') < number_end && number_end + 1 < title.size();
  if (!is_numbered) return text.find(squeezed(title)) != std::string::npos;
  return text.find(title.substr(0, number_end)) != std::string::npos &&
         text.find(squeezed(title.substr(number_end))) != std::string::npos;
}

std::vector<CrossReference> cross_references(const PdfPages& pdf) {
  std::vector<CrossReference> found;
  for (std::size_t page = 1; page <= pdf.words.size(); ++page) {
    const auto& words = pdf.words[page - 1];
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      if (words[i].text != "(side") continue;
      const auto* link = link_at(pdf, page, words[i - 1].area);
      found.push_back({page, std::stoul(words[i + 1].text), link == nullptr ? 0 : link->target.page});
    }
  }
  return found;
}

}  // namespace end_to_end
