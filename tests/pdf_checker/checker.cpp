#include "checker.h"

#include <exception>

#include "document.h"

namespace pdf_checker {

std::vector<Condition> all_conditions() {
  std::vector<Condition> all;
  for (const auto part : {metadata_conditions(), language_conditions(), content_conditions(), nesting_conditions(),
                          structure_conditions(), table_conditions(), object_conditions(), annotation_conditions(),
                          cmap_conditions(), font_conditions(), truetype_conditions()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

std::vector<Condition> archive_conditions() {
  std::vector<Condition> all;
  for (const auto part : {archive_file_conditions(), archive_graphics_conditions(), archive_metadata_conditions()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

std::vector<Finding> check(std::string_view pdf) {
  std::vector<Finding> found;
  try {
    Document document;
    read_document(document, pdf);
    std::vector<Condition> conditions = all_conditions();
    if (document.xmp.find("pdfaid:part") != std::string::npos) {
      const std::vector<Condition> more = archive_conditions();
      conditions.insert(conditions.end(), more.begin(), more.end());
    }
    for (const Condition& condition : conditions) {
      condition.check(document, [&](std::string what) {
        found.push_back({std::string(condition.number), std::move(what)});
      });
    }
  } catch (const std::exception& failure) {
    const bool lacks_rights = std::string_view(failure.what()).find("encryption dictionary") != std::string_view::npos;
    found.push_back({lacks_rights ? "26-001" : "eget-laes", failure.what()});
  }
  return found;
}

}  // namespace pdf_checker
