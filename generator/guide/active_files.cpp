#include "guide/active_files.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/active_svg.h"
#include "base/ascii.h"

namespace guide {

namespace {

constexpr std::array<std::string_view, 9> kActiveEndings{".html", ".htm", ".xhtml", ".xht", ".shtml",
                                                         ".js",   ".mjs", ".xml",   ".xsl"};

}  // namespace

bool is_active_file(std::string_view path, std::string_view bytes) {
  const auto name = base::lower_ascii(path);
  const auto ends = [&name](std::string_view ending) { return name.ends_with(ending); };
  if (std::any_of(kActiveEndings.begin(), kActiveEndings.end(), ends)) return true;
  return name.ends_with(".svg") && base::is_active_svg(bytes);
}

}  // namespace guide
