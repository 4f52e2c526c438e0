// bench_documents KIND COUNT FOLDER: writes COUNT documents as FOLDER/KIND-<seed>.html and .typ.

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>

#include "documents.h"

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: bench_documents plan|guide|book|table COUNT FOLDER\n";
    return 2;
  }
  const std::string kind = arguments[1];
  for (int seed = 1; seed <= std::atoi(arguments[2]); ++seed) {
    const bench::Document document = bench::make_document(bench::kind_named(kind), static_cast<std::uint32_t>(seed));
    const std::string stem = std::string(arguments[3]) + "/" + kind + "-" + std::to_string(seed);
    std::ofstream(stem + ".html") << document.html;
    std::ofstream(stem + ".typ") << document.typst;
  }
  return 0;
}
