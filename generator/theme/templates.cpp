#include "theme/templates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "base/suggest.h"

namespace theme {

namespace {

using nlohmann::json;

/// Templates that include themselves stop here.
constexpr std::size_t kDeepestPartial = 24;

using PiecesByName = std::map<std::string, std::vector<Piece>, std::less<>>;

template <typename Visit>
void visit_pieces(const std::vector<Piece>& pieces, const Visit& visit) {
  for (const auto& piece : pieces) {
    visit(piece);
    visit_pieces(piece.pieces, visit);
  }
}

/// Whether what comes next is the whole of an address that the reader is sent to.
bool opens_address(std::string_view out) {
  constexpr std::array kOpenings{" href=\"", " src=\"", " action=\"", " xlink:href=\""};
  return std::ranges::any_of(kOpenings, [out](std::string_view opening) { return out.ends_with(opening); });
}

bool is_empty(const json& value) {
  if (value.is_boolean()) return !value.get<bool>();
  if (value.is_string()) return value.get_ref<const std::string&>().empty();
  return value.is_null() || (value.is_structured() && value.empty());
}

const json* member(const json* value, const std::string& key) {
  if (!value->is_object()) return nullptr;
  const auto found = value->find(key);
  return found == value->end() ? nullptr : &*found;
}

base::Problem problem_at(const Piece& piece, std::string_view code, std::span<const std::string> known) {
  base::Problem problem{.code = std::string(code), .arguments = {{"navn", piece.text}}, .where = piece.where, .hints = {}};
  const auto last = piece.path.empty() ? piece.text : piece.path.back();
  if (auto nearest = base::nearest_word(last, known)) problem.hints.push_back(base::did_you_mean(std::move(*nearest)));
  return problem;
}

/// One filling of a template: the open sections, the text so far and the tags already complained about.
class Filling {
 public:
  Filling(const PiecesByName& templates, std::span<const json* const> scopes, base::Problems& problems)
      : templates_(templates), scopes_(scopes.begin(), scopes.end()), problems_(problems) {}

  void fill(const std::vector<Piece>& pieces) {
    for (const auto& piece : pieces) {
      switch (piece.kind) {
        case PieceKind::text: out_ += piece.text; break;
        case PieceKind::variable: add_variable(piece); break;
        case PieceKind::raw_variable: add_raw(piece); break;
        case PieceKind::section: add_section(piece); break;
        case PieceKind::inverted_section: add_inverted(piece); break;
        case PieceKind::partial: add_partial(piece); break;
      }
    }
  }

  std::string take() { return std::move(out_); }

 private:
  /// The value of a tag's name, or nothing (and a problem, once per tag) when no scope knows it.
  const json* find(const Piece& piece) {
    if (piece.path.empty()) return scopes_.back();
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
      const auto* value = member(*scope, piece.path.front());
      for (std::size_t i = 1; value != nullptr && i < piece.path.size(); ++i) {
        if (value->is_null()) return value;
        value = member(value, piece.path[i]);
      }
      if (value != nullptr) return value;
    }
    if (reported_.insert(&piece).second)
      problems_.add(problem_at(piece, "theme.skabelon.ukendt-felt", names_in_reach(piece)));
    return nullptr;
  }

  /// The names that could have stood in the tag: those beside the part that is unknown.
  [[nodiscard]] std::vector<std::string> names_in_reach(const Piece& piece) const {
    std::vector<std::string> names;
    for (const auto* scope : scopes_) {
      const auto* value = scope;
      for (std::size_t i = 0; value != nullptr && i + 1 < piece.path.size(); ++i) value = member(value, piece.path[i]);
      if (value == nullptr || !value->is_object()) continue;
      for (const auto& [key, unused] : value->items()) names.push_back(key);
    }
    return names;
  }

  void add_variable(const Piece& piece) {
    const auto* value = find(piece);
    if (value == nullptr || value->is_null()) return;
    if (value->is_string()) {
      if (opens_address(out_) && !is_harmless_address(value->get_ref<const std::string&>())) return;
      base::append_escaped(out_, value->get_ref<const std::string&>());
    } else if (value->is_structured()) {
      if (reported_.insert(&piece).second) problems_.add(problem_at(piece, "theme.skabelon.ikke-tekst", {}));
    } else if (value->is_number_float()) {
      out_ += fmt::format("{}", std::round(value->get<double>() * 1000) / 1000);
    } else {
      out_ += value->dump();
    }
  }

