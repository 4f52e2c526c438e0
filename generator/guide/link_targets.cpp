#include "guide/link_targets.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "guide/paths.h"
#include "guide/report.h"
#include "guide/walk.h"

namespace guide {

namespace {

constexpr std::array<std::string_view, 4> kSchemes{"http", "https", "mailto", "tel"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool belongs_to_scheme(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; }

/// What stands before the colon of an address with a scheme (RFC 3986), in lower case; nothing for a path.
std::optional<std::string> scheme_of(std::string_view url) {
  const auto colon = url.find_first_of(":/?#");
  if (colon == std::string_view::npos || url[colon] != ':' || colon == 0 || !is_letter(url.front())) return std::nullopt;
  std::string scheme(url.substr(0, colon));
  if (!std::all_of(scheme.begin(), scheme.end(), belongs_to_scheme)) return std::nullopt;
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return scheme;
}

/// Whether an address with a scheme is well formed; nothing is asked of the network.
bool is_address(std::string_view url, std::string_view scheme) {
  const auto rest = url.substr(scheme.size() + 1);
  const auto is_odd = [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>'; };
  if (rest.empty() || std::any_of(rest.begin(), rest.end(), is_odd)) return false;
  if (scheme == "mailto") return rest.find('@') != std::string_view::npos && rest.front() != '@' && rest.back() != '@';
  if (scheme == "tel") return rest.find_first_not_of("+0123456789-. ()") == std::string_view::npos;
  return rest.starts_with("//") && rest.size() > 2 && rest[2] != '/' && rest[2] != '?' && rest[2] != '#';
}

/// A relative address as a path from the root and an anchor; nothing after a problem.
std::optional<Link> relative_target(std::string_view url, std::string_view file, const base::Span& where,
                                    base::Problems& problems) {
  const auto hash = std::min(url.find('#'), url.size());
  const auto written = decode_percent(url.substr(0, hash));
  const auto anchor = decode_percent(url.substr(std::min(hash + 1, url.size())));
  if (!written || !anchor) {
    problems.add(error_at(where, "guide.link.ugyldig", {{"adresse", std::string(url)}}));
    return std::nullopt;
  }
  if (written->empty()) return Link{.to = LinkTo::page, .target = "", .anchor = *anchor, .tooltip = ""};
  const auto path = resolve_path(file, *written);
  if (!path) {
    problems.add(error_at(where, "guide.link.uden-for-rod", {{"adresse", std::string(url)}}));
    return std::nullopt;
  }
  auto target = *path;
  const bool is_folder = written->ends_with('/') || name_of(target).find('.') == std::string_view::npos;
  if (is_folder) target += target.empty() ? "index.md" : "/index.md";
  const auto to = target.ends_with(".md") ? LinkTo::page : LinkTo::file;
  return Link{.to = to, .target = std::move(target), .anchor = *anchor, .tooltip = ""};
}

void place_link(Node& node, std::string_view file, base::Problems& problems) {
  auto& link = *as<Link>(node);
  if (const auto scheme = scheme_of(link.target)) {
    if (std::find(kSchemes.begin(), kSchemes.end(), *scheme) == kSchemes.end()) {
      problems.add(error_at(node.where, "guide.link.skema", {{"skema", *scheme}}));
    } else if (!is_address(link.target, *scheme)) {
      problems.add(error_at(node.where, "guide.link.ugyldig", {{"adresse", link.target}}));
    }
    return;
  }
  if (link.target.empty()) {
    problems.add(error_at(node.where, "guide.link.tom"));
    return;
  }
  auto placed = relative_target(link.target, file, node.where, problems);
  if (!placed) return;
  placed->tooltip = std::move(link.tooltip);
  link = std::move(*placed);
}

void place_image(Node& node, std::string_view file, base::Problems& problems) {
  auto& image = *as<Image>(node);
  if (image.alternative.empty()) problems.add(warning_at(node.where, "guide.billede.uden-tekst", {{"fil", image.file}}));
  if (scheme_of(image.file) || image.file.starts_with("//")) {
    problems.add(error_at(node.where, "guide.billede.ude-fra", {{"adresse", image.file}}));
    image.file.clear();
    return;
  }
  const auto written = decode_percent(image.file);
  const auto path = written ? resolve_path(file, *written) : std::nullopt;
  if (path) {
    image.file = *path;
  } else {
    problems.add(error_at(node.where, "guide.link.uden-for-rod", {{"adresse", image.file}}));
    image.file.clear();
  }
}

}  // namespace

void place_link_targets(std::vector<Node>& nodes, std::string_view file, base::Problems& problems) {
  walk(nodes, [&](Node& node) {
    if (as<Link>(node) != nullptr) place_link(node, file, problems);
    if (as<Image>(node) != nullptr) place_image(node, file, problems);
  });
}

}  // namespace guide
