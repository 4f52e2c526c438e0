#include "sats/write/number_tree.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace sats {
namespace {

constexpr std::size_t kEntriesPerLeaf = 64;

void append_key(std::string& out, std::uint32_t key) { append_integer(out, key); }
void append_key(std::string& out, const std::string& key) { append_bytes(out, key); }

template <typename Entry>
ObjectId write_tree(const std::vector<Entry>& entries, std::string_view list_name, ObjectFile& file) {
  const auto list_of = [&](std::size_t begin, std::size_t end) {
    std::string list(list_name);
    list += '[';
    for (std::size_t i = begin; i < end; ++i) {
      append_key(list, entries[i].key);
      list += ' ' + entries[i].value + ' ';
    }
    return list + ']';
  };
  if (entries.size() <= kEntriesPerLeaf) return file.put("<<" + list_of(0, entries.size()) + ">>");
  std::string kids = "<</Kids[";
  for (std::size_t begin = 0; begin < entries.size(); begin += kEntriesPerLeaf) {
    const std::size_t end = std::min(begin + kEntriesPerLeaf, entries.size());
    std::string leaf = "<</Limits[";
    append_key(leaf, entries[begin].key);
    leaf += ' ';
    append_key(leaf, entries[end - 1].key);
    append_reference(kids, file.put(leaf + "]" + list_of(begin, end) + ">>"));
    kids += ' ';
  }
  return file.put(kids + "]>>");
}

}  // namespace

ObjectId write_number_tree(const std::vector<NumberTreeEntry>& entries, ObjectFile& file) {
  return write_tree(entries, "/Nums", file);
}

ObjectId write_name_tree(const std::vector<NameTreeEntry>& entries, ObjectFile& file) {
  return write_tree(entries, "/Names", file);
}

}  // namespace sats
