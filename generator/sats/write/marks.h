#pragma once

#include <cstdint>
#include <vector>

#include "sats/page/laid_document.h"

namespace sats {

/// A divided word: a Span element made by the writer, so that the word is read whole. Its number counts through the
/// document.
using WordId = std::uint32_t;

/// One marked-content sequence: the number `mcid` on a page belongs to a leaf, or to a divided word in it.
struct Mark {
  NodeId leaf = kNone;
  WordId word = kNone;
  std::uint32_t page = 0;
  std::uint32_t mcid = 0;
};

/// A word that was divided at the end of a line, as a slice of the document's text (which may hold a soft hyphen).
struct DividedWord {
  std::uint32_t text_begin = 0;
  std::uint32_t text_end = 0;
};

/// Which marked content belongs to which leaf, noted while pages are painted, in painting order.
class Marks {
 public:
  explicit Marks(const StructureTree& structure);

  void begin_page(std::uint32_t page);

  /// Opens the next sequence of the page for a leaf (or a divided word in it) and gives its number.
  std::uint32_t open(NodeId leaf, WordId word);

  /// Whether a leaf is read right after another in one element, so that both can share a sequence. What is painted out of
  /// the order of reading gets a sequence of its own.
  [[nodiscard]] bool follows(NodeId before, NodeId leaf) const { return leaf_before_[leaf] == before; }

  [[nodiscard]] const std::vector<Mark>& all() const { return marks_; }
  [[nodiscard]] std::uint32_t count_on_page() const { return next_; }

 private:
  std::vector<NodeId> leaf_before_;  ///< By leaf: the leaf that its element has right before it, or kNone.
  std::vector<Mark> marks_;
  std::uint32_t page_ = 0;
  std::uint32_t next_ = 0;
};

/// The word that a hyphen at the end of each run divides: by run, kNone for most. Runs of one word share its number.
struct DividedWords {
  std::vector<DividedWord> words;
  std::vector<WordId> ends;    ///< By run: the word that the run's end begins.
  std::vector<WordId> begins;  ///< By run: the word that the run's beginning ends.
};

DividedWords find_divided_words(const LaidDocument& document);

}  // namespace sats
