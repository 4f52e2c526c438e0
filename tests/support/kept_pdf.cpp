#include "support/kept_pdf.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace test_support {

namespace fs = std::filesystem;

void keep_pdf(std::string_view folder, std::string_view name, std::string_view pdf) {
  keep_beside(folder, std::string(name) + ".pdf", pdf);
}

void keep_beside(std::string_view folder, std::string_view file_name, std::string_view bytes) {
  const char* root = std::getenv("KEEP_PDFS");
  if (root == nullptr || *root == '\0') return;
  const auto path = fs::path(root) / fs::path(folder);
  fs::create_directories(path);
  std::ofstream(path / fs::path(file_name), std::ios::binary) << bytes;
}

}  // namespace test_support
