#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

const fs::path kGenerator = fs::path(VEJVISER_SOURCE_DIR) / "generator";

/// What each room may include besides itself and base: the rooms before it on the line.
const std::map<std::string, std::set<std::string>> kMayInclude{
    {"base", {}},
    {"load", {}},
    {"plan", {"load"}},
    {"guide", {"load"}},
    {"theme", {"load", "plan", "guide"}},
    {"sats", {}},
    {"pdf", {"sats"}},
    {"publish", {}},
    {"line", {"load", "plan", "guide", "theme", "sats", "pdf", "publish"}},
    {"commands", {"load", "plan", "guide", "theme", "pdf", "publish", "line"}},
};

std::string read_file(const fs::path& path) {
  std::ifstream in(path);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

std::vector<fs::path> sources_below(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension == ".h" || extension == ".cpp") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::string> quoted_includes(const fs::path& file) {
  static const std::regex include("#include \"([^\"]+)\"");
  const auto text = read_file(file);
  std::vector<std::string> found;
  for (auto match = std::sregex_iterator(text.begin(), text.end(), include); match != std::sregex_iterator(); ++match) {
    found.push_back((*match)[1]);
  }
  return found;
}

std::set<std::string> rooms_on_disk() {
  std::set<std::string> rooms;
  for (const auto& entry : fs::directory_iterator(kGenerator)) {
    const bool has_code = entry.is_directory() && !sources_below(entry.path()).empty();
    if (has_code) rooms.insert(entry.path().filename().string());
  }
  return rooms;
}

}  // namespace

TEST_CASE("every room has its place on the line") {
  for (const auto& room : rooms_on_disk()) CHECK_MESSAGE(kMayInclude.contains(room), "room without a place: ", room);
}

TEST_CASE("a room includes only base and rooms before it") {
  for (const auto& room : rooms_on_disk()) {
    for (const auto& file : sources_below(kGenerator / room)) {
      for (const auto& include : quoted_includes(file)) {
        const auto from = include.substr(0, include.find('/'));
        const bool allowed = from == room || from == "base" || kMayInclude.at(room).contains(from);
        CHECK_MESSAGE(allowed, file.lexically_relative(kGenerator).string(), " includes ", include);
      }
    }
  }
}

TEST_CASE("every header is guarded by pragma once and its source includes it first") {
  for (const auto& room : rooms_on_disk()) {
    for (const auto& file : sources_below(kGenerator / room)) {
      INFO(file.string());
      if (file.extension() == ".h") {
        CHECK(read_file(file).find("#pragma once") != std::string::npos);
        continue;
      }
      auto header = file;
      header.replace_extension(".h");
      const auto includes = quoted_includes(file);
      if (fs::exists(header) && !includes.empty()) {
        CHECK(includes.front() == header.lexically_relative(kGenerator).generic_string());
      }
    }
  }
}

TEST_CASE("the map names every room") {
  const auto map = read_file(kGenerator / "README.md");
  for (const auto& room : rooms_on_disk())
    CHECK_MESSAGE(map.find("`" + room + "/`") != std::string::npos, "not on the map: ", room);
}
