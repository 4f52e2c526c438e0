#include "load/json_places.h"

#include <algorithm>
#include <charconv>
#include <span>

#include "load/json_tokens.h"

namespace load {

namespace {

/// The next step of a JSON pointer, and the pointer that is left.
std::string take_step(std::string_view& pointer) {
  pointer.remove_prefix(1);
  const auto end = std::min(pointer.find('/'), pointer.size());
  std::string step;
  for (std::size_t i = 0; i < end; ++i) {
    const bool escaped = pointer[i] == '~' && i + 1 < end;
    if (escaped) ++i;
    step += !escaped ? pointer[i] : pointer[i] == '1' ? '/' : '~';
  }
  pointer.remove_prefix(end);
  return step;
}

/// The number of a list's element, or nothing.
std::optional<std::size_t> as_index(const std::string& step) {
  std::size_t index = 0;
  const auto* const end = step.data() + step.size();
  const auto [stop, error] = std::from_chars(step.data(), end, index);
  return error == std::errc{} && stop == end ? std::optional(index) : std::nullopt;
}

}  // namespace

std::string unescape_json(std::string_view string_token) {
  if (string_token.find('\\') == std::string_view::npos) return std::string(string_token.substr(1, string_token.size() - 2));
  const auto parsed = nlohmann::json::parse(string_token, nullptr, false);
  return parsed.is_string() ? parsed.get<std::string>() : std::string(string_token);
}

std::string JsonPlaces::key_of(std::uint32_t node) const {
  const auto key = nodes_[node].key;
  return unescape_json(std::string_view(source_->text).substr(key.begin, key.end - key.begin));
}

/// Moves a container's children from the pending list into one piece of children_.
void JsonPlaces::close(std::uint32_t container, std::vector<std::uint32_t>& pending, std::size_t first_pending) {
  auto& node = nodes_[container];
  const auto first = pending.begin() + static_cast<std::ptrdiff_t>(first_pending);
  if (node.is_object) {
    std::stable_sort(first, pending.end(), [this](auto a, auto b) { return key_of(a) < key_of(b); });
  }
  node.first_child = static_cast<std::uint32_t>(children_.size());
  node.child_count = static_cast<std::uint32_t>(pending.end() - first);
  children_.insert(children_.end(), first, pending.end());
  pending.erase(first, pending.end());
}

void JsonPlaces::read() {
  struct Open {
    std::uint32_t node;
    std::size_t first_pending;
  };
  std::vector<Open> open;
  std::vector<std::uint32_t> pending;
  JsonTokens tokens(source_->text, range_.begin, range_.end);
  TextRange key;
  bool expects_key = false;
  nodes_.push_back({.value = range_});  // so that there is a place even in an empty text
  for (auto token = tokens.next(); token.kind != JsonTokenKind::end; token = tokens.next()) {
    const bool closes = token.kind == JsonTokenKind::close_object || token.kind == JsonTokenKind::close_array;
    if (closes && !open.empty()) {
      nodes_[open.back().node].value.end = token.end;
      close(open.back().node, pending, open.back().first_pending);
      open.pop_back();
    } else if (expects_key && token.kind == JsonTokenKind::string) {
      key = {token.begin, token.end};
    } else if (opens_value(token.kind)) {
      const auto id = static_cast<std::uint32_t>(open.empty() ? 0 : nodes_.size());
      const Node node{.key = key, .value = {token.begin, token.end}, .is_object = token.kind == JsonTokenKind::open_object};
      if (id == 0) nodes_[0] = node;
      if (id != 0) nodes_.push_back(node), pending.push_back(id);
      key = {};
      if (node.is_object || token.kind == JsonTokenKind::open_array) open.push_back({id, pending.size()});
    }
    const bool in_object = !open.empty() && nodes_[open.back().node].is_object;
    expects_key = in_object && (token.kind == JsonTokenKind::open_object || token.kind == JsonTokenKind::comma);
  }
}

const JsonPlaces::Node* JsonPlaces::child(const Node& parent, const std::string& step) const {
  const auto children = std::span(children_).subspan(parent.first_child, parent.child_count);
  if (!parent.is_object) {
    const auto index = as_index(step);
    return index && *index < children.size() ? &nodes_[children[*index]] : nullptr;
  }
  const auto found = std::lower_bound(children.begin(), children.end(), step,
                                      [this](std::uint32_t id, const std::string& name) { return key_of(id) < name; });
  return found != children.end() && key_of(*found) == step ? &nodes_[*found] : nullptr;
}

JsonPlace JsonPlaces::locate(std::string_view pointer) {
  if (nodes_.empty()) read();
  const auto* node = nodes_.data();
  while (pointer.starts_with('/')) {
    const auto* const next = child(*node, take_step(pointer));
    if (next == nullptr) break;
    node = next;
  }
  const bool has_key = node->key.end > 0;
  return {has_key ? std::optional(span(node->key)) : std::nullopt, span(node->value)};
}

base::Span JsonPlaces::mark(std::string_view pointer) {
  const auto place = locate(pointer);
  const char first = source_->text.empty() ? ' ' : source_->text[place.value.begin];
  return place.key && (first == '{' || first == '[') ? *place.key : place.value;
}

std::vector<JsonPlaces::RepeatedKey> JsonPlaces::repeated_keys(std::size_t limit) {
  if (nodes_.empty()) read();
  std::vector<RepeatedKey> repeated;
  for (const auto& node : nodes_) {
    if (!node.is_object) continue;
    const auto children = std::span(children_).subspan(node.first_child, node.child_count);
    for (std::size_t i = 1; i < children.size() && repeated.size() < limit; ++i) {
      if (key_of(children[i - 1]) != key_of(children[i])) continue;
      repeated.push_back({span(nodes_[children[i - 1]].key), span(nodes_[children[i]].key)});
    }
  }
  std::sort(repeated.begin(), repeated.end(), [](const auto& a, const auto& b) { return a.again.begin < b.again.begin; });
  return repeated;
}

}  // namespace load
