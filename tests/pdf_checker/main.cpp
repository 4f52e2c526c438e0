// check_pdf FILE...: says what in each PDF breaks PDF/UA-1; exit code 1 when anything does. --list shows the conditions.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "checker.h"

namespace {

int list_conditions() {
  for (const pdf_checker::Condition& condition : pdf_checker::all_conditions()) {
    std::printf("%-16s %s\n", std::string(condition.number).c_str(), std::string(condition.says).c_str());
  }
  return 0;
}

std::string_view says(std::string_view number) {
  for (const pdf_checker::Condition& condition : pdf_checker::all_conditions()) {
    if (condition.number == number) return condition.says;
  }
  return "the file cannot be read";
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 2) {
    std::fputs("usage: check_pdf [--list] FILE...\n", stderr);
    return 2;
  }
  if (std::string_view(arguments[1]) == "--list") return list_conditions();
  int broken = 0;
  for (int i = 1; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const auto found = pdf_checker::check(bytes);
    for (const pdf_checker::Finding& finding : found) {
      std::printf("%s: [%s] %s: %s\n", arguments[i], finding.condition.c_str(), std::string(says(finding.condition)).c_str(),
                  finding.what.c_str());
    }
    if (found.empty()) std::printf("%s: fine\n", arguments[i]);
    broken += found.empty() ? 0 : 1;
  }
  return broken == 0 ? 0 : 1;
}
