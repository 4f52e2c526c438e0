#include "glyph_list.h"

#include <set>
#include <span>

#include "base/embedded_file.h"

namespace pdf_checker {

std::span<const base::EmbeddedFile> glyph_lists();

namespace {

/// Lines are `name;0041`, or begin with `#`.
std::set<std::string_view> names_in(std::string_view list) {
  std::set<std::string_view> names;
  while (!list.empty()) {
    const std::string_view line = list.substr(0, list.find('\n'));
    list.remove_prefix(line.size() + (line.size() < list.size() ? 1 : 0));
    if (!line.starts_with('#')) names.insert(line.substr(0, line.find(';')));
  }
  return names;
}

}  // namespace

bool is_adobe_glyph_name(std::string_view name) {
  static const std::set<std::string_view> names = names_in(glyph_lists().front().bytes);
  return names.contains(name);
}

}  // namespace pdf_checker
