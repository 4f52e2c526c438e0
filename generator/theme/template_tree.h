#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/source_text.h"

namespace theme {

/// What a piece of a template does.
enum class PieceKind { text, variable, raw_variable, section, inverted_section, partial };

/// One piece of a template: literal text, or a tag with what stands inside it.
struct Piece {
  PieceKind kind = PieceKind::text;
  std::string text;               ///< The literal text, or the tag's name as written (`labels.today`, `.`).
  std::vector<std::string> path;  ///< The name split at its dots; empty for `.` and for text.
  base::Span where;               ///< The tag in its file.
  std::vector<Piece> pieces;      ///< What a section holds.
};

/// Reads mustache. Lines that hold nothing but sections, comments or partials leave no empty line behind.
std::optional<std::vector<Piece>> parse_template(const base::Source& source, base::Problems& problems);

}  // namespace theme
