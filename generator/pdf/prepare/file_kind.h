#pragma once

#include <string_view>

namespace pdf {

/// What the first bytes of a file say it is; the extension is the name that programs know it by.
enum class FileKind { png, jpeg, gif, svg, truetype, opentype, woff, woff2, unknown };

FileKind file_kind(std::string_view bytes);
std::string_view extension_of(FileKind kind);

/// Whether a picture is whole enough to be drawn: all parts there, and not so large that it would fill the memory.
bool is_whole_picture(FileKind kind, std::string_view bytes);

}  // namespace pdf
