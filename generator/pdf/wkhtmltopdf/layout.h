#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "pdf/wkhtmltopdf/marks.h"
#include "pdf/wkhtmltopdf/survey.h"

namespace pdf {

constexpr double kPointsPerMillimetre = 72 / 25.4;

/// A point in the document: page from 1 and the height of its top edge in points from the foot of the printed area.
struct Spot {
  int page = 0;
  double top = 0;
};

/// A part of a page that shows nothing but the ground of a row whose content was moved to the next page.
struct EmptyStrip {
  int page = 0;
  Box box;
};

/// What one pass over the document gave: its pages, freed of marks, and where everything stands.
class Layout {
 public:
  Layout(std::vector<UnmarkedPage> pages, double page_height);

  [[nodiscard]] const std::vector<UnmarkedPage>& pages() const { return pages_; }
  [[nodiscard]] int page_count() const { return static_cast<int>(pages_.size()); }

  /// Where the first drawn mark of a place begins, or nothing when none was drawn.
  [[nodiscard]] std::optional<Spot> spot(const Place& place) const;
  [[nodiscard]] std::optional<Spot> spot(int mark) const;

  /// Page of each id that was found.
  [[nodiscard]] std::map<std::string, int> page_numbers(const Survey& survey) const;

 private:
  std::vector<UnmarkedPage> pages_;
  std::map<int, Spot> spots_;
};

}  // namespace pdf