  void add_raw(const Piece& piece) {
    const auto* value = find(piece);
    if (value != nullptr && value->is_string()) out_ += value->get_ref<const std::string&>();
  }

  void add_section(const Piece& piece) {
    const auto* value = find(piece);
    if (value == nullptr || is_empty(*value)) return;
    if (!value->is_array()) return fill_within(*value, piece.pieces);
    for (const auto& element : *value) fill_within(element, piece.pieces);
  }

  void add_inverted(const Piece& piece) {
    const auto* value = find(piece);
    if (value != nullptr && is_empty(*value)) fill(piece.pieces);
  }

  void fill_within(const json& scope, const std::vector<Piece>& pieces) {
    scopes_.push_back(&scope);
    fill(pieces);
    scopes_.pop_back();
  }

  void add_partial(const Piece& piece) {
    if (is_endless_) return;
    if (depth_ == kDeepestPartial) {
      problems_.add(problem_at(piece, "theme.skabelon.for-dyb", {}));
      is_endless_ = true;
      return;
    }
    ++depth_;
    fill(templates_.find(piece.text)->second);
    --depth_;
  }

  const PiecesByName& templates_;
  std::vector<const json*> scopes_;
  base::Problems& problems_;
  std::set<const Piece*> reported_;
  std::string out_;
  std::size_t depth_ = 0;
  bool is_endless_ = false;  ///< Nothing is included any more: what includes itself twice would take for ever.
};

std::vector<std::string> names_of(const PiecesByName& templates) {
  std::vector<std::string> names;
  for (const auto& [name, pieces] : templates) names.push_back(name);
  return names;
}

void check_partials(const PiecesByName& templates, base::Problems& problems) {
  const auto names = names_of(templates);
  for (const auto& [name, pieces] : templates) {
    visit_pieces(pieces, [&](const Piece& piece) {
      const bool unknown = piece.kind == PieceKind::partial && !templates.contains(piece.text);
      if (unknown) problems.add(problem_at(piece, "theme.skabelon.ukendt-delskabelon", names));
    });
  }
}

}  // namespace

bool is_harmless_address(std::string_view address) {
  constexpr std::array kSchemes{"https://", "http://", "mailto:", "tel:", "#"};
  const auto begins = [address](std::string_view scheme) { return address.starts_with(scheme); };
  if (std::ranges::any_of(kSchemes, begins)) return true;
  return address.substr(0, address.find_first_of("/?#")).find(':') == std::string_view::npos && !address.starts_with("//");
}

std::optional<Templates> Templates::parse(const std::map<std::string, base::Source, std::less<>>& sources,
                                          base::Problems& problems) {
  const auto before = problems.error_count();
  Templates set;
  for (const auto& [name, source] : sources) {
    if (auto pieces = parse_template(source, problems)) set.templates_.emplace(name, std::move(*pieces));
  }
  if (problems.error_count() != before) return std::nullopt;
  check_partials(set.templates_, problems);
  return problems.error_count() == before ? std::optional(std::move(set)) : std::nullopt;
}

std::set<std::string> Templates::partial_names() const {
  std::set<std::string> names;
  for (const auto& [name, pieces] : templates_) {
    visit_pieces(pieces, [&names](const Piece& piece) {
      if (piece.kind == PieceKind::partial) names.insert(piece.text);
    });
  }
  return names;
}

std::set<std::string> Templates::names_used() const {
  std::set<std::string> names;
  for (const auto& [name, pieces] : templates_) {
    visit_pieces(pieces, [&names](const Piece& piece) {
      if (piece.kind != PieceKind::text && piece.kind != PieceKind::partial) names.insert(piece.text);
    });
  }
  return names;
}

std::optional<base::Html> Templates::render(std::string_view name, std::span<const json* const> scopes,
                                            base::Problems& problems) const {
  const auto found = templates_.find(name);
  if (found == templates_.end()) {
    problems.add({.code = "theme.skabelon.mangler", .arguments = {{"navn", std::string(name)}}, .where = {}, .hints = {}});
    return std::nullopt;
  }
  const auto before = problems.error_count();
  Filling filling(templates_, scopes, problems);
  filling.fill(found->second);
  if (problems.error_count() != before) return std::nullopt;
  return base::Html::from_trusted(filling.take());
}

}  // namespace theme
