#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace plan {

/// A part of an entry, as lines of plain text. What is the whole entry has no label.
struct EntryRow {
  std::string label;
  std::vector<std::string> lines;

  bool operator==(const EntryRow&) const = default;
};

/// What is one thing when two versions of a plan are compared: the goals, the description, an effort, an agreement.
struct Entry {
  std::string anchor;  ///< Its place in the plan's page, and what it is known by.
  std::string title;
  std::string subtitle;
  std::vector<EntryRow> rows;

  bool operator==(const Entry&) const = default;
};

/// The entries of a page's sections (VIEW.md), in their order. What is only picked out of another section (the latest
/// agreements) is none, nor is what does not come from the plan (buttons, help).
std::vector<Entry> entries_of(const nlohmann::json& sections);

}  // namespace plan
