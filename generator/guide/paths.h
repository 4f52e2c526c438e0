#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guide {

/// The folder that a path lies in, without its last slash; empty at the root.
std::string_view folder_of(std::string_view path);

/// The last piece of a path.
std::string_view name_of(std::string_view path);

/// What `written` means in the file `from`, as a path from the root; nothing when it leaves the root or is absolute.
std::optional<std::string> resolve_path(std::string_view from, std::string_view written);

/// `%C3%A6` and its like as bytes; nothing when a percent sign stands without two hex digits.
std::optional<std::string> decode_percent(std::string_view url);

/// The number that a file or folder name begins with to be sorted by it (`02-samtalen`), or nothing.
std::optional<int> leading_number(std::string_view name);

/// A file or folder name as a piece of a web address: without `.md` and the leading number, lower case, æøå as ae, oe, aa.
std::string file_slug(std::string_view name);

}  // namespace guide
