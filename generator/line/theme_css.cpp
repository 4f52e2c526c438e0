#include "line/theme_css.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/file_store.h"
#include "sats/css/rule_set.h"

namespace line {

namespace {

/// Blanks out the lines that the theme replaces by other files, keeping every byte's place.
std::string without_imports(std::string css) {
  constexpr std::string_view kImport = "@import \"";
  for (auto begin = css.find(kImport); begin != std::string::npos; begin = css.find(kImport, begin)) {
    const auto end = std::min(css.find('"', begin + kImport.size()), css.size() - 1) + 1;
    const auto behind = end < css.size() && css[end] == ';' ? end + 1 : end;
    std::fill(css.begin() + static_cast<std::ptrdiff_t>(begin), css.begin() + static_cast<std::ptrdiff_t>(behind), ' ');
  }
  return css;
}

void check_file(const base::Source& file, base::Problems& problems) {
  const std::array sheets{base::Stylesheet{file->name, without_imports(file->text)}};
  const auto rules = sats::css::compile(sheets);
  for (auto problem : rules->problems) {
    if (problem.where) problem.where = base::Span{file, problem.where->begin, problem.where->end};
    problems.add(std::move(problem));
  }
}

}  // namespace

void check_print_css(const theme::Theme& theme, const std::filesystem::path& folder, base::Problems& problems) {
  const base::DiskFileStore files(folder);
  std::set<std::string> own;
  for (const auto& path : files.files_under("")) own.insert(files.display_name(path));
  for (const auto& file : theme.print_sources) {
    if (own.contains(file->name)) check_file(file, problems);
  }
}

}  // namespace line
