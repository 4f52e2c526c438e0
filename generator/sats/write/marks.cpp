#include "sats/write/marks.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace sats {
namespace {

bool ends_word(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// The word around a byte, as far as it stands in its leaf; white space inside U+00A0 is part of it, which is what a reader
/// hears anyway.
DividedWord word_around(std::string_view text, std::uint32_t at, const DividedWord& leaf) {
  DividedWord word{at, at};
  while (word.text_begin > leaf.text_begin && !ends_word(text[word.text_begin - 1])) --word.text_begin;
  while (word.text_end < leaf.text_end && !ends_word(text[word.text_end])) ++word.text_end;
  return word;
}

/// Where the text of each leaf that has a divided word begins and ends. The text behind it is another element's.
std::unordered_map<NodeId, DividedWord> texts_of_divided_leaves(const LaidDocument& document) {
  std::unordered_map<NodeId, DividedWord> texts;
  for (const PaintItem& item : document.items) {
    if (item.kind == ItemKind::glyphs && item.tag.leaf != kNone && document.runs[item.index].ends_with_hyphen)
      texts.try_emplace(item.tag.leaf, DividedWord{kNone, 0});
  }
  if (texts.empty()) return texts;
  for (const PaintItem& item : document.items) {
    const auto found = item.kind == ItemKind::glyphs ? texts.find(item.tag.leaf) : texts.end();
    if (found == texts.end()) continue;
    const GlyphRun& run = document.runs[item.index];
    found->second.text_begin = std::min(found->second.text_begin, run.text_begin);
    found->second.text_end = std::max(found->second.text_end, run.text_end);
  }
  return texts;
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

/// A word whose second part stands in another element: the first is read without its hyphen.
void add_first_part(const LaidDocument& document, std::uint32_t run, const DividedWord& leaf, DividedWords& found) {
  const GlyphRun& first = document.runs[run];
  if (first.text_end < leaf.text_end || (first.level & 1U) != 0 || found.begins[run] != kNone) return;
  found.ends[run] = static_cast<WordId>(found.words.size());
  found.words.push_back(word_around(document.text, first.text_end, leaf));
}

DividedWords find_divided_words(const LaidDocument& document) {
  DividedWords found;
  found.ends.assign(document.runs.size(), kNone);
  found.begins.assign(document.runs.size(), kNone);
  const auto texts = texts_of_divided_leaves(document);
  std::unordered_map<NodeId, std::uint32_t> waiting;  // By leaf: the run that ended with a hyphen.
  for (const PaintItem& item : document.items) {
    if (item.kind != ItemKind::glyphs || item.tag.leaf == kNone) continue;
    const GlyphRun& run = document.runs[item.index];
    if (!waiting.empty()) {
      const auto first = waiting.find(item.tag.leaf);
      if (first != waiting.end() && continues(document.runs[first->second], run)) {
        // A word over three lines is one word.
        WordId word = found.begins[first->second];
        const bool same = word != kNone && found.words[word].text_end > document.runs[first->second].text_end;
        if (!same) {
          word = static_cast<WordId>(found.words.size());
          found.words.push_back(word_around(document.text, document.runs[first->second].text_end, texts.at(item.tag.leaf)));
        }
        found.ends[first->second] = word;
        found.begins[item.index] = word;
      }
      if (first != waiting.end()) waiting.erase(first);
    }
    if (run.ends_with_hyphen) waiting[item.tag.leaf] = item.index;
  }
  for (const auto& [leaf, run] : waiting) add_first_part(document, run, texts.at(leaf), found);
  return found;
}

}  // namespace sats
