#include "guide/node.h"

#include "guide/walk.h"

namespace guide {

namespace {

void append_plain(std::string& out, const std::vector<Node>& inlines) {
  for (const auto& node : inlines) {
    if (const auto* text = as<Text>(node)) out += text->text;
    if (const auto* code = as<CodeSpan>(node)) out += code->text;
    if (const auto* image = as<Image>(node)) out += image->alternative;
    if (as<LineBreak>(node) != nullptr) out += ' ';
    append_plain(out, node.children);
  }
}

}  // namespace

std::string plain_text(const std::vector<Node>& inlines) {
  std::string text;
  append_plain(text, inlines);
  return text;
}

}  // namespace guide
