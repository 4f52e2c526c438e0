#include "support/kept_pdf.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace test_support {

namespace fs = std::filesystem;

void keep_pdf(std::string_view folder, std::string_view name, std::string_view pdf) {
  const char* root = std::getenv("KEEP_PDFS");
  if (root == nullptr || *root == '\0') return;
  const auto path = fs::path(root) / fs::path(folder);
  fs::create_directories(path);
  std::ofstream(path / (std::string(name) + ".pdf"), std::ios::binary) << pdf;
}

}  // namespace test_support
