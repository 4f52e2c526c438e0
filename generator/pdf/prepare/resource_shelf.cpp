#include "pdf/prepare/resource_shelf.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "pdf/prepare/clean_markup.h"
#include "pdf/prepare/file_kind.h"
#include "pdf/prepare/markup.h"

namespace pdf {

namespace {

/// How much of a long address a message shows.
constexpr std::size_t kShownAddress = 80;

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

int base64_value(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+' || c == '-') return 62;
  if (c == '/' || c == '_') return 63;
  return -1;
}

std::string base64_decoded(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : text) {
    const int value = base64_value(c);
    if (value < 0) continue;
    bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>((bits >> count) & 0xFFU);
    }
  }
  return out;
}

std::string bytes_of_data_address(std::string_view address) {
  const auto comma = address.find(',');
  if (comma == std::string_view::npos) return {};
  const auto content = address.substr(comma + 1);
  return address.substr(0, comma).ends_with(";base64") ? base64_decoded(percent_decoded(content)) : percent_decoded(content);
}

/// The path in the store, or nothing when it climbs out of it.
std::optional<std::string> path_in_store(std::string_view address) {
  const auto plain = percent_decoded(address.substr(0, address.find_first_of("?#")));
  if (plain.find('\0') != std::string::npos) return std::nullopt;
  auto path = std::filesystem::path(plain).relative_path().lexically_normal().generic_string();
  if (path.empty() || path == "." || path.starts_with("..")) return std::nullopt;
  return path;
}

std::string shortened(std::string_view address) {
  if (address.size() <= kShownAddress) return std::string(address);
  std::size_t end = kShownAddress;
  while (end > 0 && (static_cast<unsigned char>(address[end]) & 0xC0U) == 0x80U) --end;
  return std::string(address.substr(0, end)) + "…";
}

}  // namespace

std::optional<std::string> scheme_of(std::string_view address) {
  const auto colon = address.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  std::string scheme;
  for (const char c : address.substr(0, colon)) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isspace(byte) != 0 || std::iscntrl(byte) != 0) continue;
    if (std::isalnum(byte) == 0 && c != '+' && c != '.' && c != '-') return std::nullopt;
    scheme += static_cast<char>(std::tolower(byte));
  }
  return scheme;
}

bool is_foreign_address(std::string_view address) {
  const auto first = address.find_first_not_of(" \t\r\n\f");
  if (first == std::string_view::npos) return false;
  address.remove_prefix(first);
  return scheme_of(address).has_value() || address.starts_with("//") || address.starts_with("\\");
}

void ResourceShelf::warn(std::string code, std::string_view shown) {
  problems_.add({.severity = base::Severity::warning,
                 .code = std::move(code),
                 .arguments = {{"navn", std::string(shown)}},
                 .where = {},
                 .hints = {}});
}

std::optional<std::string> ResourceShelf::take(std::string_view address) {
  const auto before = taken_.find(address);
  if (before != taken_.end()) return before->second;
  auto name = find(address);
  taken_.emplace(address, name);
  return name;
}

std::optional<std::string> ResourceShelf::find(std::string_view address) {
  const auto shown = shortened(address);
  if (scheme_of(address) == "data") return keep(bytes_of_data_address(address), shown);
  const auto path = is_foreign_address(address) ? std::nullopt : path_in_store(address);
  if (!path) {
    warn("pdf.ressource.fremmed", shown);
    return std::nullopt;
  }
  base::Problems reading;
  auto bytes = store_.has_file(*path) ? store_.read(*path, reading) : std::nullopt;
  if (!bytes) {
    warn("pdf.ressource.findes-ikke", shown);
    return std::nullopt;
  }
  return keep(std::move(*bytes), shown);
}

std::optional<std::string> ResourceShelf::keep(std::string bytes, std::string_view shown) {
  const auto kind = file_kind(bytes);
  if (kind == FileKind::unknown) {
    warn("pdf.ressource.ukendt-format", shown);
    return std::nullopt;
  }
  if (!is_whole_picture(kind, bytes)) {
    warn("pdf.billede.beskadiget", shown);
    return std::nullopt;
  }
  if (kind == FileKind::svg) {
    auto svg = parse_svg(bytes);
    if (!svg) {
      warn("pdf.billede.beskadiget", shown);
      return std::nullopt;
    }
    clean_standalone_svg(*svg);
    bytes = write_svg(*svg);
  }
  auto name = "resource-" + std::to_string(files_.size() + 1) + "." + std::string(extension_of(kind));
  files_.emplace(name, std::move(bytes));
  return name;
}

}  // namespace pdf
