#include "base/source_text.h"

#include <utility>

namespace base {

SourceText::SourceText(std::string shown_name, std::string whole_text)
    : name(std::move(shown_name)), text(std::move(whole_text)) {}

Position SourceText::position(std::size_t offset) const { return lines().position(text, offset); }

std::string_view SourceText::line_at(std::size_t offset) const { return lines().line_at(text, offset); }

const SourceLines& SourceText::lines() const {
  std::call_once(lines_found_, [this] { lines_.emplace(text); });
  return *lines_;
}

Source make_source(std::string name, std::string text) {
  return std::make_shared<const SourceText>(std::move(name), std::move(text));
}

}  // namespace base
