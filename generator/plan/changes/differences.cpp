#include "plan/changes/differences.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace plan {
namespace {

/// For each entry of the new version the one of the old version that is the same thing.
std::vector<std::optional<std::size_t>> partners(const std::vector<Entry>& before, const std::vector<Entry>& now) {
  std::vector<std::optional<std::size_t>> found(now.size());
  std::vector<bool> taken(before.size());
  const auto pair_up = [&](const auto& is_same) {
    for (std::size_t n = 0; n < now.size(); ++n) {
      for (std::size_t b = 0; b < before.size() && !found[n]; ++b) {
        if (taken[b] || !is_same(before[b], now[n])) continue;
        found[n] = b;
        taken[b] = true;
      }
    }
  };
  pair_up([](const Entry& a, const Entry& b) { return a == b; });
  pair_up([](const Entry& a, const Entry& b) { return a.title == b.title && a.subtitle == b.subtitle && a.rows == b.rows; });
  pair_up([](const Entry& a, const Entry& b) { return a.anchor == b.anchor; });
  pair_up([](const Entry& a, const Entry& b) { return a.title == b.title && a.subtitle == b.subtitle; });
  return found;
}

using Lines = std::vector<std::string>;

/// The lengths of the longest common subsequences of all ends of two texts, row by row of the first.
class CommonLengths {
 public:
  CommonLengths(const Lines& a, const Lines& b) : width_(b.size() + 1), lengths_((a.size() + 1) * width_) {
    for (std::size_t i = a.size(); i-- > 0;) {
      for (std::size_t k = b.size(); k-- > 0;)
        lengths_[i * width_ + k] = a[i] == b[k] ? at(i + 1, k + 1) + 1 : std::max(at(i + 1, k), at(i, k + 1));
    }
  }
  [[nodiscard]] int at(std::size_t i, std::size_t k) const { return lengths_[i * width_ + k]; }

 private:
  std::size_t width_;
  std::vector<int> lengths_;
};

/// More pairs of lines than this are not looked through: all lines then count as changed.
constexpr std::size_t kMostPairs = 1'000'000;

std::vector<MarkedLine> all_changed(const Lines& lines) {
  std::vector<MarkedLine> marked;
  for (const auto& line : lines) marked.push_back({line, true});
  return marked;
}

RowDifference compare_lines(std::string label, const Lines& before, const Lines& now) {
  RowDifference row{std::move(label), all_changed(before), all_changed(now)};
  if (before.size() * now.size() > kMostPairs) return row;
  const CommonLengths common(before, now);
  std::size_t b = 0;
  std::size_t n = 0;
  while (b < before.size() && n < now.size()) {
    if (before[b] == now[n]) {
      row.before[b++].is_changed = false;
      row.now[n++].is_changed = false;
    } else if (common.at(b + 1, n) >= common.at(b, n + 1)) {
      ++b;
    } else {
      ++n;
    }
  }
  return row;
}

const EntryRow* row_labelled(const std::vector<EntryRow>& rows, const std::string& label) {
  const auto found = std::ranges::find(rows, label, &EntryRow::label);
  return found == rows.end() ? nullptr : &*found;
}

std::vector<RowDifference> compare_rows(const Entry& before, const Entry& now) {
  std::vector<RowDifference> differing;
  for (const EntryRow& row : now.rows) {
    const EntryRow* old = row_labelled(before.rows, row.label);
    if (old == nullptr || old->lines != row.lines)
      differing.push_back(compare_lines(row.label, old == nullptr ? Lines{} : old->lines, row.lines));
  }
  for (const EntryRow& row : before.rows) {
    if (row_labelled(now.rows, row.label) == nullptr) differing.push_back(compare_lines(row.label, row.lines, {}));
  }
  return differing;
}

std::string former_name(const Entry& before, const Entry& now, const std::vector<RowDifference>& rows) {
  if (before.title != now.title) return before.title + (before.subtitle.empty() ? "" : " (" + before.subtitle + ")");
  return rows.empty() && before.subtitle != now.subtitle ? before.subtitle : "";
}

}  // namespace

std::vector<EntryDifference> differences(const std::vector<Entry>& before, const std::vector<Entry>& now) {
  std::vector<EntryDifference> found;
  std::vector<bool> is_kept(before.size());
  const auto same = partners(before, now);
  for (std::size_t n = 0; n < now.size(); ++n) {
    if (!same[n]) {
      found.push_back({ChangeKind::added, now[n], "", {}});
      continue;
    }
    const Entry& old = before[*same[n]];
    is_kept[*same[n]] = true;
    auto rows = compare_rows(old, now[n]);
    auto name = former_name(old, now[n], rows);
    if (!name.empty() || !rows.empty()) found.push_back({ChangeKind::changed, now[n], std::move(name), std::move(rows)});
  }
  for (std::size_t b = 0; b < before.size(); ++b) {
    if (!is_kept[b]) found.push_back({ChangeKind::removed, before[b], "", {}});
  }
  return found;
}

}  // namespace plan
