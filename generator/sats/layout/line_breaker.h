#pragma once

#include "sats/layout/fragment.h"
#include "sats/layout/prepared_paragraph.h"

namespace sats::layout {

/// Cuts lines from a prepared paragraph, each as long as fits.
class LineBreaker {
 public:
  LineBreaker(Document& document, const Paragraph& paragraph, const PreparedParagraph& prepared);

  /// The line that begins at `begin`, in `available` points. Its place is left open.
  LineBox cut(std::uint32_t begin, float available);

  /// Whether the last line was wider than its room because a word could not be broken.
  [[nodiscard]] bool overflowed() const { return overflowed_; }

 private:
  LineBox cut_words(std::uint32_t begin, float available);
  [[nodiscard]] float cloned_end(std::uint32_t offset) const {
    return prepared_.has_clones ? cloned_edges(items_, offset).end : 0;
  }
  void hyphenate(LineBox& line, std::uint32_t from, std::uint32_t to, float available);
  bool try_hyphen(LineBox& line, std::uint32_t word_begin, std::uint32_t word_end, float available,
                  const ComputedStyle& style);
  void break_anywhere(LineBox& line, std::uint32_t to, float available);
  void finish(LineBox& line, const LineEnd& end);
  float hyphen_width(const ComputedStyle& style);
  [[nodiscard]] const ComputedStyle& style_at(std::uint32_t offset) const;

  Document& document_;
  const Paragraph& paragraph_;
  const PreparedParagraph& prepared_;
  std::string_view text_;
  std::span<const InlineItem> items_;
  std::size_t next_end_ = 0;  ///< Where the search in `ends` goes on.
  bool overflowed_ = false;
};

}  // namespace sats::layout
