#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "plan/text_blocks.h"

namespace plan {

/// A date in the forms that templates print; every form is empty when there is no date.
nlohmann::json date_piece(std::optional<base::Date> date);

/// A part of a line, and where it leads to (empty: nowhere).
struct LinePart {
  std::string text;
  std::string url;
};

/// Blocks as they are put together for one place on the page: `{"erAfsnit": true, "tekst": …}` and so on.
class BlockPieces {
 public:
  BlockPieces& line(std::string_view text);
  BlockPieces& line(const std::vector<LinePart>& parts);
  BlockPieces& label(std::string_view text);
  BlockPieces& paragraph(std::string_view text);
  BlockPieces& link(const nlohmann::json& link);
  BlockPieces& map_link(const nlohmann::json& link);  ///< Paper prints no address: the place stands there in words.
  BlockPieces& list(const std::vector<std::string>& points);
  BlockPieces& text(std::string_view plain);  ///< Plain text, split into paragraphs and lists.

  [[nodiscard]] bool empty() const { return pieces_.empty(); }
  [[nodiscard]] const nlohmann::json& pieces() const { return pieces_; }

 private:
  BlockPieces& add(const Block& block);

  nlohmann::json pieces_ = nlohmann::json::array();
};

/// A row of an item: the label to the left, what stands under the label, and the content.
nlohmann::json row_piece(std::string_view id, std::string_view label, const BlockPieces& blocks,
                         std::string_view under = "");

}  // namespace plan
