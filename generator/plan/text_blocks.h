#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace plan {

/// What plain text is made of; `line`, `label` and `link` are added by the view, never read from a text.
enum class BlockKind { paragraph, list, line, label, link };

/// One block: a paragraph, a list of points, a short line, a run-in label or a link.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::string text;                 ///< Not used by a list.
  std::vector<std::string> points;  ///< Only of a list.
  std::string url;                  ///< Only of a link.

  bool operator==(const Block&) const = default;
};

/// Splits plain text: an empty line begins a paragraph, lines that begin with "- " are a list; nothing else is markup.
/// Runs of blanks and single line breaks inside a paragraph become one space.
std::vector<Block> text_blocks(std::string_view text);

}  // namespace plan
