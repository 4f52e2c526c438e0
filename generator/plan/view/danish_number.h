#pragma once

#include <string>

namespace plan {

/// A number as Danes write it, with at most two decimals: `30`, `7,5`.
std::string danish_number(double number);

}  // namespace plan
