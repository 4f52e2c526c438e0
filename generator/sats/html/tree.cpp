#include "sats/html/tree.h"

#include <algorithm>

namespace sats::html {

std::string_view Tree::attribute(NodeIndex index, std::string_view name) const {
  const auto& node = nodes[index];
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    const auto& attribute = attributes[node.first_attribute + i];
    if (attribute.name == name) return attribute.value;
  }
  return {};
}

bool Tree::has_attribute(NodeIndex index, std::string_view name) const {
  const auto& node = nodes[index];
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    if (attributes[node.first_attribute + i].name == name) return true;
  }
  return false;
}

std::optional<std::uint32_t> Tree::attribute_place(NodeIndex index, std::string_view value) const {
  const auto begin = std::min<std::size_t>(nodes[index].offset, source.size());
  // The tag ends before the next node begins, and a text right behind it may begin where the tag does.
  auto after = index + 1;
  while (after < nodes.size() && nodes[after].offset <= begin) ++after;
  const auto end = after < nodes.size() ? nodes[after].offset : source.size();
  const auto found = std::string_view(source).substr(begin, end - begin).find(value);
  if (found == std::string_view::npos) return std::nullopt;
  return static_cast<std::uint32_t>(begin + found);
}

const Tree::SvgSource* Tree::svg(NodeIndex index) const {
  const auto found = std::ranges::lower_bound(svg_sources_, index, {}, &SvgSource::node);
  return found == svg_sources_.end() || found->node != index ? nullptr : &*found;
}

std::string_view Tree::svg_source(NodeIndex index) const {
  const auto* found = svg(index);
  return found == nullptr ? std::string_view() : found->markup;
}

std::string_view Tree::svg_title(NodeIndex index) const {
  const auto* found = svg(index);
  return found == nullptr ? std::string_view() : found->title;
}

std::string Tree::text_content(NodeIndex index) const {
  std::string text;
  for (NodeIndex i = index; i < nodes[index].end; ++i) {
    if (nodes[i].kind == NodeKind::text) text += nodes[i].text;
  }
  return text;
}

base::Span Tree::span(NodeIndex index) const {
  if (!shared_source_) shared_source_ = base::make_source(source_name, source);
  const auto begin = index < nodes.size() ? nodes[index].offset : 0;
  const auto rest = std::string_view(source).substr(std::min<std::size_t>(begin, source.size()));
  const auto length = std::min(rest.find_first_of(">\n"), rest.size());
  return {shared_source_, begin, begin + static_cast<std::uint32_t>(std::min(length + 1, rest.size()))};
}

}  // namespace sats::html
