#include "documents/check_document.h"

#include <algorithm>
#include <set>

namespace documents {

namespace {

std::string page_name(std::uint32_t page) { return "page " + std::to_string(page + 1); }

/// The page on which a letter is printed; letters must have been compared before.
std::uint32_t page_of(const ReadPdf& pdf, std::size_t letter) {
  const auto& all = pdf.text.all();
  return all.empty() ? 0 : all[std::min(letter, all.size() - 1)].page;
}

std::set<std::uint32_t> pages_of(const ReadPdf& pdf, const Stretch& stretch) {
  std::set<std::uint32_t> pages;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) pages.insert(page_of(pdf, i));
  return pages;
}

void check_landmarks(const Expected& expected, const ReadPdf& pdf, const MadeDocument& made, Findings& found) {
  for (const ExpectedId& id : expected.ids) {
    if (id.letters.begin == id.letters.end) continue;  // Nothing of it is printed as text.
    const auto real = page_of(pdf, id.letters.begin);
    const auto landmark = made.landmarks.find(id.id);
    if (landmark == made.landmarks.end()) {
      found.push_back("no landmark for " + id.id);
    } else if (landmark->second != real) {
      found.push_back("the landmark " + id.id + " is on " + page_name(landmark->second) + ", its words on " +
                      page_name(real));
    }
    const auto destination = pdf.destinations.find(id.id);
    if (destination != pdf.destinations.end() && destination->second != real)
      found.push_back("the destination " + id.id + " is " + page_name(destination->second) + ", its words on " +
                      page_name(real));
  }
}

void check_bookmarks(const Expected& expected, const ReadPdf& pdf, Findings& found) {
  // A level that is skipped counts as the next one.
  std::vector<Bookmark> wanted;
  std::vector<int> path;
  for (const ExpectedBookmark& bookmark : expected.bookmarks) {
    while (!path.empty() && path.back() >= bookmark.level) path.pop_back();
    path.push_back(bookmark.level);
    wanted.push_back({bookmark.title, static_cast<int>(path.size()), page_of(pdf, bookmark.begin)});
  }
  for (std::size_t i = 0; i < std::max(wanted.size(), pdf.bookmarks.size()); ++i) {
    if (i < wanted.size() && i < pdf.bookmarks.size() && wanted[i] == pdf.bookmarks[i]) continue;
    const auto name = [i](const std::vector<Bookmark>& all) {
      return i < all.size()
                 ? to_utf8(all[i].title) + " (level " + std::to_string(all[i].level) + ", " + page_name(all[i].page) + ")"
                 : std::string("nothing");
    };
    found.push_back("bookmark " + std::to_string(i + 1) + " should be " + name(wanted) + " and is " + name(pdf.bookmarks));
    return;
  }
}

void check_links(const Expected& expected, const ReadPdf& pdf, const MadeDocument& made, Findings& found) {
  std::set<LinkArea> wanted;
  for (const ExpectedLink& link : expected.links) {
    const bool inside = link.target.starts_with('#');
    if (inside && made.landmarks.count(link.target.substr(1)) == 0) continue;
    for (const auto page : pages_of(pdf, link.letters)) wanted.insert({page, link.target});
    if (inside && pdf.destinations.count(link.target.substr(1)) == 0) found.push_back("no destination " + link.target);
  }
  for (const LinkArea& area : wanted) {
    if (pdf.links.count(area) == 0) found.push_back("no link to " + area.target + " on " + page_name(area.page));
  }
  for (const LinkArea& area : pdf.links) {
    if (wanted.count(area) == 0)
      found.push_back("a link to " + area.target + " on " + page_name(area.page) + " that nobody asked for");
  }
}

/// What leaders are made of.
bool is_dot(char32_t letter) { return letter == U'.' || letter == U'_'; }

/// Takes one copy of a text out of another; false when it is not there.
bool take_out(std::u32string& from, const std::u32string& text) {
  const auto at = from.find(text);
  if (at == std::u32string::npos) return false;
  from.erase(at, text.size());
  return true;
}

/// What each page has again of heads and titles.
std::vector<std::vector<std::u32string>> repetitions_by_page(const Expected& expected, const ReadPdf& pdf) {
  std::vector<std::vector<std::u32string>> by_page(pdf.pages.size());
  for (const ExpectedRepetition& again : expected.repetitions) {
    const auto first = pages_of(pdf, again.original);
    for (const auto page : pages_of(pdf, again.whole)) {
      if (!first.empty() && page > *first.rbegin() && !again.letters.empty()) by_page[page].push_back(again.letters);
    }
  }
  return by_page;
}

/// The values a named string can have on a page: what it was before, and everything that the page sets it to.
std::set<std::string> values_on(const Expected& expected, const ReadPdf& pdf, const std::string& name, std::uint32_t page) {
  std::string before;
  std::set<std::string> values;
  for (const ExpectedString& set : expected.strings) {
    if (set.name != name) continue;
    const auto there = page_of(pdf, set.begin);
    if (there < page) before = set.text;
    if (there == page) values.insert(set.text);
  }
  values.insert(before);
  return values;
}

void replace(std::string& text, const std::string& what, const std::string& by) {
  if (const auto at = text.find(what); at != std::string::npos) text.replace(at, what.size(), by);
}

/// Every way a running line can read on a page.
std::vector<std::string> readings(std::string line, const Expected& expected, const ReadPdf& pdf, const MadeDocument& made,
                                  std::uint32_t page) {
  replace(line, "{page}", std::to_string(page + 1));
  replace(line, "{pages}", std::to_string(pdf.pages.size()));
  const auto open = line.find('{');
  const auto close = line.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return {line};
  const std::string name = line.substr(open + 1, close - open - 1);
  auto values = values_on(expected, pdf, name, page);
  if (name == "title") values.insert(made.source.title);
  std::vector<std::string> all;
  for (const std::string& value : values) {
    auto filled = line;
    filled.replace(open, close - open + 1, value);
    for (auto& reading : readings(filled, expected, pdf, made, page)) all.push_back(std::move(reading));
  }
  return all;
}

/// Running lines, the longest first so that a short one does not take a piece of a long one.
std::vector<std::u32string> running_texts(const Expected& expected, const ReadPdf& pdf, const MadeDocument& made,
                                          std::uint32_t page) {
  std::vector<std::u32string> texts;
  for (const std::string& line : expected.running_lines) {
    for (const std::string& reading : readings(line, expected, pdf, made, page)) texts.push_back(squeezed(reading));
  }
  std::sort(texts.begin(), texts.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return texts;
}

}  // namespace

Findings check_words(const Expected& expected, const ReadPdf& pdf) {
  const auto difference = first_difference(expected.text, pdf.text);
  return difference.empty() ? Findings{} : Findings{difference};
}

Findings check_places(const Expected& expected, const ReadPdf& pdf, const MadeDocument& made) {
  Findings found;
  check_landmarks(expected, pdf, made, found);
  check_bookmarks(expected, pdf, found);
  check_links(expected, pdf, made, found);
  return found;
}

Findings check_artifacts(const Expected& expected, const ReadPdf& pdf, const MadeDocument& made) {
  Findings found;
  const auto again = repetitions_by_page(expected, pdf);
  std::u32string hidden = expected.hidden;
  std::erase_if(hidden, is_dot);
  for (std::uint32_t page = 0; page < pdf.pages.size(); ++page) {
    std::u32string furniture = squeezed(pdf.pages[page].furniture);
    const auto running = running_texts(expected, pdf, made, page);
    for (const auto& text : running) take_out(furniture, text);
    if (!furniture.empty())
      found.push_back(page_name(page) + " has a running line that nobody asked for: " + to_utf8(furniture));
    std::u32string repetition = squeezed(pdf.pages[page].repetition);
    // What stands at the sides of a page is painted last and has no subtype of its own.
    for (const auto& text : running) {
      if (!text.empty() && repetition.ends_with(text)) repetition.resize(repetition.size() - text.size());
    }
    for (const auto& text : again[page]) {
      if (!take_out(repetition, text)) found.push_back(page_name(page) + " does not repeat " + to_utf8(text));
    }
    // Leaders are dots; what is left has been hidden from readers aloud by the HTML.
    std::erase_if(repetition, is_dot);
    if (!repetition.empty() && !take_out(hidden, repetition))
      found.push_back(page_name(page) + " shows what nobody asked for: " + to_utf8(repetition));
  }
  if (!hidden.empty()) found.push_back("hidden text that is not printed: " + to_utf8(hidden));
  return found;
}

Findings check_fields(const Expected& expected, const ReadPdf& pdf) {
  Findings found;
  if (expected.fields.size() != pdf.fields.size())
    return {std::to_string(expected.fields.size()) + " fields expected, " + std::to_string(pdf.fields.size()) + " there"};
  for (std::size_t i = 0; i < expected.fields.size(); ++i) {
    if (expected.fields[i].name != pdf.fields[i].name || expected.fields[i].label != pdf.fields[i].label)
      found.push_back("field " + to_utf8(expected.fields[i].name) + " (" + to_utf8(expected.fields[i].label) + ") is " +
                      to_utf8(pdf.fields[i].name) + " (" + to_utf8(pdf.fields[i].label) + ")");
  }
  return found;
}

}  // namespace documents
