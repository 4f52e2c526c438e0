#pragma once

#include <array>
#include <span>
#include <string_view>

namespace base {

/// A file that was compiled into the program: its path below the folder it came from, and its bytes.
struct EmbeddedFile {
  std::string_view path;
  std::string_view bytes;
};

}  // namespace base
