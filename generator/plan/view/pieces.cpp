#include "plan/view/pieces.h"

#include "base/danish_dates.h"
#include "plan/view/labels.h"

namespace plan {

using nlohmann::json;

json date_piece(std::optional<base::Date> date) {
  if (!date) return {{"iso", ""}, {"kort", ""}, {"lang", ""}};
  return {{"iso", base::to_iso(*date)}, {"kort", base::short_date(*date)}, {"lang", base::long_date(*date)}};
}

BlockPieces& BlockPieces::add(const Block& block) {
  json points = json::array();
  for (const std::string& point : block.points) points.push_back({{"tekst", point}});
  pieces_.push_back({{"erAfsnit", block.kind == BlockKind::paragraph},
                     {"erListe", block.kind == BlockKind::list},
                     {"erLinje", block.kind == BlockKind::line},
                     {"erEtiket", block.kind == BlockKind::label},
                     {"erLink", block.kind == BlockKind::link},
                     {"tekst", block.text},
                     {"punkter", std::move(points)},
                     {"url", block.url},
                     {"harAdresse", block.kind == BlockKind::link},
                     {"harDele", false},
                     {"dele", json::array()}});
  return *this;
}

BlockPieces& BlockPieces::line(std::string_view text) {
  return text.empty() ? *this : add({.kind = BlockKind::line, .text = std::string(text), .points = {}, .url = {}});
}

BlockPieces& BlockPieces::line(const std::vector<LinePart>& parts) {
  std::string whole;
  json pieces = json::array();
  for (const LinePart& part : parts) {
    whole += part.text;
    pieces.push_back({{"tekst", part.text}, {"harUrl", !part.url.empty()}, {"url", part.url}});
  }
  if (whole.empty()) return *this;
  line(whole);
  pieces_.back()["harDele"] = true;
  pieces_.back()["dele"] = std::move(pieces);
  return *this;
}

BlockPieces& BlockPieces::label(std::string_view text) {
  return add({.kind = BlockKind::label, .text = std::string(text), .points = {}, .url = {}});
}

BlockPieces& BlockPieces::paragraph(std::string_view text) {
  return text.empty() ? *this : add({.kind = BlockKind::paragraph, .text = std::string(text), .points = {}, .url = {}});
}

BlockPieces& BlockPieces::link(const json& link) {
  if (!has_address(link)) return *this;
  return add({.kind = BlockKind::link, .text = link.at("tekst"), .points = {}, .url = link.at("url")});
}

BlockPieces& BlockPieces::map_link(const json& map) {
  link(map);
  pieces_.back()["harAdresse"] = false;
  return *this;
}

BlockPieces& BlockPieces::list(const std::vector<std::string>& points) {
  return points.empty() ? *this : add({.kind = BlockKind::list, .text = {}, .points = points, .url = {}});
}

BlockPieces& BlockPieces::text(std::string_view plain) {
  for (const Block& block : text_blocks(plain)) add(block);
  return *this;
}

json row_piece(std::string_view id, std::string_view label, const BlockPieces& blocks, std::string_view under) {
  return {{"id", id}, {"etiket", label}, {"underetiket", under}, {"blokke", blocks.pieces()}};
}

}  // namespace plan
