#include "plan/min_plan/rules/danish_dates_in_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "plan/min_plan/rules/words.h"

namespace plan::min_plan {

namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"};
constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "maj", "jun",
                                                   "jul", "aug", "sep", "okt", "nov", "dec"};

/// Reads a text from left to right; every `take` moves on only when it succeeds.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  [[nodiscard]] std::size_t at() const { return at_; }

  std::optional<unsigned> take_number(std::size_t longest) {
    auto end = at_;
    while (end < text_.size() && end - at_ < longest && text_[end] >= '0' && text_[end] <= '9') ++end;
    unsigned number = 0;
    if (end == at_ || (end < text_.size() && text_[end] >= '0' && text_[end] <= '9')) return std::nullopt;
    std::from_chars(text_.data() + at_, text_.data() + end, number);
    at_ = end;
    return number;
  }

  bool take(std::string_view words) {
    if (!text_.substr(at_).starts_with(words)) return false;
    at_ += words.size();
    return true;
  }

  /// A month by its name or its first three letters, 1-12.
  std::optional<unsigned> take_month() {
    for (unsigned month = 0; month < kMonths.size(); ++month) {
      if (!take(kMonths[month])) continue;
      while (at_ < text_.size() && text_[at_] >= 'a' && text_[at_] <= 'z') ++at_;
      take(".");
      return month + 1;
    }
    return std::nullopt;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

/// `6. december 2019`, `6/12 2019`, `6/12-2019`, `6.12.2019` at a place of a lower-case text.
std::optional<base::Date> read_date(Reader& reader) {
  const auto day = reader.take_number(2);
  if (!day || !(reader.take(". ") || reader.take(".") || reader.take("/"))) return std::nullopt;
  const auto named = reader.take_month();
  const auto month = named ? named : reader.take_number(2);
  if (!month || !(reader.take(" ") || reader.take(".") || reader.take("-") || reader.take("/"))) return std::nullopt;
  const auto year = reader.take_number(4);
  if (!year || *year < 1900) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month),
                                         std::chrono::day(*day)};
  return date.ok() ? std::optional<base::Date>(date) : std::nullopt;
}

/// The weekday that the words before a date end with ("fredag den "), and where it begins.
struct WeekdayBefore {
  unsigned weekday;
  std::size_t begin;
};
std::optional<WeekdayBefore> weekday_before(std::string_view text, std::size_t end) {
  auto before = text.substr(0, end);
  for (const std::string_view link : {" den ", " d. ", " "}) {
    if (!before.ends_with(link)) continue;
    before.remove_suffix(link.size());
    break;
  }
  const auto* const found =
      std::find_if(kWeekdays.begin(), kWeekdays.end(), [before](auto name) { return before.ends_with(name); });
  if (found == kWeekdays.end()) return std::nullopt;
  return WeekdayBefore{static_cast<unsigned>(found - kWeekdays.begin()), before.size() - found->size()};
}

}  // namespace

std::vector<DateInText> dates_in(std::string_view text) {
  const auto lower = lower_case(text);
  std::vector<DateInText> found;
  for (std::size_t at = 0; at < lower.size();) {
    const bool begins_number =
        lower[at] >= '0' && lower[at] <= '9' && (at == 0 || lower[at - 1] < '0' || lower[at - 1] > '9');
    Reader reader(lower, at);
    const auto date = begins_number ? read_date(reader) : std::nullopt;
    if (!date) {
      ++at;
      continue;
    }
    const auto weekday = weekday_before(lower, at);
    const auto begin = weekday ? weekday->begin : at;
    found.push_back({*date, weekday ? std::optional(weekday->weekday) : std::nullopt,
                     std::string(text.substr(begin, reader.at() - begin))});
    at = reader.at();
  }
  return found;
}

std::string_view weekday_name(unsigned weekday) { return kWeekdays.at(weekday); }

}  // namespace plan::min_plan
