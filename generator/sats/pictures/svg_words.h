#pragma once

#include <string>

namespace sats {

/// A drawing whose see-through words are so by `fill-opacity`: librsvg draws words under `opacity` as shapes, which nobody
/// can search for. Both look alike for words alone, so only `opacity` of elements that hold nothing else is changed.
std::string with_words_kept(std::string svg);

}  // namespace sats
