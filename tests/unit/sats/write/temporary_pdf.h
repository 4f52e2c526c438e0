#pragma once

#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace sats_test {

/// A file in the temporary folder that is removed again.
class TemporaryPdf {
 public:
  explicit TemporaryPdf(const std::string& bytes) { std::ofstream(path_, std::ios::binary) << bytes; }
  TemporaryPdf(const TemporaryPdf&) = delete;
  TemporaryPdf& operator=(const TemporaryPdf&) = delete;
  ~TemporaryPdf() { std::filesystem::remove(path_); }

  /// What a program says of the file, both of its outputs.
  [[nodiscard]] std::string ask(const std::string& before, const std::string& after = "") const {
    std::string said;
    FILE* pipe = popen((before + " " + path_ + " " + after + " 2>&1").c_str(), "r");
    std::array<char, 4096> part{};
    for (std::size_t count = 0; (count = fread(part.data(), 1, part.size(), pipe)) > 0;) said.append(part.data(), count);
    pclose(pipe);
    return said;
  }

 private:
  std::string path_ =
      (std::filesystem::temp_directory_path() / ("sats-writer-test-" + std::to_string(getpid()) + ".pdf")).string();
};

}  // namespace sats_test
