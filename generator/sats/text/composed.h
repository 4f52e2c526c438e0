#pragma once

#include <string>
#include <string_view>

namespace sats {

/// The letters with marks joined to them where Unicode has one letter for both (normalization form C).
std::u32string composed(std::u32string_view letters);

}  // namespace sats
