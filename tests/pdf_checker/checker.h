#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pdf_checker {

struct Document;

/// Something that a file does against a condition.
struct Finding {
  /// Number in the Matterhorn Protocol 1.1, `14-003`, or clause of ISO 19005-2, `A-6.1.3`; `eget-…` for what has no number.
  std::string condition;
  std::string what;
};

/// Takes what a condition finds.
using Report = std::function<void(std::string what)>;

/// One machine-checkable way of breaking PDF/UA-1 or PDF/A.
struct Condition {
  std::string_view number;
  std::string_view says;  ///< What is wrong when it is found.
  void (*check)(const Document&, const Report&);
};

/// Every condition that is checked, by part of the protocol.
std::span<const Condition> metadata_conditions();
std::span<const Condition> content_conditions();
std::span<const Condition> language_conditions();
std::span<const Condition> nesting_conditions();
std::span<const Condition> structure_conditions();
std::span<const Condition> table_conditions();
std::span<const Condition> object_conditions();
std::span<const Condition> annotation_conditions();
std::span<const Condition> cmap_conditions();
std::span<const Condition> font_conditions();
std::span<const Condition> truetype_conditions();
std::vector<Condition> all_conditions();

/// Conditions of ISO 19005-2 and -3 (PDF/A-2a, PDF/A-3a), numbered by clause; only for files that say they are archive
/// files.
std::span<const Condition> archive_file_conditions();
std::span<const Condition> archive_graphics_conditions();
std::span<const Condition> archive_metadata_conditions();
std::vector<Condition> archive_conditions();

/// Everything wrong with a PDF; a file that cannot be read is one finding, `eget-laes`.
std::vector<Finding> check(std::string_view pdf);

}  // namespace pdf_checker
