#include "sats/write/marks.h"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace sats {
namespace {

bool ends_word(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// The part of a run that belongs to the word around a byte, which stands in it or at one of its ends. White space inside
/// U+00A0 is part of it, which is what a reader hears anyway.
DividedWord word_in_run(std::string_view text, std::uint32_t at, const GlyphRun& run) {
  DividedWord word{at, at};
  while (word.text_begin > run.text_begin && !ends_word(text[word.text_begin - 1])) --word.text_begin;
  while (word.text_end < run.text_end && !ends_word(text[word.text_end])) ++word.text_end;
  return word;
}

/// Whether the text of one run goes on in another, a soft hyphen aside.
bool continues(const GlyphRun& first, const GlyphRun& second) {
  return second.text_begin >= first.text_end && second.text_begin <= first.text_end + 2 && (first.level & 1U) == 0;
}

}  // namespace

Marks::Marks(const StructureTree& structure) : leaf_before_(structure.nodes.size(), kNone) {
  std::vector<NodeId> last_child(structure.nodes.size(), kNone);
  for (NodeId node = 0; node < structure.nodes.size(); ++node) {
    const std::uint32_t parent = structure.nodes[node].parent;
    if (parent == kNone) continue;
    const NodeId before = std::exchange(last_child[parent], node);
    const bool both_are_leaves =
        structure.nodes[node].role == Role::content && before != kNone && structure.nodes[before].role == Role::content;
    if (both_are_leaves) leaf_before_[node] = before;
  }
}

void Marks::begin_page(std::uint32_t page) {
  page_ = page;
  next_ = 0;
}

std::uint32_t Marks::open(NodeId leaf, WordId word) {
  marks_.push_back({leaf, word, page_, next_});
  return next_++;
}

namespace {

/// Finds words from hyphen to hyphen. A word takes no more of the text than the runs that its hyphens join: the line before
/// may have ended without one, behind a slash, and what stands there is read by itself.
class DividedWordSearch {
 public:
  explicit DividedWordSearch(const LaidDocument& document) : document_(document) {
    found_.ends.assign(document.runs.size(), kNone);
    found_.begins.assign(document.runs.size(), kNone);
  }

  DividedWords search() {
    for (const PaintItem& item : document_.items) {
      if (item.kind == ItemKind::glyphs && item.tag.leaf != kNone) read(item.tag.leaf, item.index);
    }
    // A word whose second part stands in another element: the first is read without its hyphen.
    for (const auto& [leaf, run] : waiting_) {
      if ((document_.runs[run].level & 1U) == 0) begin_word(run);
    }
    return std::move(found_);
  }

 private:
  void read(NodeId leaf, std::uint32_t index) {
    const auto first = waiting_.empty() ? waiting_.end() : waiting_.find(leaf);
    if (first != waiting_.end()) {
      if (continues(document_.runs[first->second], document_.runs[index])) join(first->second, index);
      waiting_.erase(first);
    }
    if (document_.runs[index].ends_with_hyphen) waiting_[leaf] = index;
  }

  /// The word that a run's end divides. A word over three lines is one word.
  WordId begin_word(std::uint32_t run) {
    const std::uint32_t end = document_.runs[run].text_end;
    WordId word = found_.begins[run];
    if (word == kNone || found_.words[word].text_end < end) {
      word = static_cast<WordId>(found_.words.size());
      found_.words.push_back({word_in_run(document_.text, end, document_.runs[run]).text_begin, end});
    }
    return found_.ends[run] = word;
  }

  void join(std::uint32_t first, std::uint32_t second) {
    const WordId word = begin_word(first);
    const GlyphRun& run = document_.runs[second];
    found_.words[word].text_end = word_in_run(document_.text, run.text_begin, run).text_end;
    found_.begins[second] = word;
  }

  const LaidDocument& document_;
  DividedWords found_;
  std::unordered_map<NodeId, std::uint32_t> waiting_;  ///< By leaf: the run that ended with a hyphen.
};

}  // namespace

DividedWords find_divided_words(const LaidDocument& document) { return DividedWordSearch(document).search(); }

}  // namespace sats
