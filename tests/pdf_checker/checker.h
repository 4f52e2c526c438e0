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
  std::string condition;  ///< Number in the Matterhorn Protocol 1.1, `14-003`; `eget-…` for what it does not number.
  std::string what;
};

/// Takes what a condition finds.
using Report = std::function<void(std::string what)>;

/// One machine-checkable way of breaking PDF/UA-1.
struct Condition {
  std::string_view number;
  std::string_view says;  ///< What is wrong when it is found.
  void (*check)(const Document&, const Report&);
};

/// Every condition that is checked, by part of the protocol.
std::span<const Condition> metadata_conditions();
std::span<const Condition> content_conditions();
std::span<const Condition> structure_conditions();
std::span<const Condition> annotation_conditions();
std::span<const Condition> font_conditions();
std::vector<Condition> all_conditions();

/// Everything wrong with a PDF; a file that cannot be read is one finding, `eget-laes`.
std::vector<Finding> check(std::string_view pdf);

}  // namespace pdf_checker
