#include "plan/view/danish_number.h"

#include <fmt/format.h>

#include <algorithm>

namespace plan {

std::string danish_number(double number) {
  std::string text = fmt::format("{:.2f}", number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  std::ranges::replace(text, '.', ',');
  return text;
}

}  // namespace plan
