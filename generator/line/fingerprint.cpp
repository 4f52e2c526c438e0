#include "line/fingerprint.h"

#include <elf.h>
#include <link.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <sstream>

#include "publish/digest.h"

namespace line {

namespace {

constexpr std::size_t kNoteAlignment = 4;

std::size_t aligned(std::size_t size) { return (size + kNoteAlignment - 1) / kNoteAlignment * kNoteAlignment; }

/// The build id among the notes of an ELF segment (a hash over the program that the linker leaves there), or nothing.
std::string_view build_id_in(std::string_view notes) {
  while (notes.size() >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) header;
    std::memcpy(&header, notes.data(), sizeof(header));
    const auto id_at = sizeof(header) + aligned(header.n_namesz);
    if (id_at + header.n_descsz > notes.size()) return {};
    if (header.n_type == NT_GNU_BUILD_ID) return notes.substr(id_at, header.n_descsz);
    notes.remove_prefix(std::min(notes.size(), id_at + aligned(header.n_descsz)));
  }
  return {};
}

/// Looks through the first object that the loader lists, the program itself.
int find_build_id(dl_phdr_info* object, std::size_t /*size*/, void* result) {
  for (int i = 0; i < object->dlpi_phnum; ++i) {
    const auto& segment = object->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader gives addresses as integers (dl_iterate_phdr).
    const auto* begin = reinterpret_cast<const char*>(object->dlpi_addr + segment.p_vaddr);
    const auto id = build_id_in({begin, segment.p_memsz});
    if (!id.empty()) *static_cast<std::string_view*>(result) = id;
  }
  return 1;
}

std::string program_bytes() {
  std::ifstream in("/proc/self/exe", std::ios::binary);
  std::ostringstream program;
  program << in.rdbuf();
  return std::move(program).str();
}

}  // namespace

Fingerprint& Fingerprint::add(std::string_view part) {
  digests_ += publish::sha256(part);
  return *this;
}

Fingerprint& Fingerprint::add_files(const base::FileStore& store, std::string_view folder) {
  base::Problems unreadable;  // Whoever loads the file reports it.
  for (const auto& path : store.files_under(folder)) add(path).add(store.read(path, unreadable).value_or(""));
  return *this;
}

Fingerprint& Fingerprint::add_program() {
  std::string_view build_id;
  ::dl_iterate_phdr(find_build_id, &build_id);
  return build_id.empty() ? add(program_bytes()) : add(build_id);
}

std::string Fingerprint::sum() const { return publish::sha256(digests_); }

}  // namespace line
