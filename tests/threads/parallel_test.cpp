// Documents that are set at the same time, with fonts, words, style sheets and font subsets shared, become the bytes that
// they become alone. Under the thread sanitizer the same test sees every access that is not guarded.

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "bench/documents.h"
#include "sats/typeset.h"

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDocuments = 200;
constexpr std::size_t kThreads = 8;

/// A document with a style sheet of its own, so that the sheets that are kept parsed are pushed out now and then.
struct Order {
  std::string html;
  std::vector<base::Stylesheet> sheets;
  sats::TypesetOptions options = {};
};

std::string read_text(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

/// Small documents with footnotes, pictures, forms, columns, tables and many scripts.
std::vector<std::string> own_documents() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(fs::path(VEJVISER_SOURCE_DIR) / "tests/documents/own")) {
    if (entry.path().extension() == ".html") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> documents;
  for (const auto& file : files) documents.push_back(read_text(file));
  return documents;
}

/// Four plans that nobody has seen before for each of the own documents, all different, some of them encrypted.
std::vector<Order> make_orders() {
  const auto own = own_documents();
  REQUIRE(own.size() >= 5);
  std::vector<Order> orders;
  for (std::size_t i = 0; i < kDocuments; ++i) {
    const auto number = std::to_string(i);
    const bool is_plan = i % 5 != 0;
    auto html = is_plan ? bench::make_document(bench::Kind::plan, static_cast<std::uint32_t>(i)).html
                        : own[(i / 5) % own.size()] + "<p>Nr. " + number + "</p>";
    orders.push_back({std::move(html), {{"nr.css", "h2 { color: rgb(" + std::to_string(i % 40) + ", 0, 0) }"}}});
    if (i % 7 == 0) orders.back().options.write.encryption = {.user_password = number, .owner_password = "ejer"};
  }
  return orders;
}

std::string set(const Order& order, sats::Resources& resources) {
  return sats::typeset(order.html, order.sheets, {}, resources, order.options).pdf;
}

/// Sets all of them, each thread taking the next that is left.
std::vector<std::string> set_at_once(const std::vector<Order>& orders, sats::Resources& resources) {
  std::vector<std::string> made(orders.size());
  std::atomic<std::size_t> next = 0;
  std::vector<std::thread> threads;
  for (std::size_t i = 0; i < kThreads; ++i) {
    threads.emplace_back([&] {
      for (std::size_t mine = next++; mine < orders.size(); mine = next++) made[mine] = set(orders[mine], resources);
    });
  }
  for (std::thread& thread : threads) thread.join();
  return made;
}

}  // namespace

TEST_CASE("200 different documents on 8 threads become the bytes that they become one after the other") {
  const auto orders = make_orders();
  sats::Resources shared;
  const auto together = set_at_once(orders, shared);
  sats::Resources quiet;
  for (std::size_t i = orders.size(); i-- > 0;) {  // In another order, so that nothing depends on who came first.
    const auto alone = set(orders[i], quiet);
    CHECK(alone.size() > 1000);
    CHECK_MESSAGE(together[i] == alone, "document ", i);
  }
}
