#pragma once

#include <string>
#include <vector>

#include "plan/changes/entries.h"

namespace plan {

/// A line, and whether the other version lacks it.
struct MarkedLine {
  std::string text;
  bool is_changed = false;
};

/// A part of an entry as it was and as it is; one side is empty when the part is new or gone.
struct RowDifference {
  std::string label;
  std::vector<MarkedLine> before;
  std::vector<MarkedLine> now;
};

enum class ChangeKind { added, changed, removed };

/// An entry that is not the same in two versions: as it is now, or as it was when it is gone.
struct EntryDifference {
  ChangeKind kind = ChangeKind::changed;
  Entry entry;
  std::string former_name;          ///< What a changed entry was called, when no row tells.
  std::vector<RowDifference> rows;  ///< Of a changed entry: the parts that differ.
};

/// What differs between two versions of a plan, in the order of the new one, and last what is gone. Equal entries are the
/// same thing wherever they stand, else those with the same anchor are, else those of the same name and time.
std::vector<EntryDifference> differences(const std::vector<Entry>& before, const std::vector<Entry>& now);

}  // namespace plan
