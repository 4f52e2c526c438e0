#include "theme/stylesheets.h"

#include <array>

#include "base/suggest.h"

namespace theme {

namespace {

constexpr std::string_view kImport = "@import \"";
constexpr std::string_view kVar = "var(--";
constexpr std::string_view kNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";

/// Tokens may name tokens; deeper than this is a circle.
constexpr int kDeepestToken = 8;

base::Span span_at(const base::Source& source, std::size_t begin, std::size_t length) {
  return {source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + length)};
}

std::string_view name_at(std::string_view css, std::size_t begin) {
  const auto end = std::min(css.find_first_not_of(kNameCharacters, begin), css.size());
  return css.substr(begin, end - begin);
}

/// Blanks out comments, keeping every byte's place.
std::string without_comments(std::string_view css) {
  std::string plain(css);
  for (auto open = plain.find("/*"); open != std::string::npos; open = plain.find("/*", open)) {
    const auto close = plain.find("*/", open + 2);
    const auto end = close == std::string::npos ? plain.size() : close + 2;
    for (auto i = open; i < end; ++i) {
      if (plain[i] != '\n') plain[i] = ' ';
    }
    open = end;
  }
  return plain;
}

void check_no_network(const base::Source& source, base::Problems& problems) {
  constexpr std::array kFetches{"url(http", "url(\"http", "url('http",   "url(//",
                                "url(\"//", "url('//",    "@import url", "@font-face"};
  const auto css = without_comments(source->text);
  for (const std::string_view fetch : kFetches) {
    for (auto at = css.find(fetch); at != std::string::npos; at = css.find(fetch, at + 1)) {
      problems.add({.code = "theme.css.net",
                    .arguments = {{"tekst", std::string(fetch)}},
                    .where = span_at(source, at, fetch.size()),
                    .hints = {}});
    }
  }
}

/// Puts imports in place; a file is taken once, so imports that go in a circle end.
class Assembly {
 public:
  Assembly(const FindFile& find, std::set<std::string>& imported, base::Problems& problems)
      : find_(find), imported_(imported), problems_(problems) {}

  void add(const base::Source& source) {
    check_no_network(source, problems_);
    std::string_view rest = source->text;
    for (auto import = rest.find(kImport); import != std::string_view::npos; import = rest.find(kImport)) {
      css_ += rest.substr(0, import);
      rest.remove_prefix(import + kImport.size());
      const auto quote = std::min(rest.find('"'), rest.size());
      add_import(source, rest.substr(0, quote));
      const auto end = rest.find_first_not_of("; \t", std::min(quote + 1, rest.size()));
      rest.remove_prefix(std::min(end, rest.size()));
    }
    css_ += rest;
  }

  std::string take() { return std::move(css_); }

 private:
  void add_import(const base::Source& source, std::string_view path) {
    if (!imported_.insert(std::string(path)).second) return;
    if (const auto file = find_(path)) return add(file);
    const auto at = static_cast<std::size_t>(path.data() - source->text.data());
    problems_.add({.code = "theme.css.import-mangler",
                   .arguments = {{"fil", std::string(path)}},
                   .where = span_at(source, at, path.size()),
                   .hints = {}});
  }

  const FindFile& find_;
  std::set<std::string>& imported_;
  base::Problems& problems_;
  std::string css_;
};

void append_resolved(std::string& out, std::string_view css, const Tokens& tokens, int depth) {
  while (!css.empty()) {
    const auto var = css.find(kVar);
    out += css.substr(0, var);
    if (var == std::string_view::npos) return;
    css.remove_prefix(var);
    const auto name = name_at(css, kVar.size());
    const auto close = css.find(')');
    const auto token = tokens.find(name);
    const auto length = close == std::string_view::npos ? css.size() : close + 1;
    if (token == tokens.end() || depth == kDeepestToken) {
      out += css.substr(0, length);
    } else {
      append_resolved(out, token->second, tokens, depth + 1);
    }
    css.remove_prefix(length);
  }
}

}  // namespace

std::optional<std::string> assemble_stylesheet(std::string_view path, const FindFile& find, std::set<std::string>& imported,
                                               base::Problems& problems) {
  const auto source = find(path);
  if (!source) return std::nullopt;
  Assembly assembly(find, imported, problems);
  assembly.add(source);
  return assembly.take();
}

PropertyNames property_names(std::string_view css_with_comments) {
  const auto css = without_comments(css_with_comments);
  PropertyNames names;
  for (auto at = css.find("--"); at != std::string::npos; at = css.find("--", at + 2)) {
    const auto name = name_at(css, at + 2);
    const auto after = css.find_first_not_of(" \t", at + 2 + name.size());
    const bool asked_for = at >= 4 && css.compare(at - 4, 4, "var(") == 0;
    if (asked_for) {
      names.used.emplace(name);
    } else if (after != std::string::npos && css[after] == ':') {
      names.defined.emplace(name);
    }
  }
  return names;
}

void check_tokens(const base::Source& source, const Tokens& tokens, const std::set<std::string>& defined,
                  base::Problems& problems) {
  std::vector<std::string> known(defined.begin(), defined.end());
  for (const auto& [name, value] : tokens) known.push_back(name);
  const auto css = without_comments(source->text);
  for (auto at = css.find(kVar); at != std::string::npos; at = css.find(kVar, at + 1)) {
    const std::string name(name_at(css, at + kVar.size()));
    if (tokens.contains(name) || defined.contains(name)) continue;
    base::Problem problem{.code = "theme.css.ukendt-token",
                          .arguments = {{"navn", name}},
                          .where = span_at(source, at + kVar.size() - 2, name.size() + 2),
                          .hints = {}};
    if (auto nearest = base::nearest_word(name, known)) problem.hints.push_back(base::did_you_mean("--" + *nearest));
    problems.add(std::move(problem));
  }
}

std::string root_properties(const Tokens& tokens) {
  std::string css = ":root {\n";
  for (const auto& [name, value] : tokens) css += "  --" + name + ": " + value + ";\n";
  return css + "}\n";
}

std::string resolve_tokens(std::string_view css, const Tokens& tokens) {
  std::string out;
  append_resolved(out, css, tokens, 0);
  return out;
}

}  // namespace theme
