#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace guide {

/// The audiences that a page or piece is for; none is everyone.
using Audiences = std::vector<std::string>;

/// Whether something is for an audience; everything is for the empty one, which stands for the guide as a whole.
inline bool is_for(const Audiences& audiences, std::string_view audience) {
  return audience.empty() || audiences.empty() || std::ranges::find(audiences, audience) != audiences.end();
}

/// Who is among both. `none` says that nobody is, since an empty list is everyone.
struct Common {
  Audiences audiences;
  bool none = false;
};
inline Common common(const Audiences& a, const Audiences& b) {
  if (a.empty() || b.empty()) return {a.empty() ? b : a, false};
  Common both;
  std::ranges::copy_if(a, std::back_inserter(both.audiences), [&](const std::string& one) { return is_for(b, one); });
  both.none = both.audiences.empty();
  return both;
}

/// Whether everyone whom `from` is for may read `to`.
inline bool all_may_read(const Audiences& from, const Audiences& to) {
  if (to.empty()) return true;
  return !from.empty() && std::ranges::all_of(from, [&](const std::string& one) { return is_for(to, one); });
}

}  // namespace guide
