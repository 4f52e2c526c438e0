#include "pdf/wkhtmltopdf/layout.h"

namespace pdf {

namespace {

/// An element of which only this much shows at the foot of a page (in points) is drawn there by its mark alone.
constexpr double kSliver = 1.5;

}  // namespace

Layout::Layout(std::vector<UnmarkedPage> pages, double page_height) : pages_(std::move(pages)) {
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    for (const auto& [mark, boxes] : pages_[i].marks) {
      const double top = boxes.front().top;
      const bool begins_here = top > kSliver && top < page_height + kSliver;
      if (begins_here) spots_.try_emplace(mark, Spot{static_cast<int>(i) + 1, top});
    }
  }
}

std::optional<Spot> Layout::spot(int mark) const {
  const auto found = spots_.find(mark);
  return found == spots_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Spot> Layout::spot(const Place& place) const {
  for (const int mark : place.marks) {
    if (auto found = spot(mark)) return found;
  }
  return std::nullopt;
}

std::map<std::string, int> Layout::page_numbers(const Survey& survey) const {
  std::map<std::string, int> numbers;
  for (const auto& [id, place] : survey.named) {
    // Of two elements with the same id the first one counts, as in a browser.
    if (const auto found = spot(place)) numbers.try_emplace(id, found->page);
  }
  return numbers;
}

}  // namespace pdf
