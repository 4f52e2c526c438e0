#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace documents {

/// What stands between two letters that are read one after the other.
enum class Gap : std::uint8_t {
  none,   ///< They are in one word.
  space,  ///< White space, or the end of a block.
  loose,  ///< Either is right: a picture, a leader or a floating box stands between them.
};

/// A letter, the page it is printed on (0 is the first), and what stands before it.
struct Letter {
  char32_t letter = 0;
  std::uint32_t page = 0;
  Gap before = Gap::none;
};

/// Text as it is read aloud: letters and word ends, no white space and no invisible characters.
class Letters {
 public:
  /// Adds text; its white space ends words.
  void add(std::string_view text, std::uint32_t page = 0);
  void add(const std::u32string& text, std::uint32_t page = 0);

  /// What stands before the next letter: the widest of all gaps that are said.
  void gap(Gap gap);

  [[nodiscard]] const std::vector<Letter>& all() const { return all_; }
  [[nodiscard]] std::size_t size() const { return all_.size(); }

  /// A stretch of it as UTF-8, a space for each end of a word.
  [[nodiscard]] std::string text(std::size_t begin, std::size_t end) const;

 private:
  std::vector<Letter> all_;
  Gap next_ = Gap::space;
};

/// Where two readings part, with the text around it; empty when they are the same, letter by letter and word by word.
std::string first_difference(const Letters& expected, const Letters& actual);

/// The letters of a text without its white space and invisible characters.
std::u32string squeezed(std::string_view text);
std::u32string squeezed(const std::u32string& text);

std::u32string to_utf32(std::string_view text);
std::string to_utf8(const std::u32string& text);

}  // namespace documents
