#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sats/write/object_file.h"

namespace sats {

struct NumberTreeEntry {
  std::uint32_t key = 0;
  std::string value;
};

struct NameTreeEntry {
  std::string key;
  std::string value;
};

/// Trees of numbers and names (ISO 32000-1, 7.9.6 and 7.9.7) in two levels. Entries must be ascending.
ObjectId write_number_tree(const std::vector<NumberTreeEntry>& entries, ObjectFile& file);
ObjectId write_name_tree(const std::vector<NameTreeEntry>& entries, ObjectFile& file);

}  // namespace sats
