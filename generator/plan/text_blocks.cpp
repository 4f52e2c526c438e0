#include "plan/text_blocks.h"

#include <utility>

namespace plan {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\v\f";

/// The words of a text with one space between them.
std::string one_line(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) break;
    const std::size_t end = text.find_first_of(kBlanks, begin);
    if (!out.empty()) out += ' ';
    out += text.substr(begin, end - begin);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end);
  }
  return out;
}

/// Takes the text's lines one by one and closes a block when its kind ends.
class BlockReader {
 public:
  void take(std::string_view line) {
    const std::size_t begin = line.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return close();
    line.remove_prefix(begin);
    if (line.starts_with("- ")) return add_point(one_line(line.substr(2)));
    add_words(one_line(line), begin > 0 ? Margin::indented : Margin::none);
  }

  std::vector<Block> finish() {
    close();
    return std::move(blocks_);
  }

 private:
  void add_point(std::string point) {
    if (open_.kind != BlockKind::list) close();
    open_.kind = BlockKind::list;
    if (!point.empty()) open_.points.push_back(std::move(point));
  }

  enum class Margin { none, indented };

  void add_words(const std::string& words, Margin margin) {
    const bool continues_point = open_.kind == BlockKind::list && margin == Margin::indented && !open_.points.empty();
    if (open_.kind == BlockKind::list && !continues_point) close();
    std::string& target = continues_point ? open_.points.back() : open_.text;
    if (!target.empty()) target += ' ';
    target += words;
  }

  void close() {
    if (!open_.text.empty() || !open_.points.empty()) blocks_.push_back(std::move(open_));
    open_ = Block{};
  }

  std::vector<Block> blocks_;
  Block open_;
};

}  // namespace

std::vector<Block> text_blocks(std::string_view text) {
  BlockReader reader;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    reader.take(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return reader.finish();
}

}  // namespace plan
