#pragma once

#include <hb.h>

#include <memory>

namespace sats {

/// Destroys a buffer of HarfBuzz.
struct EndBuffer {
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

/// A buffer that text is shaped in.
using ShapingBuffer = std::unique_ptr<hb_buffer_t, EndBuffer>;

}  // namespace sats
