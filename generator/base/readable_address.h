#pragma once

#include <string>
#include <string_view>

namespace base {

/// A web address as it is printed for a reader to type: percent-encoded Latin letters (`%C3%B8`) as letters. All else stays
/// as it is, for a decoded blank, slash or letter that looks like another would make it a different address.
std::string readable_address(std::string_view url);

}  // namespace base
