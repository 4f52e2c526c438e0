#pragma once

#include <cstdint>

namespace sats {

/// One placed shape of a face. Lengths are in points, x to the right, y upwards (as fonts have it).
struct Glyph {
  std::uint16_t id = 0;
  std::uint16_t unsafe_to_break = 0;  ///< 1: a line broken before this glyph's cluster needs both sides shaped anew.
  std::uint32_t cluster = 0;          ///< Byte offset of the text it stands for; several glyphs may share one.
  float advance = 0;                  ///< With letter and word spacing; a justified line adds to it.
  float x_offset = 0;
  float y_offset = 0;
};

}  // namespace sats
