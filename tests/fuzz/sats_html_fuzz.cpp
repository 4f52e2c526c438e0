#include <cstddef>
#include <cstdint>
#include <string_view>

#include "sats/typeset.h"

/// Any bytes as a document with its own style sheet: it is laid out on pages within its limits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static sats::Resources resources;
  sats::TypesetOptions options;
  options.limits = {.pages = 200, .seconds = 5, .nodes = 20'000};
  const std::string_view html(reinterpret_cast<const char*>(data), size);
  const auto laid = sats::lay_out(html, {}, {}, resources, options);
  return laid.document ? static_cast<int>(sats::dump(*laid.document).size() * 0) : 0;
}
