#include "sats/layout/flex_room.h"

namespace sats::layout {

using style::Justify;

RoomShares share_room(Justify justify, float rest, std::size_t count, MainAxis axis) {
  const auto n = static_cast<float>(count);
  const bool reversed = axis == MainAxis::reversed;
  switch (justify) {
    case Justify::center: return {rest / 2, 0};
    case Justify::flex_end: return {reversed ? 0 : rest, 0};
    case Justify::end:
    case Justify::right: return {rest, 0};
    case Justify::flex_start: return {reversed ? rest : 0, 0};
    case Justify::space_between:
      return rest <= 0 || count < 2 ? RoomShares{reversed ? rest : 0, 0} : RoomShares{0, rest / (n - 1)};
    case Justify::space_around: return rest <= 0 ? RoomShares{rest / 2, 0} : RoomShares{rest / n / 2, rest / n};
    case Justify::space_evenly: return rest <= 0 ? RoomShares{rest / 2, 0} : RoomShares{rest / (n + 1), rest / (n + 1)};
    default: return {};
  }
}

}  // namespace sats::layout
