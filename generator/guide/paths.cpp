#include "guide/paths.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "guide/guide.h"

namespace guide {

namespace {

/// Letters that have an agreed spelling without marks; any other letter outside a-z becomes a hyphen.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> kSpellings{{
    {"æ", "ae"}, {"Æ", "ae"}, {"ø", "oe"}, {"Ø", "oe"}, {"å", "aa"}, {"Å", "aa"}, {"ä", "ae"}, {"Ä", "ae"},
    {"ö", "oe"}, {"Ö", "oe"}, {"é", "e"},  {"É", "e"},  {"è", "e"},  {"È", "e"},  {"ü", "u"},  {"Ü", "u"},
    {"á", "a"},  {"Á", "a"},  {"ó", "o"},  {"Ó", "o"},  {"í", "i"},  {"Í", "i"},
}};

std::vector<std::string_view> pieces_of(std::string_view path) {
  std::vector<std::string_view> pieces;
  while (!path.empty()) {
    const auto slash = std::min(path.find('/'), path.size());
    pieces.push_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return pieces;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::size_t number_length(std::string_view name) {
  const auto digits = std::min(name.find_first_not_of("0123456789"), name.size());
  const bool sorts = digits > 0 && digits <= 4 && digits + 1 < name.size() &&
                     std::string_view("-_ .").find(name[digits]) != std::string_view::npos;
  return sorts && name.substr(digits) != ".md" ? digits : 0;
}

std::string spell(std::string_view name) {
  std::string spelt;
  while (!name.empty()) {
    const auto special =
        std::find_if(kSpellings.begin(), kSpellings.end(), [&](const auto& pair) { return name.starts_with(pair.first); });
    if (special != kSpellings.end()) {
      spelt += special->second;
      name.remove_prefix(special->first.size());
      continue;
    }
    const char c = name.front();
    name.remove_prefix(1);
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool fits = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9');
    if (fits) {
      spelt += lower;
    } else if (!spelt.empty() && spelt.back() != '-') {
      spelt += '-';
    }
  }
  while (spelt.ends_with('-')) spelt.pop_back();
  return spelt;
}

}  // namespace

std::string_view folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view name_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::optional<std::string> resolve_path(std::string_view from, std::string_view written) {
  if (written.starts_with('/') || written.find('\\') != std::string_view::npos) return std::nullopt;
  auto pieces = pieces_of(folder_of(from));
  for (const auto piece : pieces_of(written)) {
    if (piece.empty() || piece == ".") continue;
    if (piece != "..") {
      pieces.push_back(piece);
    } else if (pieces.empty()) {
      return std::nullopt;
    } else {
      pieces.pop_back();
    }
  }
  std::string path;
  for (const auto piece : pieces) {
    if (!path.empty()) path += '/';
    path += piece;
  }
  return path;
}

std::optional<std::string> decode_percent(std::string_view url) {
  std::string decoded;
  for (std::size_t at = 0; at < url.size(); ++at) {
    if (url[at] != '%') {
      decoded += url[at];
      continue;
    }
    if (at + 2 >= url.size()) return std::nullopt;
    const int high = hex_digit(url[at + 1]);
    const int low = hex_digit(url[at + 2]);
    if (high < 0 || low < 0 || high * 16 + low == 0) return std::nullopt;
    decoded += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return decoded;
}

std::optional<int> leading_number(std::string_view name) {
  const auto length = number_length(name);
  if (length == 0) return std::nullopt;
  int number = 0;
  std::from_chars(name.data(), name.data() + length, number);
  return number;
}

std::string file_slug(std::string_view name) {
  if (name.ends_with(".md")) name.remove_suffix(3);
  if (const auto length = number_length(name); length > 0) name.remove_prefix(length + 1);
  auto slug = spell(name);
  return slug.empty() ? "side" : slug;
}

std::string relative_path(std::string_view from, std::string_view to) {
  const auto start = pieces_of(folder_of(from));
  const auto goal = pieces_of(to);
  const auto last = goal.empty() ? 0 : goal.size() - 1;
  std::size_t common = 0;
  while (common < start.size() && common < last && start[common] == goal[common]) ++common;
  std::string path;
  for (auto up = common; up < start.size(); ++up) path += "../";
  for (auto down = common; down < goal.size(); ++down) {
    path += goal[down];
    if (down + 1 < goal.size()) path += '/';
  }
  return path;
}

}  // namespace guide
