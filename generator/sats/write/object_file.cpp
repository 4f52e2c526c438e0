#include "sats/write/object_file.h"

#include <utility>

#include "sats/write/compress.h"
#include "sats/write/digest.h"

namespace sats {
namespace {

/// Many small objects pack well together; too many make a reader unpack much for one of them.
constexpr std::uint32_t kObjectsPerStream = 400;
constexpr std::string_view kDigestDigits = "0123456789abcdef";

void append_digest(std::string& out, std::uint64_t digest) {
  for (unsigned shift = 64; shift > 0; shift -= 4) out += kDigestDigits[(digest >> (shift - 4)) & 0xFU];
}

void append_big_endian(std::string& out, std::uint32_t value, unsigned bytes) {
  for (unsigned shift = bytes * 8; shift > 0; shift -= 8) out += static_cast<char>((value >> (shift - 8)) & 0xFFU);
}

}  // namespace

ObjectFile::ObjectFile(int level) : level_(level), file_("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), entries_(1) {
  file_.reserve(std::size_t{64} << 10U);
}

ObjectId ObjectFile::reserve() {
  entries_.emplace_back();
  return static_cast<ObjectId>(entries_.size() - 1);
}

void ObjectFile::put(ObjectId object, std::string_view text) {
  if (pending_stream_ == 0) pending_stream_ = reserve();
  entries_[object] = {2, pending_stream_, pending_count_++};
  append_integer(pending_index_, object);
  pending_index_ += ' ';
  append_integer(pending_index_, static_cast<std::int64_t>(pending_.size()));
  pending_index_ += ' ';
  pending_ += text;
  pending_ += '\n';
  if (pending_count_ == kObjectsPerStream) flush_pending();
}

ObjectId ObjectFile::put(std::string_view text) {
  const ObjectId object = reserve();
  put(object, text);
  return object;
}

void ObjectFile::put_stream(ObjectId object, std::string_view entries, std::string_view bytes, Packing packing) {
  if (packing == Packing::as_is) return put_packed_stream(object, entries, bytes);
  put_packed_stream(object, std::string(entries) + "/Filter/FlateDecode", deflate(bytes, level_));
}

ObjectId ObjectFile::put_stream(std::string_view entries, std::string_view bytes, Packing packing) {
  const ObjectId object = reserve();
  put_stream(object, entries, bytes, packing);
  return object;
}

void ObjectFile::put_packed_stream(ObjectId object, std::string_view entries, std::string_view bytes) {
  entries_[object] = {1, static_cast<std::uint32_t>(file_.size()), 0};
  append_integer(file_, object);
  file_ += " 0 obj\n<<";
  file_ += entries;
  file_ += "/Length ";
  append_integer(file_, static_cast<std::int64_t>(bytes.size()));
  file_ += ">>\nstream\n";
  file_ += bytes;
  file_ += "\nendstream\nendobj\n";
}

void ObjectFile::flush_pending() {
  if (pending_count_ == 0) return;
  std::string entries = "/Type/ObjStm/N ";
  append_integer(entries, pending_count_);
  entries += "/First ";
  append_integer(entries, static_cast<std::int64_t>(pending_index_.size()));
  put_stream(std::exchange(pending_stream_, 0), entries, pending_index_ + pending_, Packing::flate);
  pending_.clear();
  pending_index_.clear();
  pending_count_ = 0;
}

void ObjectFile::append_cross_references(ObjectId catalog, ObjectId info) {
  const ObjectId self = reserve();
  const auto offset = static_cast<std::uint32_t>(file_.size());
  entries_[self] = {1, offset, 0};
  const unsigned width = offset < (1U << 16U) ? 2 : offset < (1U << 24U) ? 3 : 4;
  std::string table;
  for (const Entry& entry : entries_) {
    table += static_cast<char>(entry.kind);
    append_big_endian(table, entry.where, width);
    append_big_endian(table, entry.index, 2);
  }
  std::string entries = "/Type/XRef/Size ";
  append_integer(entries, static_cast<std::int64_t>(entries_.size()));
  entries += "/W[1 ";
  append_integer(entries, width);
  entries += " 2]/Root ";
  append_reference(entries, catalog);
  if (info != 0) {
    entries += "/Info ";
    append_reference(entries, info);
  }
  std::string identifier;
  append_digest(identifier, digest_of(file_, 1));
  append_digest(identifier, digest_of(file_, 2));
  entries += "/ID[<" + identifier + "><" + identifier + ">]";
  put_stream(self, entries, table, Packing::flate);
  file_ += "startxref\n";
  append_integer(file_, offset);
  file_ += "\n%%EOF\n";
}

std::string ObjectFile::finish(ObjectId catalog, ObjectId info) {
  flush_pending();
  append_cross_references(catalog, info);
  return std::move(file_);
}

}  // namespace sats
