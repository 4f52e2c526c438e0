#include "guide/cmark_text.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>

namespace guide {

namespace {

struct ParserFree {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

}  // namespace

CmarkTree parse_with_cmark(const base::Source& source, std::uint32_t begin) {
  static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  static_cast<void>(registered);
  const std::unique_ptr<cmark_parser, ParserFree> parser(cmark_parser_new(CMARK_OPT_FOOTNOTES));
  for (const auto* name : {"table", "strikethrough", "autolink", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), source->text.data() + begin, source->text.size() - begin);
  return CmarkTree(cmark_parser_finish(parser.get()));
}

CmarkPlaces::CmarkPlaces(base::Source source, std::uint32_t begin) : source_(std::move(source)), line_starts_{begin} {
  const std::string_view text = source_->text;
  for (auto at = text.find_first_of("\r\n", begin); at != std::string_view::npos; at = text.find_first_of("\r\n", at + 1)) {
    if (text.substr(at, 2) == "\r\n") ++at;
    line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

std::uint32_t CmarkPlaces::line_end(int line) const {
  const auto index = static_cast<std::size_t>(std::max(line, 0));
  return index < line_starts_.size() ? line_starts_[index] : static_cast<std::uint32_t>(source_->text.size());
}

std::uint32_t CmarkPlaces::offset(int line, int column) const {
  const auto index = static_cast<std::size_t>(std::max(line - 1, 0));
  if (index >= line_starts_.size()) return static_cast<std::uint32_t>(source_->text.size());
  const auto wanted = line_starts_[index] + static_cast<std::uint32_t>(std::max(column - 1, 0));
  return std::min(wanted, line_end(line));
}

base::Span CmarkPlaces::of(cmark_node* block) const {
  const auto begin = offset(cmark_node_get_start_line(block), cmark_node_get_start_column(block));
  const auto end = offset(cmark_node_get_end_line(block), cmark_node_get_end_column(block) + 1);
  return {source_, begin, std::max(begin, end)};
}

base::Span CmarkPlaces::whole_lines_of(cmark_node* block) const {
  const auto begin = of(block).begin;
  return {source_, begin, std::max(begin, line_end(cmark_node_get_end_line(block)))};
}

}  // namespace guide
