#include "pdf/named_destinations.h"

#include <algorithm>
#include <map>

#include "pdf/qpdf_headers.h"

namespace pdf {

namespace {

int page_number(QPDFObjectHandle destination, const std::map<QPDFObjGen, int>& numbers) {
  if (destination.isDictionary()) destination = destination.getKey("/D");
  if (!destination.isArray() || destination.getArrayNItems() == 0) return 0;
  const auto number = numbers.find(destination.getArrayItem(0).getObjGen());
  return number == numbers.end() ? 0 : number->second;
}

}  // namespace

std::vector<Landmark> named_destinations(QPDF& pdf) {
  std::map<QPDFObjGen, int> numbers;
  for (const auto& page : pdf.getAllPages()) numbers.emplace(page.getObjGen(), static_cast<int>(numbers.size()) + 1);
  std::vector<Landmark> found;
  const auto add = [&](std::string name, const QPDFObjectHandle& destination) {
    if (const int page = page_number(destination, numbers); page > 0) found.push_back({std::move(name), page});
  };
  auto root = pdf.getRoot();
  if (auto old = root.getKey("/Dests"); old.isDictionary()) {
    for (const auto& [key, value] : old.getDictAsMap()) add(key.substr(1), value);
  }
  auto names = root.getKey("/Names");
  if (names.isDictionary() && names.getKey("/Dests").isDictionary()) {
    QPDFNameTreeObjectHelper tree(names.getKey("/Dests"), pdf);
    for (auto& [key, value] : tree) add(key, value);
  }
  std::stable_sort(found.begin(), found.end(), [](const Landmark& a, const Landmark& b) { return a.page < b.page; });
  return found;
}

}  // namespace pdf
