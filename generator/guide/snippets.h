#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_store.h"
#include "base/problem.h"
#include "guide/node.h"
#include "guide/readers.h"

namespace guide {

/// A piece of Markdown that is placed around plan data and may hold fields such as `{{borger.fornavn}}`.
struct Snippet {
  std::string name;     ///< Path below the snippet folder without `.md`: `min-plan/vaer-opmaerksom`.
  std::string title;    ///< From front matter; may be empty. No fields in it.
  Audiences audiences;  ///< Whom it is for; none is everyone.
  std::vector<Node> nodes;
  bool is_broken = false;  ///< Something is wrong in it, so no plan may have it.
};

/// Snippets by name.
using Snippets = std::map<std::string, Snippet, std::less<>>;

/// Where the snippets lie in the store, and the theme's box kinds.
struct SnippetContext {
  std::string folder;  ///< Such as `content/uddrag`. An empty or missing folder gives no snippets and no problem.
  std::vector<std::string> box_kinds;
  Audiences audiences;  ///< The audiences that front matter may name.
};

/// Values by dotted field name, as plain text.
using FieldValues = std::map<std::string, std::string, std::less<>>;

/// Reads every Markdown file below the folder. One with an error is broken; the others are as good as ever. Links must be
/// external, there are no footnotes.
Snippets load_snippets(const base::FileStore& store, const SnippetContext& context, base::Problems& problems);

/// Reports each field of a snippet that is not one of the known names, at its place, with the nearest known name. Such a
/// snippet is broken.
void check_fields(Snippet& snippet, std::span<const std::string> known_fields, base::Problems& problems);

/// The names of the fields that a snippet uses, each once, sorted.
std::vector<std::string> fields_of(const Snippet& snippet);

/// The snippet with each field as Text of its value (line breaks become LineBreaks; nothing in a value is read as Markdown).
/// A field with no value, or an empty one, is an error at the field's place, and nothing is returned. Nor is there anything
/// of a broken snippet, whose errors are known.
std::optional<std::vector<Node>> merge(const Snippet& snippet, const FieldValues& values, base::Problems& problems);

}  // namespace guide
