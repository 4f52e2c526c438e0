#include "theme/template_tree.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <kainjow/mustache.hpp>

namespace theme {

namespace {

namespace mustache = kainjow::mustache;
using Component = mustache::component<std::string>;

/// Sections deeper than this are a mistake, and would cost stack.
constexpr std::size_t kDeepestSection = 64;

base::Span span_of(const base::Source& source, std::size_t begin, std::size_t end) {
  return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

base::Span tag_span(const base::Source& source, std::size_t begin) {
  const auto close = source->text.find("}}", begin);
  const auto triple = source->text.compare(begin, 3, "{{{") == 0;
  return span_of(source, begin, close == std::string::npos ? begin + 2 : close + (triple ? 3 : 2));
}

/// The parser's three complaints, each of which ends with the byte offset of the tag.
struct Complaint {
  std::string_view begins;
  std::string_view code;
};
constexpr std::array kComplaints{
    Complaint{"Unclosed tag", "theme.skabelon.tag-uden-slut"},
    Complaint{"Unopened section", "theme.skabelon.afsnit-uden-start"},
    Complaint{"Unclosed section", "theme.skabelon.afsnit-uden-slut"},
};

base::Problem problem_of(const base::Source& source, const std::string& complaint) {
  const auto digits = complaint.find_last_not_of("0123456789") + 1;
  std::size_t offset = 0;
  std::from_chars(complaint.data() + digits, complaint.data() + complaint.size(), offset);
  const auto row = std::find_if(kComplaints.begin(), kComplaints.end(),
                                [&complaint](const Complaint& c) { return complaint.starts_with(c.begins); });
  const auto* code = row == kComplaints.end() ? kComplaints.data() : &*row;
  auto where = tag_span(source, std::min(offset, source->text.size()));
  const auto tag = source->text.substr(where.begin, where.end - where.begin);
  return {.code = std::string(code->code), .arguments = {{"tag", tag}}, .where = std::move(where), .hints = {}};
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r") == std::string_view::npos; }

/// Whether a line holds only tags that print nothing themselves, so that the line must not print either.
bool holds_only_silent_tags(std::string_view line) {
  bool any = false;
  while (true) {
    const auto open = line.find("{{");
    if (open == std::string_view::npos) return any && is_blank(line);
    const bool silent = open + 2 < line.size() && std::string_view("#^/!>").find(line[open + 2]) != std::string_view::npos;
    const auto close = line.find("}}", open);
    if (!silent || close == std::string_view::npos || !is_blank(line.substr(0, open))) return false;
    any = true;
    line.remove_prefix(close + 2);
  }
}

/// For every byte of the template, whether it stands on a silent line.
std::vector<bool> silent_bytes(std::string_view text) {
  std::vector<bool> silent(text.size() + 1, false);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    if (holds_only_silent_tags(text.substr(begin, end - begin))) {
      std::fill(silent.begin() + static_cast<std::ptrdiff_t>(begin), silent.begin() + static_cast<std::ptrdiff_t>(end + 1),
                true);
    }
    begin = end + 1;
  }
  return silent;
}

std::vector<std::string> split_at_dots(const std::string& name) {
  return name == "." ? std::vector<std::string>{} : mustache::split(name, '.');
}

/// Turns the parser's components into pieces; adds what is not allowed to the problems.
class Reading {
 public:
  Reading(const base::Source& source, base::Problems& problems)
      : source_(source), problems_(problems), silent_(silent_bytes(source->text)) {}

  std::vector<Piece> pieces_of(const Component& parent, std::size_t depth = 0) {
    std::vector<Piece> pieces;
    if (depth > kDeepestSection) {
      add("theme.skabelon.for-dyb", parent);
      return pieces;
    }
    for (const auto& child : parent.children) {
      if (child.is_text()) {
        add_text(pieces, child);
      } else if (const auto kind = kind_of(child)) {
        pieces.push_back({*kind, child.tag.name, split_at_dots(child.tag.name), tag_span(source_, child.position),
                          pieces_of(child, depth + 1)});
      }
    }
    return pieces;
  }

 private:
  void add_text(std::vector<Piece>& pieces, const Component& component) const {
    if (silent_[component.position]) return;
    if (pieces.empty() || pieces.back().kind != PieceKind::text) pieces.push_back({});
    pieces.back().text += component.text;
  }

  std::optional<PieceKind> kind_of(const Component& component) {
    using enum mustache::tag_type;
    switch (component.tag.type) {
      case variable: return PieceKind::variable;
      case unescaped_variable: return raw_kind(component);
      case section_begin: return PieceKind::section;
      case section_begin_inverted: return PieceKind::inverted_section;
      case partial: return PieceKind::partial;
      default: return std::nullopt;
    }
  }

  /// Only fields that are markup by contract, named `…Html`, may be printed as they are.
  std::optional<PieceKind> raw_kind(const Component& component) {
    const auto& name = component.tag.name;
    if (name.ends_with("Html") || name.ends_with(".html") || name == "html") return PieceKind::raw_variable;
    add("theme.skabelon.raa-tekst", component);
    return std::nullopt;
  }

  void add(std::string_view code, const Component& component) {
    problems_.add({.code = std::string(code),
                   .arguments = {{"felt", component.tag.name}},
                   .where = tag_span(source_, component.position),
                   .hints = {}});
  }

  const base::Source& source_;
  base::Problems& problems_;
  std::vector<bool> silent_;
};

}  // namespace

std::optional<std::vector<Piece>> parse_template(const base::Source& source, base::Problems& problems) {
  if (const auto delimiter = source->text.find("{{="); delimiter != std::string::npos) {
    problems.add({.code = "theme.skabelon.afgraenser", .where = tag_span(source, delimiter)});
    return std::nullopt;
  }
  mustache::context<std::string> no_values;
  mustache::context_internal<std::string> state(no_values);
  Component root;
  std::string complaint;
  const mustache::parser<std::string> parser(source->text, state, root, complaint);
  if (!complaint.empty()) {
    problems.add(problem_of(source, complaint));
    return std::nullopt;
  }
  const auto before = problems.error_count();
  auto pieces = Reading(source, problems).pieces_of(root);
  return problems.error_count() == before ? std::optional(std::move(pieces)) : std::nullopt;
}

}  // namespace theme
