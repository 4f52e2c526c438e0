#include "line/fingerprint.h"

#include <fstream>
#include <sstream>

#include "publish/digest.h"

namespace line {

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
  std::ifstream in("/proc/self/exe", std::ios::binary);
  std::ostringstream program;
  program << in.rdbuf();
  return add(std::move(program).str());
}

std::string Fingerprint::sum() const { return publish::sha256(digests_); }

}  // namespace line
