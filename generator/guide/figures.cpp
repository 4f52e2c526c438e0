#include "guide/figures.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "guide/figure_components.h"
#include "guide/report.h"
#include "guide/text_pieces.h"
#include "guide/walk.h"

namespace guide {

namespace {

/// One row per component: its name in the info string, and what reads its body.
struct Component {
  std::string_view name;
  std::optional<FigureContent> (*read)(const load::YamlValue& body, base::Problems& problems);
};

constexpr std::array kComponents{Component{"tidslinje", read_tidslinje}, Component{"skema", read_skema}};

/// Names that are kept for figures to come. A block with one is never meant as code, so it must not be printed as such.
constexpr std::array<std::string_view, 4> kNamesToCome{"forloeb", "soejler", "plan", "formular"};

std::vector<std::string> component_names() {
  std::vector<std::string> names;
  for (const auto& component : kComponents) names.emplace_back(component.name);
  return names;
}

/// The body of a block in its source. In a quote or a list the lines of the source begin with marks that are no YAML; there
/// the body is read from a text of its own with the same line numbers.
struct Body {
  base::Source source;
  std::uint32_t begin;
  std::uint32_t end;
};

Body body_of(const CodeBlock& code, const base::Span& where) {
  const std::string_view text = where.source->text;
  const auto first_line = std::min(text.find('\n', where.begin), text.size() - 1) + 1;
  if (text.substr(first_line).starts_with(code.text)) {
    const auto begin = static_cast<std::uint32_t>(first_line);
    return {where.source, begin, begin + static_cast<std::uint32_t>(code.text.size())};
  }
  const auto lines_before = static_cast<std::size_t>(
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(first_line, text.size())), '\n'));
  auto padded = base::make_source(where.source->name, std::string(lines_before, '\n') + code.text);
  const auto end = static_cast<std::uint32_t>(padded->text.size());
  return {std::move(padded), static_cast<std::uint32_t>(lines_before), end};
}

void warn_if_misspelt(std::string_view language, const base::Span& where, base::Problems& problems) {
  const auto names = component_names();
  auto problem = warning_at(place_of(language, where), "guide.figur.ukendt", {{"figur", std::string(language)}});
  problem = suggesting(std::move(problem), language, names);
  if (!problem.hints.empty()) problems.add(std::move(problem));
}

base::Problem not_drawn_yet(std::string_view language, const base::Span& where) {
  std::string drawn;
  for (const auto& name : component_names()) drawn += (drawn.empty() ? "" : ", ") + name;
  return error_at(place_of(language, where), "guide.figur.tegnes-ikke",
                  {{"figur", std::string(language)}, {"figurer", std::move(drawn)}});
}

void make_figure(Node& node, base::Problems& problems) {
  const auto& code = *as<CodeBlock>(node);
  const auto language = code.language.substr(0, code.language.find_first_of(" \t"));
  const auto* component = std::find_if(kComponents.begin(), kComponents.end(),
                                       [&](const Component& candidate) { return candidate.name == language; });
  if (component == kComponents.end()) {
    if (std::find(kNamesToCome.begin(), kNamesToCome.end(), language) != kNamesToCome.end())
      problems.add(not_drawn_yet(language, node.where));
    else if (!language.empty())
      warn_if_misspelt(language, node.where, problems);
    return;
  }
  const auto body = body_of(code, node.where);
  const auto yaml = load::read_yaml(body.source, body.begin, body.end, problems);
  auto content = yaml ? component->read(*yaml, problems) : std::nullopt;
  if (!content) return;
  if (!content->caption.empty()) node.title.push_back({.content = Text{std::move(content->caption)}, .where = node.where});
  node.content = Figure{.component = language, .data = std::make_shared<const nlohmann::json>(std::move(content->data))};
}

}  // namespace

void make_figures(std::vector<Node>& nodes, base::Problems& problems) {
  walk(nodes, [&](Node& node) {
    if (as<CodeBlock>(node) != nullptr) make_figure(node, problems);
  });
}

}  // namespace guide
